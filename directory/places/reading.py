"""The ways a text can be read: which of its words are the name, and which say the state or the country."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from directory.places.normalise import key
from directory.places.regions import countries, country_keys, state_keys
from directory.places.store import Area

BEFORE = (
    "near|nearby|in|at|around|close to|next to|by|to|from|within|outside of|outside|just outside|the|downtown|"
    "uptown|greater|metro|metropolitan|central|city of|town of|village of|the city of|suburbs of|suburb of|suburban|"
    "area of|area around|(?:north|south|east|west|northwest|northeast|southwest|southeast|side) of|anywhere in|"
    "somewhere in|my zip is|zip code|zipcode|zip|postal code|i live in|located in|state of|province of|county of|"
    "cerca de|cerca|en|alrededor de|alrededores de|centro de|el centro de|ciudad de|la ciudad de|area de|el area de|"
    "estado de|el estado de|zona de|afueras de|pres de|proche de|ville de"
)
AFTER = (
    "area|metro|metro area|metropolitan area|metroplex|region|vicinity|and vicinity|suburbs|downtown|city|proper|"
    "surrounding area|and surrounding areas?|surroundings|city limits|metropolis|township|town|village|borough|zip|"
    "zip code|please|centro|downtown area|city center|city centre|city area"
)
LEADING = re.compile(rf"(?:{BEFORE})[\s:]+(?=\S)", re.I)
TRAILING = re.compile(rf"(?<=\S)[\s,]+(?:{AFTER})$", re.I)
LONGEST_AREA = 4  # words: "newfoundland and labrador", "united states of america"
AREA_MISTAKES = {5: 1, 8: 2}  # letters from which on so many mistakes are forgiven


def plainer(text: str) -> Iterator[str]:
    """The text, then the text without one after another of the words around it that name nothing."""
    yield text
    while True:
        shorter = LEADING.sub("", text, count=1) if LEADING.match(text) else TRAILING.sub("", text)
        if shorter == text:
            return
        yield (text := shorter)


def readings(text: str, *, forgiving: bool = False) -> Iterator[tuple[str, Area | None]]:
    """Key of the name and the area it is in, the likeliest reading first.

    What follows a comma is an area before the whole is a name ("baton rouge, la"); without a comma the whole comes
    first ("la jolla", "washington dc").
    """
    yield from ((key(head), area) for head, area in after_comma(text, forgiving=forgiving))
    if not forgiving:
        yield key(text), None
    yield from after_blank(key(text), forgiving=forgiving)
    first, comma, rest = text.partition(",")
    if comma:
        yield from ((key(rest), area) for area in areas(key(first), forgiving=forgiving))


def after_comma(text: str, *, forgiving: bool = False) -> Iterator[tuple[str, Area]]:
    """Readings in which the part behind the last comma is an area."""
    head, comma, tail = text.rpartition(",")
    if not comma or not key(head):
        return
    for area in [*areas(key(tail), forgiving=forgiving), *_country_code(key(tail))]:
        for inner, smaller in [*after_comma(head), *_after_blank_text(head)]:
            if smaller[1] == area[1]:
                yield inner, smaller
        yield head, area
        if "," in head:  # a province abroad, which the gazetteer does not know: "Guadalajara, Jalisco, Mexico"
            yield head.partition(",")[0], area


def after_blank(spelt: str, *, forgiving: bool = False) -> Iterator[tuple[str, Area]]:
    """Readings of a key in which its last words are an area."""
    words = spelt.split()
    for count in range(min(LONGEST_AREA, len(words) - 1), 0, -1):
        head = " ".join(words[:-count])
        for area in areas(" ".join(words[-count:]), forgiving=forgiving):
            if not area[0]:
                yield from (inner for inner in after_blank(head) if inner[1][1] == area[1])
            yield head, area


def areas(spelt: str, *, forgiving: bool = False) -> list[Area]:
    """The state, province or country of a key; a forgiving look also mends its spelling."""
    found: list[Area] = []
    if spelt in state_keys():
        found.append(state_keys()[spelt])
    if spelt in country_keys():
        found.append(("", country_keys()[spelt]))
    if not found and forgiving:
        mistakes = max((allowed for letters, allowed in AREA_MISTAKES.items() if len(spelt) >= letters), default=0)
        best = process.extractOne(spelt, _long_area_names(), scorer=OSA.distance, score_cutoff=mistakes)
        if mistakes and best:
            return areas(best[0])
    return found


@functools.cache
def _long_area_names() -> list[str]:
    shortest = min(AREA_MISTAKES) - 1
    return [spelt for spelt in [*state_keys(), *country_keys()] if len(spelt) >= shortest]


def _country_code(spelt: str) -> list[Area]:
    """ "Toronto, CA", "Munich, DE": the code of a country, where it is not the state of that code."""
    return [("", spelt.upper())] if spelt.upper() in countries() else []


def _after_blank_text(head: str) -> Iterator[tuple[str, Area]]:
    yield from after_blank(key(head))
