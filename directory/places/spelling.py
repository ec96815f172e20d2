"""Names that were meant by a text that is no name: mistyped, misheard, or run together."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from directory.places import store
from directory.places.normalise import sound
from directory.places.store import Area, Heard, Match

SHORTEST = 4  # letters: anything shorter is one mistake away from everything
LONGEST_NAME = 30  # letters: whoever has typed so many is past mistyped beginnings
KNOWN = 500  # people: such a name is taken as written, all but a letter
WRONG_IN_A_WORD = 0.4  # of its letters: "french" is not a mistyped "green"
WELL_KNOWN = 20_000  # names that are compared whatever their first letter
REGION_LISTS = 60  # states whose names are kept at hand
SEARCHED_AS_A_WHOLE = ("US", "CA")  # their names are nearly all there are


def mend(spelt: str, area: Area | None = None) -> list[Match]:
    """Places whose name is most likely meant, best first; none where nothing is near enough."""
    heard = sound(spelt)
    if len(heard) < SHORTEST or spelt.isdigit():
        return []
    allowed = 1 if len(heard) < 6 else 2 if len(heard) < 10 else 3
    if area and any(match.score >= KNOWN for match in store.named(spelt, limit=1)):
        allowed = 1  # a name, though of a place elsewhere: hardly mistyped ("Hamilton, NJ" is not Hampton)
    candidates: dict[str, float] = {}
    for names in _lists(heard, area):
        near = process.extract(heard, names.sounds, scorer=OSA.distance, score_cutoff=allowed, limit=25)
        for _, apart, index in near:
            name = names.names[index]
            candidates[name] = _cost(spelt, name, int(apart), names.ranks[index])
    best = sorted((cost, name) for name, cost in candidates.items() if _plausible(spelt, name, area, allowed))
    found = (store.named(name, area) for _, name in best)
    return next((matches for matches in found if matches), [])


def slips(spelt: str) -> list[Match]:
    """Well-known places whose name sounds the same or is one letter off."""
    well_known, heard = _everywhere()[1], sound(spelt)
    near = process.extract(heard, well_known.sounds, scorer=OSA.distance, score_cutoff=1, limit=10)
    names = [(well_known.ranks[index], well_known.names[index]) for _, _, index in near]
    meant = [name for _, name in sorted(names, reverse=True) if OSA.distance(spelt, name) == 1]
    return [match for name in meant for match in store.named(name, limit=1)]


class Names:
    """Names, how they sound and how well known they are, side by side."""

    def __init__(self, heard: Iterable[Heard]) -> None:
        self.names, self.sounds, self.ranks = zip(*heard, strict=True)


def _lists(heard: str, area: Area | None) -> list[Names]:
    if area and (area[0] or area[1] not in SEARCHED_AS_A_WHOLE):
        return _of_area(area)
    by_letter, well_known = _everywhere()
    return [by_letter[heard[0]], well_known] if heard[0] in by_letter else [well_known]


@functools.lru_cache(maxsize=REGION_LISTS)
def _of_area(area: Area) -> list[Names]:
    found = store.heard(area)
    return [Names(found)] if found else []


@functools.cache
def _everywhere() -> tuple[dict[str, Names], Names]:
    heard = store.heard()
    letters: dict[str, list[Heard]] = {}
    for name in heard:
        letters.setdefault(name[1][0], []).append(name)
    well_known = Names(name for name in heard if name[2] >= WELL_KNOWN)
    return {letter: Names(names) for letter, names in letters.items()}, well_known


def _cost(spelt: str, name: str, heard_apart: int, rank: int) -> float:
    """Mistakes as heard and as written, less how well known the place is: a thousandfold is worth one mistake."""
    written_apart = OSA.distance(spelt.replace(" ", ""), name.replace(" ", ""))
    changed_start = 0.7 if spelt[0] != name[0] else 0
    return heard_apart + 0.6 * written_apart + changed_start - math.log10(rank) / 3


def _plausible(spelt: str, name: str, area: Area | None, allowed: int) -> bool:
    """At most three letters in ten wrong, where the state is given, in the whole and in each word."""
    written_apart = OSA.distance(spelt.replace(" ", ""), name.replace(" ", ""))
    if written_apart > (1 if allowed == 1 else max(1, len(spelt) * (0.31 if area else 0.28))):
        return False
    words, named = spelt.split(), name.split()
    if len(words) != len(named):
        return True
    pairs = zip(words, named, strict=True)
    return all(OSA.distance(word, other) <= max(1, len(word) * WRONG_IN_A_WORD) for word, other in pairs)


def complete(spelt: str, limit: int) -> list[str]:
    """Names that begin almost like a mistyped text, best first: well-known ones, else any with its first letter."""
    if not SHORTEST <= len(spelt) <= LONGEST_NAME or any(letter.isdigit() for letter in spelt):
        return []
    by_letter, well_known = _everywhere()
    for names in (well_known, by_letter.get(sound(spelt)[:1])):
        if names and (found := _complete(spelt, names)):
            return sorted(found, key=lambda name: found[name])[:limit]
    return []


def _complete(spelt: str, names: Names) -> dict[str, tuple[int, int]]:
    """Names of the list and what each costs: its mistakes, then how little known it is."""
    allowed = 1 if len(spelt) < 8 else 2
    found: dict[str, tuple[int, int]] = {}
    for length in (len(spelt), len(spelt) + 1):
        beginnings = [name[:length] for name in names.names]
        near = process.extract(spelt, beginnings, scorer=OSA.distance, score_cutoff=allowed, limit=40)
        for _, apart, index in near:
            cost = (int(apart) + (beginnings[index][0] != spelt[0]), -names.ranks[index])
            name = names.names[index]
            found[name] = min(cost, found.get(name, cost))
    return found
