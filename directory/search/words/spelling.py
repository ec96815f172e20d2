"""Puts unknown words right by the nearest word of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from directory.search.words.folding import GRAMMAR


def slips(word: str) -> int:
    """How many letters may be wrong in a word of this length."""
    return 0 if len(word) < 5 else 1 if len(word) < 8 else 2


class Spelling:
    """Corrects by optimal string alignment distance; a word that the vocabulary uses is never changed."""

    def __init__(self, words: Iterable[str], also_known: Iterable[str] = ()) -> None:
        """`words` may be answers (those of names); `also_known` are right too but nothing is corrected to them."""
        self._words = sorted(word for word in set(words) if len(word) > 3)
        self._known = frozenset(self._words) | frozenset(also_known) | GRAMMAR

    def correct(self, folded: str) -> str:
        """The text with its unknown words replaced, unchanged where nothing is near enough."""
        return " ".join(word if word in self._known else self._nearest(word) for word in folded.split())

    def _nearest(self, word: str) -> str:
        if not (allowed := slips(word)):
            return word
        found = process.extractOne(word, self._words, scorer=OSA.distance, score_cutoff=allowed)
        return found[0] if found else word
