"""Reads a typed text as a place, from the gazetteer alone."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from . import address, codes, spelling, store
from .draft import STATE
from .normalise import key
from .place import Place, Resolution
from .reading import after_blank, after_comma, plainer, readings
from .store import Area, Match

LONGEST_TEXT = 200
MOST_ALTERNATIVES = 5
AMBIGUOUS_WITHIN = 5  # times: a second place so nearly as likely makes the answer ambiguous
OFFERED_WITHIN = 50  # times: offered beside an answer that is clear
WORTH_OFFERING = 20_000  # people: offered beside a state or a nickname
ANCHOR = 50_000  # people: a city whose name at the end of a text says where the rest is
DISTRICT_MILES = 30


def resolve(text: str) -> Resolution:
    """The place a text means. Outcomes: found, ambiguous, unknown; never raises."""
    text = " ".join(text[:LONGEST_TEXT].replace("\0", " ").split())
    return _resolve(text) if key(text) else Resolution(outcome="unknown", text=text)


@functools.lru_cache(maxsize=512)
def _resolve(text: str) -> Resolution:
    steps = (_position, _code, _exact, codes.mend_code, _address, _district, _misspelt, _anchored)
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
        if address.looks_like_one(text) and text.startswith(place.name) and words:
            continue  # a house number of five digits
        said = [area for _, area in [*after_comma("x," + words), *after_blank("x " + key(words))]]
        if said and not any(area in ((place.region, place.country), ("", place.country)) for area in said):
            continue
        street = address.looks_like_one(form.sub(" ", text).strip()) or address.STREET.search(words)
        return Resolution(outcome="found", text=text, place=codes.in_address(place) if street else place)
    return None


def _exact(text: str) -> Resolution | None:
    for plain in plainer(text):
        for spelt, area in readings(plain):
            if matches := _inside(store.named(spelt, area), area):
                return _answer(text, matches)
    return None


def _address(text: str) -> Resolution | None:
    if not address.looks_like_one(text):
        return None
    towns = list(address.towns(text))
    found = next((found for town in towns if (found := _exact(town))), None)
    found = found or next((found for town in towns[:2] if (found := _misspelt(town))), None)
    if not found or not found.place:
        return None
    return Resolution(outcome=found.outcome, text=text, place=codes.in_address(found.place),
                      alternatives=found.alternatives, corrected=found.corrected)  # fmt: skip


def _district(text: str) -> Resolution | None:
    """ "Lincoln Park Chicago", "Harlem, NYC": a place near the city that is named after it."""
    for spelt, area in [*readings(text)][:4]:
        words = spelt.split()
        for split in range(1, len(words)):
            anchor = _anchor(" ".join(words[split:]), area)
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
            for spelt, area in readings(plain, forgiving=forgiving):
                matches = _inside(store.named(spelt, area), area) or _inside(spelling.mend(spelt, area), area)
                if matches:
                    return _answer(text, matches, mended=True)
    return None


def _anchored(text: str) -> Resolution | None:
    """The city at the end of a text whose beginning means nothing to the gazetteer."""
    for spelt, area in [*readings(text)][:4]:
        words = spelt.split()
        for split in range(1, len(words)):
            if anchor := _anchor(" ".join(words[split:]), area):
                place = codes.in_address(anchor)
                return Resolution(outcome="found", text=text, place=place, corrected=place.label)
    return None


def _anchor(spelt: str, area: Area | None) -> Place | None:
    matches = _inside(store.named(spelt, area, limit=1), area)
    known = matches and matches[0].place.kind == "city" and matches[0].score >= ANCHOR
    return matches[0].place if known else None


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
