"""Reads a typed text as a place, from the gazetteer alone."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterable

from directory.places import address, codes, spelling, store
from directory.places.draft import STATE
from directory.places.normalise import key, tidy
from directory.places.place import Place, Resolution
from directory.places.reading import after_blank, after_comma, areas, plainer, readings
from directory.places.store import Area, Match

MOST_ALTERNATIVES = 5
AMBIGUOUS_WITHIN = 5  # times: a second place so nearly as likely makes the answer ambiguous
OFFERED_WITHIN = 50  # times: offered beside an answer that is clear
WORTH_OFFERING = 20_000  # people: offered beside a state or a nickname
LITTLE_KNOWN, SHORTEST_MISTYPED = 10_000, 6
FAR_LIKELIER, LIKELIER_THAN_ABROAD = 50, 8  # times: a well-known place mistyped, rather than a little-known one
NEIGHBOUR, ANCHOR = 5_000, 50_000  # people: a city that says where a place beside it, or an unknown one, is
DISTRICT_MILES = 30
MUNICIPAL = re.compile(r" (?:township|town|city|borough|village)$")  # "Wayne Township, NJ"
BESIDE = frozenset(["north", "south", "east", "west", "upper", "lower", "old", "new"])


def resolve(text: str) -> Resolution:
    """The place a text means. Outcomes: found, ambiguous, unknown; never raises."""
    text = tidy(text)
    return _resolve(text) if key(text) else Resolution(outcome="unknown", text=text)


@functools.lru_cache(maxsize=512)
def _resolve(text: str) -> Resolution:
    steps = (_position, _code, _exact, codes.mend_code, _address, _district, _misspelt, _beside, _anchored)
    return next((found for step in steps if (found := step(text))), Resolution(outcome="unknown", text=text))


def _position(text: str) -> Resolution | None:
    place = codes.find_position(text)
    return Resolution(outcome="found", text=text, place=place) if place else None


def _code(text: str) -> Resolution | None:
    """A ZIP or postal code anywhere in the text, unless the words around it say another state."""
    for find, form in ((codes.find_zip, codes.ZIP), (codes.find_postal_code, codes.POSTAL)):
        place = find(text)
        if not place:
            continue
        words = form.sub(" ", text).strip(" ,")
        if text.startswith(place.name) and address.STREET.search(words):
            continue  # a house number of five digits
        said = [area for _, area in [*after_comma("x," + words), *after_blank("x " + key(words))]]
        if said and not any(area in ((place.region, place.country), ("", place.country)) for area in said):
            continue
        street = address.is_numbered(words)
        return Resolution(outcome="found", text=text, place=codes.in_address(place) if street else place)
    return None


def _exact(text: str) -> Resolution | None:
    for plain in plainer(text):
        for spelt, area in readings(plain):
            if matches := _named(spelt, area):
                return _answer(text, matches) if area else _meant(text, spelt, matches)
    return None


def _meant(text: str, spelt: str, matches: list[Match]) -> Resolution:
    """The places of a name, unless it is far likelier that a well-known one was mistyped ("huston", "anapolis")."""
    first = matches[0]
    if first.score > LITTLE_KNOWN or first.mended or first.place.kind != "city" or len(spelt) < SHORTEST_MISTYPED:
        return _answer(text, matches)
    times = FAR_LIKELIER if first.place.country in ("US", "CA") else LIKELIER_THAN_ABROAD
    meant = [match for match in spelling.slips(spelt) if match.score >= first.score * times]
    if not meant:
        return _answer(text, matches)
    answer = _answer(text, meant[:1], mended=True)
    offered = (*_places([*matches, *meant[1:]]),)
    return dataclasses.replace(answer, outcome="ambiguous", alternatives=offered[:MOST_ALTERNATIVES])


def _address(text: str) -> Resolution | None:
    if not address.looks_like_one(text):
        return None
    towns = list(address.towns(text))
    looks = (look(town) for look in (_town, _misspelt_town) for town in towns)
    found = next((found for found in looks if found), None)
    if not found or not found.place:
        return None
    return dataclasses.replace(found, text=text, place=codes.in_address(found.place))


def _town(text: str) -> Resolution | None:
    found = _exact(text)
    return found if found and found.place and found.place.kind not in ("state", "country") else None


def _misspelt_town(text: str) -> Resolution | None:
    """A mistyped town, its state beside it: in the middle of an address anything else is too bold."""
    for spelt, area in readings(text):
        if area and (matches := _inside(spelling.mend(spelt, area), area)):
            return _answer(text, matches, mended=True)
    return None


def _district(text: str) -> Resolution | None:
    """ "Lincoln Park Chicago", "Harlem, NYC": a place near the city that is named after it."""
    for spelt, area in [*_likely(text)[:4], (key(text), None)]:  # "Koreatown LA" is not in Louisiana
        words = spelt.split()
        for split in range(1, len(words)):
            anchor = _anchor(" ".join(words[split:]), area, NEIGHBOUR)
            if not anchor:
                continue
            near = [match for match in store.named(" ".join(words[:split]))
                    if match.place.point.miles_to(anchor.point) <= DISTRICT_MILES]  # fmt: skip
            if near:
                return _answer(text, near[:1])
    return None


def _misspelt(text: str) -> Resolution | None:
    for plain in plainer(text):
        for forgiving in (False, True):
            for spelt, area in _likely(plain, forgiving=forgiving):
                matches = _named(spelt, area) or _inside(spelling.mend(spelt, area), area)
                if matches:
                    return _answer(text, matches, mended=True)
    return None


def _beside(text: str) -> Resolution | None:
    """What a place that the gazetteer lacks lies beside by its name: "East Windsor, NJ", "Morris, NJ"."""
    for spelt, area in readings(text):
        if not area or not area[0]:
            continue
        first, _, rest = spelt.partition(" ")
        beside = store.named(rest, area) if first in BESIDE else []
        if matches := _inside(beside or store.named(f"{spelt} county", area), area):
            return _answer(
                text, [match._replace(place=codes.in_address(match.place)) for match in matches], mended=True
            )
    return None


def _anchored(text: str) -> Resolution | None:
    """The city at the end of a text whose beginning means nothing to the gazetteer."""
    for spelt, area in _likely(text)[:4]:
        words = spelt.split()
        for split in range(1, len(words)):
            if anchor := _anchor(" ".join(words[split:]), area, ANCHOR):
                place = codes.in_address(anchor)
                return Resolution(outcome="found", text=text, place=place, corrected=place.label)
    first, comma, rest = text.partition(",")
    found = _exact(first) if comma and not areas(key(rest.rpartition(",")[2])) else None
    return dataclasses.replace(found, text=text, corrected=found.place.label) if found and found.place else None


def _anchor(spelt: str, area: Area | None, people: int) -> Place | None:
    matches = _named(spelt, area)
    known = matches and matches[0].place.kind == "city" and matches[0].score >= people
    return matches[0].place if known else None


def _named(spelt: str, area: Area | None) -> list[Match]:
    if area and spelt.endswith(" co"):  # "Maricopa Co AZ"; without a state, "Aurora CO" is in Colorado
        spelt += "unty"
    if found := _inside(store.named(spelt, area), area):
        return found
    bare = MUNICIPAL.sub("", spelt)
    return _inside(store.named(bare, area), area) if area and bare != spelt else []


def _likely(text: str, *, forgiving: bool = False) -> list[tuple[str, Area | None]]:
    """The readings that name an area, if any does: who says the state means it, and no place elsewhere will do."""
    read = list(readings(text, forgiving=forgiving))
    return [reading for reading in read if reading[1]] or read


def _inside(matches: list[Match], area: Area | None) -> list[Match]:
    """Without the state itself where a name inside it is asked for: "New York, NY" is the city."""
    if area and area[0]:
        return [match for match in matches if match.place.kind != "state"]
    return matches


def _answer(text: str, matches: list[Match], *, mended: bool = False) -> Resolution:
    first, *others = matches
    others = [other for other in others if other.place.point.miles_to(first.place.point) > DISTRICT_MILES / 2]
    if first.score >= STATE:
        offered = [other for other in others if other.score >= WORTH_OFFERING]
        ambiguous = False
    else:
        offered = [other for other in others if other.score * OFFERED_WITHIN >= first.score]
        ambiguous = any(other.score * AMBIGUOUS_WITHIN >= first.score for other in offered)
    return Resolution(
        outcome="ambiguous" if ambiguous else "found",
        text=text,
        place=first.place,
        alternatives=tuple(_places(offered)),
        corrected=first.place.label if mended or first.mended else None,
    )


def _places(matches: Iterable[Match]) -> list[Place]:
    return [match.place for match in matches][:MOST_ALTERNATIVES]
