"""Where a typed place is: the gazetteer first, then, if one is configured, an online geocoder."""

from __future__ import annotations

import dataclasses

from directory.places import offline, online
from directory.places.normalise import key
from directory.places.place import Resolution


def resolve(text: str) -> Resolution:
    """What a text means. Never raises, whatever the text.

    Outcomes: found, ambiguous, unknown; unavailable only when a configured service was to be asked and broke.
    """
    answer = offline.resolve(text)
    if answer.place or not online.is_configured() or not key(answer.text):
        return answer
    try:
        place = online.locate(answer.text)
    except online.Unavailable:
        return dataclasses.replace(answer, outcome="unavailable")
    return dataclasses.replace(answer, outcome="found", place=place) if place else answer
