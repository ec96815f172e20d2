"""A small inverted index: postings in numpy arrays, cosine of weighed features, no scipy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from directory.search.words.grams import SHARES, Features

Floats = NDArray[np.float32]


class Index:
    """Scores every document against a text by the sum over kinds of share x cosine (tf-idf, Salton and Buckley 1988).

    What a query says that no document does still lengthens the query, so strange words lower every score.
    """

    def __init__(self, documents: Sequence[str], features: Features) -> None:
        self.features = features
        self._shares = np.array(list(SHARES.values()), dtype=np.float32)
        self._ids: dict[str, int] = {}
        kinds: list[int] = []
        rows: list[int] = []
        lengths: list[int] = []
        for text in documents:
            for word in text.split():
                features.remember(word)
            before = len(rows)
            for kind, name in features.of_text(text):
                feature = self._ids.get(name)
                if feature is None:
                    feature = self._ids[name] = len(kinds)
                    kinds.append(kind)
                rows.append(feature)
            lengths.append(len(rows) - before)
        self.size = len(documents)
        self._kinds = np.array(kinds, dtype=np.uint8)
        self._post(np.array(rows, dtype=np.int64), np.array(lengths, dtype=np.int64))

    def _post(self, rows: NDArray[np.int64], lengths: NDArray[np.int64]) -> None:
        """Lay the weights out by feature, each document's share of each kind scaled to its length."""
        count = len(self._kinds)
        documents = np.repeat(np.arange(self.size), lengths)
        cells, times = np.unique(rows * self.size + documents, return_counts=True)
        feature, document = cells // self.size, cells % self.size
        seen = np.bincount(feature, minlength=count)
        self._rarity = (np.log((1 + self.size) / (1 + seen)) + 1).astype(np.float32)
        self._unseen = float(np.log(1 + self.size) + 1)
        weight = (1 + np.log(times)) * self._rarity[feature]
        block = document * len(self._shares) + self._kinds[feature]
        norm = np.sqrt(np.bincount(block, weight**2, minlength=self.size * len(self._shares)))
        self._weights = (weight / norm[block] * self._shares[self._kinds[feature]]).astype(np.float32)
        self._documents = document.astype(np.uint16 if self.size < 65536 else np.uint32)
        self._starts = np.concatenate(([0], np.cumsum(seen))).tolist()

    def scores(self, folded: str) -> Floats:
        """One score a document, 0 to 1."""
        times = Counter(self.features.of_text(folded))
        norms = [0.0] * len(self._shares)
        known: list[tuple[int, int, float]] = []
        for (kind, name), count in times.items():
            feature = self._ids.get(name)
            rarity = self._unseen if feature is None else float(self._rarity[feature])
            weight = (1 + np.log(count)) * rarity
            norms[kind] += weight**2
            if feature is not None:
                known.append((kind, feature, weight))
        if not known:
            return np.zeros(self.size, dtype=np.float32)
        slices = [slice(self._starts[feature], self._starts[feature + 1]) for _, feature, _ in known]
        at = np.concatenate([self._documents[s] for s in slices])
        weights = np.concatenate(
            [self._weights[s] * (w / norms[k] ** 0.5) for (k, _, w), s in zip(known, slices, strict=True)]
        )
        return np.bincount(at, weights, minlength=self.size).astype(np.float32)
