"""One spelling for text: no case, accents, punctuation, plurals or filler words."""

from __future__ import annotations

import re
import unicodedata

from directory.search.words.lists import read_lines

LONGEST = 400  # characters that are read; nobody says a treatment in more, and it bounds the cost of a query

GRAMMAR = frozenset(" ".join(read_lines("grammar")).split())

_APOSTROPHES = str.maketrans("", "", "'’‘`´")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")  # B.B.L.
# The longest first, so that "how much does it cost" goes whole.
_FILLER = re.compile(r"\b(?:" + "|".join(sorted(read_lines("filler"), key=len, reverse=True)) + r")\b")


def fold(text: str) -> str:
    """Lower case, no accents, words parted by single spaces."""
    text = _DOTTED.sub(lambda found: found[0].replace(".", ""), text[:LONGEST].translate(_APOSTROPHES))
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", plain.replace("&", " and ")).strip()


def without_filler(folded: str) -> str:
    """The folded text less its filler, or as it was if nothing but filler and grammar remains."""
    rest = " ".join(_FILLER.sub(" ", folded).split())
    return rest if any(word not in GRAMMAR for word in rest.split()) else folded


def only_filler(folded: str) -> bool:
    """Whether nothing is said but what stands around a treatment: "plastic surgeon near me"."""
    return all(word in GRAMMAR for word in _FILLER.sub(" ", folded).split())


def stem(word: str) -> str:
    """The word less its plural ending, English or Spanish."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and word[-2:] not in ("ss", "us", "is"):
        return word[:-1]
    return word


def bag(folded: str) -> str:
    """The stems that carry meaning in alphabetical order, so that word order, plurals and grammar do not count."""
    return " ".join(sorted({stem(word) for word in folded.split() if word not in GRAMMAR}))
