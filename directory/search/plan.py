"""The question in numbers, as the engines take it, and what they give back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from directory.search.criteria import Sort
from directory.search.cursors import Mark
from directory.search.geometry import Circle
from directory.search.masks import NO_PROCEDURES, Words

UNKNOWN_YEAR = 9999  # sorts those who have not said when practice began behind all others


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What rows match. Masks of 0 ask nothing; `any_of` asks for one of its procedures, `all_of` for each."""

    day: dt.date
    circle: Circle | None = None
    any_of: Words = NO_PROCEDURES
    all_of: Words = NO_PROCEDURES
    flags: int = 0
    dated: bool = False  # whether the flags claim something that has an end
    languages: int = 0
    since_at_most: int | None = None
    names: tuple[str, ...] = ()
    sort: Sort = "name"
    after: Mark | None = None
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Row:
    """A surgeon's nearest matching listing. `chord_squared` is square metres, 0 without a place."""

    listing_id: int
    surgeon_id: int
    chord_squared: float


@dataclass(slots=True, kw_only=True)
class Tally:
    """How many surgeons carry each flag, speak each language, offer each procedure: by bit, bit and ordinal."""

    flags: dict[int, int] = field(default_factory=dict)
    languages: dict[int, int] = field(default_factory=dict)
    procedures: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Found:
    """One page of rows in order, whether more follow, and the count and tally of all that match."""

    rows: list[Row]
    more: bool
    total: int
    tally: Tally
