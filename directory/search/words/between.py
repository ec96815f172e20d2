"""How like each other the phrases nearest to a text are, and what each then says about it on its own."""

from __future__ import annotations

import numpy as np

from directory.search.words.postings import Floats, Integers

NEIGHBOURS = 48  # the phrases that are weighed against each other; more gain little and cost time at every key
RIDGE = 0.3  # how little a phrase is trusted; with NEIGHBOURS found by cross-validation over the phrases


class Between:
    """The features of every phrase, by phrase: 6 bytes a cell."""

    def __init__(self, feature: Integers, phrase: Integers, weight: Floats, phrases: int) -> None:
        """Cells in the order of their phrases; the product of two phrases' weights is how like they are, 0 to 1."""
        self._features = feature.astype(np.int32, copy=False)
        self._weights = weight.astype(np.float16, copy=False)
        self._starts = np.concatenate(([0], np.cumsum(np.bincount(phrase, minlength=phrases))))

    def weigh(self, likeness: Floats) -> tuple[Integers, Floats]:
        """The phrases most like a text, and the weight of each in saying what the text means.

        Kernel ridge regression (Saunders et al. 1998) on the neighbours: ten phrases that say one thing count
        together about as much as one that says another, where a plain sum would count them ten times.
        """
        many = min(NEIGHBOURS, len(likeness))
        near = np.sort(np.argpartition(-likeness, many - 1)[:many])
        alike = self._alike(near)
        return near, np.linalg.solve(alike + RIDGE * np.eye(many, dtype=alike.dtype), likeness[near])

    def _alike(self, chosen: Integers) -> Floats:
        at = [slice(self._starts[phrase], self._starts[phrase + 1]) for phrase in chosen]
        features, column = np.unique(np.concatenate([self._features[cells] for cells in at]), return_inverse=True)
        row = np.repeat(np.arange(len(chosen)), [cells.stop - cells.start for cells in at])
        dense = np.zeros((len(chosen), len(features)), np.float32)
        dense[row, column] = np.concatenate([self._weights[cells] for cells in at])
        return np.asarray(dense @ dense.T)
