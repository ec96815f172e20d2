"""A place while the gazetteer is being compiled: what will be its row, and the names it will be found by."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable, Iterator

from directory.places.normalise import key
from directory.places.point import Point

# A bare name means the American place unless another is enormously better known: so many people abroad weigh as one.
PEOPLE_IN_A_METROPOLIS, PEOPLE_ABROAD = 40, 100
METROPOLIS = 2_000_000  # people; a capital is one too
PEOPLE_IN_CANADA = 2
STATE, OVERRIDE = 10**9, 10**11  # a state beats any city of its name; our own nicknames beat everything


@dataclasses.dataclass(slots=True, eq=False)
class Draft:
    """One row of the gazetteer to be. `names` holds, by key, how much the name counts and whether it is a mistake."""

    name: str
    kind: str
    region: str
    country: str
    lat: float
    lng: float
    population: int = 0
    radius: float | None = None
    locality: str = ""
    capital: bool = False
    weight: float = 1.0  # below 1 where the figure or the name counts for less than it says
    names: dict[str, Name] = dataclasses.field(default_factory=dict)

    @property
    def point(self) -> Point:
        return Point(lat=self.lat, lng=self.lng)

    @property
    def standing(self) -> int:
        """How likely the bare name means this place, in people of an American city."""
        if self.kind == "state":
            return STATE + self.population
        abroad = PEOPLE_IN_A_METROPOLIS if self.capital or self.population >= METROPOLIS else PEOPLE_ABROAD
        foreign = {"US": 1, "CA": PEOPLE_IN_CANADA}.get(self.country, abroad)
        return 1 + int(self.population * self.weight / foreign)

    @property
    def rank(self) -> int:
        """How early it is offered while someone types."""
        usual = {"state": 3_000_000, "metro": 200_000, "region": 60_000, "airport": 20_000, "district": 10_000}
        if self.kind == "county":
            return 1 + self.population // 20
        return max(usual.get(self.kind, 1), 0 if self.kind == "state" else self.standing)

    def call(self, text: str, *, boost: int = 0, listed: bool = True, mended: bool = False) -> None:
        """Let it be found by `text` too. `listed` names are offered while typing, `mended` ones are mistakes."""
        if spelt := key(text):
            self.names.setdefault(spelt, Name(boost=boost, listed=listed, mended=mended))


@dataclasses.dataclass(frozen=True, slots=True)
class Name:
    boost: int
    listed: bool
    mended: bool


class Neighbours:
    """Drafts by one-degree cells, to ask what lies near without looking at all of them."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self.cells: dict[tuple[int, int], list[Draft]] = {}
        for draft in drafts:
            self.cells.setdefault((math.floor(draft.lat), math.floor(draft.lng)), []).append(draft)

    def around(self, draft: Draft, *, within_miles: float) -> Iterator[Draft]:
        """Other drafts so near, as far as they are in the same cell or one of the eight beside it."""
        row, column = math.floor(draft.lat), math.floor(draft.lng)
        for cell in ((row + up, column + right) for up in (-1, 0, 1) for right in (-1, 0, 1)):
            for other in self.cells.get(cell, ()):
                if other is not draft and draft.point.miles_to(other.point) <= within_miles:
                    yield other
