"""Where a typed place is: the gazetteer first, then, if one is configured, an online geocoder."""

from __future__ import annotations

import dataclasses

from directory.places import offline, online
from directory.places.place import Resolution


def resolve(text: str) -> Resolution:
    """What a text means. Never raises.

    Outcomes: found, ambiguous, unknown; unavailable only when a configured service was asked and broke.
    """
    answer = offline.resolve(text)
    if answer.place and not answer.place.approximate:
        return answer
    if not online.is_configured() or not answer.text:
        return answer
    try:
        place = online.locate(answer.text)
    except online.Unavailable:
        return answer if answer.place else dataclasses.replace(answer, outcome="unavailable")
    return Resolution(outcome="found", text=answer.text, place=place) if place else answer
