"""One spelling for one name: keys that order and match alike on every database."""

from __future__ import annotations

import re
import unicodedata

SPECIAL = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


def fold(text: str) -> str:
    """Lower case, without accents, words of letters and digits separated by one space."""
    bare = unicodedata.normalize("NFKD", text.casefold().translate(SPECIAL))
    plain = "".join(char for char in bare if not unicodedata.combining(char))
    return " ".join(re.findall(r"[^\W_]+", plain.replace("'", "").replace("\u2019", "")))
