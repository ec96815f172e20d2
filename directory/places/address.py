"""Street addresses: where they are as far as the gazetteer can tell, which is their ZIP or their town."""

from __future__ import annotations

import re
from collections.abc import Iterator

from directory.places.normalise import key

STREET = re.compile(
    r"\b(?:street|st|avenue|ave|av|boulevard|blvd|road|rd|drive|dr|lane|ln|way|court|ct|place|pl|plaza|square|sq|"
    r"parkway|pkwy|highway|hwy|route|rte|circle|cir|terrace|ter|trail|trl|broadway|suite|ste|unit|apt|floor|fl|"
    r"building|bldg|p\.? ?o\.? box|po box|calle|avenida|rue|turnpike|tpke|pike|loop|expressway|expy|alley|row)\b\.?",
    re.I,
)
UNIT = re.compile(r"(?:\b(?:suite|ste|unit|apt|apartment|floor|fl|room|rm|bldg|building|box)\b\.?|#)\s*[\w-]+", re.I)
NUMBERED = re.compile(r"(?:p\.? ?o\.? )?(?:box )?[#\d]", re.I)
LONGEST_TOWN = 6  # words, its state among them


def looks_like_one(text: str) -> bool:
    """Whether a text has a number in it, or parts of which one names a street."""
    return bool(re.search(r"\d", text) or ("," in text and STREET.search(text)))


def is_numbered(text: str) -> bool:
    """Whether a text begins with a house number or a box, or names a street and a number."""
    return bool(NUMBERED.match(text) or (STREET.search(text) and re.search(r"\d", text)))


def towns(text: str) -> Iterator[str]:
    """What of an address may be its town and state, the longest first."""
    text = UNIT.sub(" ", text)
    parts = [part for part in (_worded(part) for part in text.split(",")) if part]
    for start in range(len(parts)):
        if start or not is_numbered(parts[0]):
            yield ", ".join(parts[start:])
    words = _worded(text.replace(",", " ")).split()
    for start in range(max(1, len(words) - LONGEST_TOWN), len(words)):
        yield " ".join(words[start:])


def _worded(part: str) -> str:
    """A part of an address without the codes at its end: "London SW1A 2AA" is London."""
    words = part.split()
    while len(words) > 1 and any(letter.isdigit() for letter in words[-1]):
        words.pop()
    return " ".join(words) if key(" ".join(words)) else ""
