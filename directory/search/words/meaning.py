"""What a text means by the phrases it is like, for words that are nobody's name."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from directory.search.words.grams import Features
from directory.search.words.index import Index


class Meaning:
    """Ranks targets by the average of their two best phrases."""

    def __init__(self, documents: Sequence[tuple[int, str]], features: Features) -> None:
        """`documents` are (target number, folded text), all those of one target together."""
        owners = np.array([owner for owner, _ in documents])
        self._index = Index([text for _, text in documents], features)
        self._starts = np.flatnonzero(np.diff(owners, prepend=-1))
        self._owners = owners[self._starts]

    def rank(self, folded: str, limit: int) -> list[tuple[int, float, int]]:
        """(target number, score, document number of its best phrase), best first."""
        if not self._index.size:
            return []
        scores = self._index.scores(folded)
        best = np.maximum.reduceat(scores, self._starts)
        second = np.maximum.reduceat(np.where(scores == np.repeat(best, self._sizes), 0, scores), self._starts)
        total = (best + second) / 2
        order = np.lexsort((self._owners, -total))[:limit]
        return [
            (int(self._owners[i]), float(total[i]), self._best_document(scores, int(i))) for i in order if total[i] > 0
        ]

    @property
    def _sizes(self) -> NDArray[np.int64]:
        return np.diff(self._starts, append=self._index.size)

    def _best_document(self, scores: NDArray[np.float32], group: int) -> int:
        start = int(self._starts[group])
        return start + int(np.argmax(scores[start : start + int(self._sizes[group])]))
