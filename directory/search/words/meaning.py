"""What a text means by the phrases it is like, for words that are nobody's name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from directory.search.words.grams import Features
from directory.search.words.index import Index
from directory.search.words.postings import Floats

SECOND = 0.6  # what the second best phrase counts for beside the best
WHOLE = 1 / 3  # what likeness to the whole of a target counts for beside that to its two best phrases
APART = 0.25  # what the nearest phrases weighed against each other count for beside all that
FAMILIAR = 1 / 5  # below this share of known words a text is not guessed at


class Likeness(NamedTuple):
    """A target, the phrase of it that is most like the text (both by number), and how like, 0 to 1."""

    target: int
    phrase: int
    score: float


class Meaning:
    """Ranks targets by the weighed average of their two best phrases and by all their phrases together."""

    def __init__(self, phrases: Sequence[tuple[int, str]], features: Features) -> None:
        """`phrases` are (target number, folded text), all those of one target together."""
        numbers = np.array([number for number, _ in phrases], dtype=np.int64)
        self._starts = np.flatnonzero(np.diff(numbers, prepend=-1))
        self._numbers = numbers[self._starts]
        self._sizes = np.diff(self._starts, append=len(phrases))
        self._owners = np.repeat(np.arange(len(self._starts)), self._sizes)
        self._index = Index([text for _, text in phrases], self._owners, features)

    def rank(self, folded: str, limit: int) -> list[Likeness]:
        """The targets most like the text, best first; ties keep the order of the targets."""
        if not len(self._starts) or self._index.familiar(folded) < FAMILIAR:
            return []
        phrases, whole = self._index.scores(folded)
        best = np.maximum.reduceat(phrases, self._starts)
        others = np.where(phrases == np.repeat(best, self._sizes), 0, phrases)
        second = np.maximum.reduceat(others, self._starts)
        nearest = (1 - WHOLE) * (best + SECOND * second) / (1 + SECOND) + WHOLE * whole
        near, weights = self._index.between.weigh(phrases)
        apart = np.bincount(self._owners[near], weights, minlength=len(self._starts))
        total = (1 - APART) * nearest + APART * apart
        order = np.argsort(-total, kind="stable")[:limit]
        return [
            Likeness(int(self._numbers[i]), self._first(phrases, int(i)), float(total[i]))
            for i in order
            if total[i] > 0
        ]

    def _first(self, phrases: Floats, owner: int) -> int:
        start = int(self._starts[owner])
        return start + int(np.argmax(phrases[start : start + int(self._sizes[owner])]))
