"""The features of a text: its words, pairs of words, pieces of words and groups of words alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from directory.search.words.folding import GRAMMAR, fold, stem
from directory.search.words.lists import read_lines

# Share of the score each kind of feature carries, found by cross-validation over the phrases.
SHARES = {"word": 0.35, "pair": 0.1, "piece": 0.35, "alike": 0.2}
KINDS = tuple(SHARES)


def read_alike() -> dict[str, tuple[str, ...]]:
    """Word stem -> the groups it belongs to, from lists/alike.txt (one group a line, its first word naming it)."""
    groups: dict[str, list[str]] = {}
    for line in read_lines("alike"):
        words = fold(line).split()
        for word in words:
            groups.setdefault(stem(word), []).append(words[0])
    return {word: tuple(dict.fromkeys(names)) for word, names in groups.items()}


def pieces(word: str) -> Iterator[str]:
    """Character 3-5-grams of the word with its edges marked."""
    edged = f"^{word}$"
    for size in (3, 4, 5):
        for start in range(len(edged) - size + 1):
            yield edged[start : start + size]


class Features:
    """Turns folded text into (kind, feature) pairs; a feature is a string, unique over the kinds."""

    def __init__(self, alike: Mapping[str, tuple[str, ...]]) -> None:
        self._alike = alike
        self._of_word: dict[str, list[tuple[int, str]]] = {}

    def of_word(self, word: str) -> list[tuple[int, str]]:
        if (known := self._of_word.get(word)) is not None:
            return known
        root = stem(word)
        found = [(0, root)]
        if word not in GRAMMAR:
            found += [(2, "~" + piece) for piece in pieces(word)]
            found += [(3, "=" + group) for group in self._alike.get(root, ())]
        return found

    def remember(self, word: str) -> list[tuple[int, str]]:
        """As of_word, kept: for the words of the vocabulary, which are asked for again and again."""
        return self._of_word.setdefault(word, self.of_word(word))

    def of_text(self, folded: str) -> Iterator[tuple[int, str]]:
        words = folded.split()
        for word in words:
            yield from self.of_word(word)
        roots = [stem(word) for word in words if word not in GRAMMAR]
        for left, right in pairwise(roots):
            yield 1, f"{left} {right}"
