"""The features of a text: its words, their pieces, the groups of words alike they belong to, and pairs of groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from directory.search.words.folding import GRAMMAR, fold, stem
from directory.search.words.lists import read_lines

WORD, PIECE, ALIKE, PAIR = range(4)
# What each kind of feature carries of a score, found by cross-validation over the phrases.
SHARES = (0.20, 0.30, 0.15, 0.35)
REACH = 6  # how many words further on the other of a pair may stand

Feature = tuple[int, str]


def read_alike() -> dict[str, tuple[str, ...]]:
    """Word stem -> the groups it belongs to, from lists/alike.txt (one group a line, named by its first word)."""
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
    """Turns folded text into features: (kind, name), the name unique over all kinds."""

    def __init__(self, alike: Mapping[str, tuple[str, ...]]) -> None:
        self._alike = alike
        self._kept: dict[str, list[Feature]] = {}

    def keep(self, words: Sequence[str]) -> None:
        """Work the features of these words out once: those of the vocabulary come again and again."""
        for word in words:
            if word not in self._kept:
                self._kept[word] = self._of_word(word)

    def forget(self) -> None:
        self._kept.clear()

    def of_text(self, folded: str) -> list[Feature]:
        words = folded.split()
        found: list[Feature] = []
        for word in words:
            found += self._kept.get(word) or self._of_word(word)
        return found + [(PAIR, pair) for pair in self._pairs(words)]

    def _of_word(self, word: str) -> list[Feature]:
        if word in GRAMMAR:
            return [(WORD, word)]
        named = [(PIECE, "~" + piece) for piece in pieces(word)]
        grouped = [(ALIKE, "=" + group) for group in self._alike.get(stem(word), ())]
        return [(WORD, stem(word)), *named, *grouped]

    def _pairs(self, words: Sequence[str]) -> Iterator[str]:
        """Groups (or words in none) that stand near each other, in no order: "breast" and "sag" say more together."""
        groups = [self._alike.get(root) or (root,) for word in words if word not in GRAMMAR for root in (stem(word),)]
        pairs = {
            f"{min(one, other)}&{max(one, other)}"
            for place, group in enumerate(groups)
            for one in group
            for others in groups[place + 1 : place + 1 + REACH]
            for other in others
            if one != other
        }
        yield from sorted(pairs)
