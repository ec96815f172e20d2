"""Names, synonyms and known misspellings: looked up whole, in any order, or as far as they are typed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from directory.search.words.folding import GRAMMAR, bag, fold, stem, without_filler
from directory.search.words.model import Role

_SURGEON = re.compile(r"\bsurgeons?\b")
ORDER: dict[Role, int] = {"name": 0, "synonym": 1, "misspelling": 2, "phrase": 3}


@dataclass(frozen=True, slots=True)
class Entry:
    """One written form of a target (by its number)."""

    target: int
    text: str
    folded: str
    role: Role


def spellings(name: str) -> Iterator[str]:
    """A name whole, without what stands in brackets, and what stands in brackets."""
    yield name
    outside, bracket, rest = name.partition("(")
    if bracket:
        inside, _, after = rest.partition(")")
        yield f"{outside} {after}"
        yield inside


class Names:
    """Finds entries by their key; phrases are found whole only."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._by_key: dict[str, list[Entry]] = {}
        self._by_word: dict[str, list[int]] = {}
        self._entries = [entry for entry in entries if entry.role != "phrase"]
        for entry in entries:
            folded = entry.folded
            keys = {folded, folded.replace(" ", "")}
            if entry.role != "phrase":
                keys.add("#" + bag(folded))
            for key in keys:
                self._by_key.setdefault(key, []).append(entry)
        for number, entry in enumerate(self._entries):
            for word in set(entry.folded.split()):
                self._by_word.setdefault(word, []).append(number)
        self._words = sorted(self._by_word)
        self._long: dict[tuple[str, int], list[str]] = {}
        for entry in self._entries:
            if entry.role != "misspelling" and len(entry.folded) > 8:
                self._long.setdefault((entry.folded[0], entry.folded.count(" ")), []).append(entry.folded)

    def exact(self, folded: str) -> list[Entry]:
        """Entries that say the same, names before synonyms before misspellings before phrases."""
        core = without_filler(folded)
        done = _SURGEON.sub("surgery", folded)
        for text in (folded, done, core):
            for key in (text, text.replace(" ", ""), "#" + bag(text)):
                if len(key) > 1 and (found := self._by_key.get(key)):
                    return sorted(found, key=lambda entry: ORDER[entry.role])
        return []

    def nearly(self, folded: str) -> list[Entry]:
        """Entries that say the same but for a slip or two in a long text, where each word alone may be right."""
        allowed = len(folded) // 9
        if not allowed or " " not in folded:
            return []
        alike = self._long.get((folded[0], folded.count(" ")), ())
        found = process.extractOne(folded, alike, scorer=OSA.distance, score_cutoff=min(allowed, 2))
        return sorted(self._by_key[found[0]], key=lambda entry: ORDER[entry.role]) if found else []

    def begun(self, folded: str) -> list[Entry]:
        """Entries that hold every word typed, the last as a beginning; those that start with the text come first."""
        *whole, last = folded.split()
        found: set[int] | None = None
        for word in whole:
            if word in GRAMMAR:
                continue
            with_word = set(self._by_word.get(word, ())) | set(self._by_word.get(stem(word), ()))
            found = with_word if found is None else found & with_word
        ending = {number for word in self._starting(last) for number in self._by_word[word]}
        found = ending if found is None else found & ending
        entries = (self._entries[number] for number in found)
        return sorted(
            entries, key=lambda e: (not e.folded.startswith(folded), ORDER[e.role], e.target, len(e.folded), e.folded)
        )

    def _starting(self, beginning: str) -> Iterator[str]:
        for word in self._words[bisect_left(self._words, beginning) :]:
            if not word.startswith(beginning):
                return
            yield word


def entries_of(target: int, text: str, role: Role) -> Iterator[Entry]:
    for spelling in spellings(text) if role == "name" else (text,):
        if folded := fold(spelling):
            yield Entry(target, spelling.strip(), folded, role)
