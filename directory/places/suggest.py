"""Completes a place while it is being typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from directory.places import codes, spelling, store
from directory.places.draft import STATE
from directory.places.grid import SHORT_PREFIX
from directory.places.normalise import key, tidy
from directory.places.place import Place
from directory.places.reading import LONGEST_AREA, plainer
from directory.places.regions import country_keys, state_keys
from directory.places.store import Area

CODE = re.compile(r"\d{1,5}(?:-\d{0,4})?|[a-z]\d[a-z]?(?: ?\d[a-z]?\d?)?", re.I)


def suggest(text: str, limit: int = 7) -> list[Place]:
    """Places whose name, ZIP or nickname a typed text begins, best first; near misses where nothing fits."""
    text = tidy(text)
    if not key(text):
        return []
    if CODE.fullmatch(text):
        return _distinct(_codes(text), limit)
    for plain in plainer(text):
        if found := _distinct(_completions(plain, limit), limit):
            return found
    mistyped = spelling.complete(key(text), limit)
    return _distinct((match.place for name in mistyped for match in store.named(name, limit=1)), limit)


def _codes(text: str) -> Iterator[Place]:
    if place := codes.find_zip(text) or codes.find_postal_code(text):
        yield place
        return
    beginning = text.lower().split("-")[0].split(" ")[0]
    yield from _beginning_with(beginning)


def _completions(text: str, limit: int) -> Iterator[Place]:
    spelt = key(text)
    yield from (match.place for match in store.named(spelt) if match.score >= STATE)
    head, comma, tail = text.rpartition(",")
    if comma and key(head):
        yield from _in_areas(key(head), key(tail), limit)
    for beginning in dict.fromkeys([spelt, key(text + " x")[:-2]]):  # "saint" alone is not yet "st"
        yield from _beginning_with(beginning)
    words = spelt.split()
    for count in range(1, min(LONGEST_AREA, len(words) - 1) + 1):
        yield from _in_areas(" ".join(words[:-count]), " ".join(words[-count:]), limit)


def _beginning_with(spelt: str) -> list[Place]:
    return store.picked(spelt) if len(spelt) <= SHORT_PREFIX else store.beginning_with(spelt)


def _in_areas(head: str, tail: str, limit: int) -> Iterator[Place]:
    """Places called `head` in states, provinces and countries that begin with `tail`, then those that begin with it."""
    areas = _areas_beginning_with(tail)
    inside = [match.place for match in store.named(head, limit=60) if _is_in(match.place, areas)]
    yield from inside
    if len(inside) < limit and len(areas) <= 3:
        for area in areas:
            yield from store.beginning_with(head, area, limit)


def _areas_beginning_with(spelt: str) -> set[Area]:
    found = {area for name, area in state_keys().items() if name.startswith(spelt)}
    return found | {("", country) for name, country in country_keys().items() if name.startswith(spelt)}


def _is_in(place: Place, areas: set[Area]) -> bool:
    return (place.region, place.country) in areas or ("", place.country) in areas


def _distinct(places: Iterable[Place], limit: int) -> list[Place]:
    """The first so many places, each once and no two that would read the same."""
    found: dict[str, Place] = {}
    for place in places:
        found.setdefault(place.label, place)
        if len(found) == limit:
            break
    return list(found.values())
