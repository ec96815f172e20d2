"""Chance that falls the same way every time."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from bisect import bisect
from collections.abc import Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


def dice(*words: object) -> random.Random:
    """Random numbers that depend on these words alone: what is drawn for one person moves nobody else's."""
    return random.Random(":".join(map(str, words)))  # noqa: S311 - for make-believe, not for secrets


def maybe(rng: random.Random, share: float) -> bool:
    """True in that share of the draws."""
    return rng.random() < share


def days_before(rng: random.Random, day: dt.date, least: int, most: int) -> dt.date:
    """A date between `least` and `most` days before `day`."""
    return day - dt.timedelta(days=rng.randint(least, most))


class Weighed(Generic[T]):
    """A choice among things of different weight. Sums are kept, so that a draw is one bisection."""

    def __init__(self, pairs: Sequence[tuple[T, float]]) -> None:
        self.things = [thing for thing, _ in pairs]
        self.sums = list(itertools.accumulate(weight for _, weight in pairs))

    def draw(self, rng: random.Random) -> T:
        return self.things[min(bisect(self.sums, rng.random() * self.sums[-1]), len(self.things) - 1)]
