"""A sparse matrix by feature, in three numpy arrays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.integer[Any]]
Floats = NDArray[np.floating[Any]]


class Postings:
    """Which columns hold a feature, and with what weight: 6 bytes a cell."""

    def __init__(self, feature: Integers, column: Integers, weight: Floats, *, features: int, columns: int) -> None:
        order = np.argsort(feature, kind="stable")
        self._columns = column[order].astype(np.uint16 if columns < 2**16 else np.uint32)
        self._weights = weight[order].astype(np.float32)
        self._starts = np.concatenate(([0], np.cumsum(np.bincount(feature, minlength=features)))).tolist()
        self._size = columns

    def scores(self, query: Sequence[tuple[int, float]]) -> Floats:
        """The weighted sum of every column over the (feature, weight) pairs of a query."""
        if not query:
            return np.zeros(self._size)
        at = [slice(self._starts[feature], self._starts[feature + 1]) for feature, _ in query]
        weights = [self._weights[cells] * weight for cells, (_, weight) in zip(at, query, strict=True)]
        columns = np.concatenate([self._columns[cells] for cells in at])
        return np.asarray(np.bincount(columns, np.concatenate(weights), minlength=self._size), np.float64)
