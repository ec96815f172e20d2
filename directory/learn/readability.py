"""A small Flesch-Kincaid: how many years of school a text asks for."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’][A-Za-z]+)?")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n")


def grade(text: str) -> float:
    """0.39 words a sentence + 11.8 syllables a word - 15.59. A line's end closes a sentence too."""
    sentences = [part for part in _SENTENCE_END.split(text) if _WORD.search(part)]
    words = _WORD.findall(text)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """Groups of vowels, less the endings nobody hears; at least 1. Right for nine words of ten."""
    word = re.sub(r"[^a-zà-ÿ]", "", word.lower())
    groups = len(re.findall(r"[aeiouyà-ÿ]+", word))
    if (
        re.search(r"[^aeiouytd]ed$", word)
        or re.search(r"[^aeiouylscxz]es$", word)
        or re.search(r"[^l]e$|[aeiou]le$", word)
    ):
        groups -= not re.search(r"[aeiouy]{2}$", word)
    return max(groups, 1)
