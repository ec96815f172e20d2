"""Puts unknown words right by the nearest word of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from directory.search.words.folding import GRAMMAR

# First letters that sound alike; people seldom get any other first letter wrong.
_SOUNDS = {letter: group[0] for group in ("ckqx", "fp", "gj", "bv", "sz", "iy", "ao") for letter in group}


def slips(word: str) -> int:
    """How many letters may be wrong in a word of this length."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def _begins(text: str) -> str:
    return _SOUNDS.get(text[0], text[0])


class Spelling:
    """Corrects by optimal string alignment distance; a word that the vocabulary uses is never changed."""

    def __init__(self, words: Iterable[str], also_known: Iterable[str] = ()) -> None:
        """`words` may be answers (those of names); `also_known` are right too but nothing is corrected to them."""
        right = sorted(word for word in set(words) if len(word) > 3)
        self._known = frozenset(right) | frozenset(also_known) | GRAMMAR
        self._by_first: dict[str, list[str]] = {}
        for word in right:
            self._by_first.setdefault(_begins(word), []).append(word)

    def correct(self, folded: str) -> str:
        """The text with its unknown words replaced, unchanged where nothing is near enough."""
        return " ".join(word if word in self._known else self._nearest(word) for word in folded.split())

    def correct_finished(self, folded: str) -> str:
        """The same, but for the last word, which may still be growing."""
        finished, space, growing = folded.rpartition(" ")
        return f"{self.correct(finished)}{space}{growing}"

    def _nearest(self, word: str) -> str:
        if not (allowed := slips(word)):
            return word
        choices = self._by_first.get(_begins(word), ())
        found = process.extractOne(word, choices, scorer=OSA.distance, score_cutoff=allowed)
        return found[0] if found else word
