"""Scores phrases, and the targets they belong to, by how like a text they are; no scipy."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence

import numpy as np

from directory.search.words.between import Between
from directory.search.words.folding import GRAMMAR, stem
from directory.search.words.grams import SHARES, Features
from directory.search.words.postings import Floats, Integers, Postings

KINDS = len(SHARES)
ROOTS = np.sqrt(SHARES).astype(np.float16)
PIVOT = 0.15  # how far a length is drawn to the mean, lest one rare word make a short phrase the answer to a sentence


class Index:
    """Sum over kinds of share x cosine of tf-idf weights (Salton and Buckley 1988), to a phrase and to a whole target.

    What a text says that no phrase does still lengthens it, so strange words lower every score.
    """

    def __init__(self, phrases: Sequence[str], owners: Integers, features: Features) -> None:
        """`owners` numbers the target of each phrase from 0."""
        self.features = features
        self._numbers: dict[str, int] = {}
        # Arrays of 32 bits, and what was worked out forgotten after: a process never gives back what it once held.
        kinds, cells, times, lengths = array("i"), array("i"), array("i"), array("i")
        for phrase in phrases:
            features.keep(phrase.split())
            found = Counter(features.of_text(phrase))
            for (kind, name), often in found.items():
                number = self._numbers.setdefault(name, len(kinds))
                if number == len(kinds):
                    kinds.append(kind)
                cells.append(number)
                times.append(often)
            lengths.append(len(found))
        features.forget()
        of_phrase = np.repeat(np.arange(len(phrases), dtype=np.int32), lengths)
        self._weigh(_frozen(cells), of_phrase, _frozen(times), _frozen(kinds), owners.astype(np.int32), len(phrases))

    def _weigh(
        self, feature: Integers, phrase: Integers, times: Integers, kinds: Integers, owners: Integers, phrases: int
    ) -> None:
        """Each cell is a feature in a phrase that many times."""
        targets = int(owners.max(initial=-1)) + 1
        often = np.bincount(feature, minlength=len(kinds))
        rarity = (np.log((1 + phrases) / (1 + often)) + 1).astype(np.float32)
        self._rarity: list[float] = rarity.tolist()
        self._unseen = float(np.log(1 + phrases) + 1)
        weight = _unit((1 + np.log(times, dtype=np.float32)) * rarity[feature], kinds[feature], phrase, phrases)
        shared = weight * np.array(SHARES, np.float32)[kinds[feature]]
        self._phrases = Postings(feature, phrase, shared, features=len(kinds), columns=phrases)
        self.between = Between(feature, phrase, weight.astype(np.float16) * ROOTS[kinds[feature]], phrases)
        # A target is the sum of its phrases.
        cells, where = np.unique(feature * np.int32(targets) + owners[phrase], return_inverse=True)
        feature, target = np.divmod(cells, np.int32(max(targets, 1)))
        weight = _unit(np.asarray(np.bincount(where, weight), np.float32), kinds[feature], target, targets)
        shared = weight * np.array(SHARES, np.float32)[kinds[feature]]
        self._targets = Postings(feature, target, shared, features=len(kinds), columns=targets)

    def familiar(self, folded: str) -> float:
        """The share of the text's words, by weight, that some phrase has: 0 to 1."""
        known = strange = 0.0
        for word in folded.split():
            if word not in GRAMMAR:
                number = self._numbers.get(stem(word))
                known += 0.0 if number is None else self._rarity[number]
                strange += self._unseen if number is None else 0.0
        return known / (known + strange) if known else 0.0

    def scores(self, folded: str) -> tuple[Floats, Floats]:
        """How like the text each phrase and each target is, 0 to 1."""
        lengths = [0.0] * KINDS
        known: list[tuple[int, int, float]] = []
        for (kind, name), times in Counter(self.features.of_text(folded)).items():
            number = self._numbers.get(name)
            weight = (1 + np.log(times)) * (self._unseen if number is None else self._rarity[number])
            lengths[kind] += weight**2
            if number is not None:
                known.append((number, kind, weight))
        query = [(number, weight / lengths[kind] ** 0.5) for number, kind, weight in known]
        return self._phrases.scores(query), self._targets.scores(query)


def _frozen(numbers: array[int]) -> Integers:
    return np.frombuffer(numbers, np.int32)


def _unit(weight: Floats, kind: Integers, column: Integers, columns: int) -> Floats:
    """The weights scaled so that those of one kind in one column have about length 1 (pivoted: Singhal et al. 1996)."""
    block = column * KINDS + kind
    length = np.sqrt(np.bincount(block, weight**2, minlength=columns * KINDS)).reshape(columns, KINDS)
    mean = length.sum(axis=0) / np.maximum((length > 0).sum(axis=0), 1)
    return np.asarray(weight / (length ** (1 - PIVOT) * mean**PIVOT).astype(np.float32).reshape(-1)[block])
