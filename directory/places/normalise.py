"""One spelling for every way of writing a place: the key under which the gazetteer files it."""

from __future__ import annotations

import functools
import re
import unicodedata

LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ʻ": "", "’": "'"}
)
# Apostrophes inside a name and dots inside initials vanish (O'Fallon, L.A.); other marks separate words.
VANISHING = re.compile(r"(?<=\w)['`´ʼ‘](?=\w)|(?<=\b\w)\.(?=\w\b)|(?<=\b\w\.\w)\.")
SEPARATING = re.compile(r"[^\w]+|_+")

WORDS = {
    "saint": "st", "sainte": "st", "ste": "st", "ft": "fort", "mt": "mount", "mtn": "mountain", "mts": "mountains",
    "pt": "point", "pte": "point", "hts": "heights", "hgts": "heights", "spgs": "springs", "spg": "spring",
    "sprgs": "springs", "twp": "township", "vlg": "village", "bch": "beach", "jct": "junction", "ctr": "center",
    "centre": "center", "hls": "hills", "fls": "falls", "isl": "island", "lk": "lake", "cty": "county",
    "cnty": "county", "intl": "international", "pres": "presidio", "grv": "grove", "cyn": "canyon", "hbr": "harbor",
    "harbour": "harbor", "pkwy": "parkway", "univ": "university", "no": "north", "so": "south",
}  # fmt: skip
DIRECTIONS = {"n": "north", "s": "south", "e": "east", "w": "west", "nw": "northwest", "ne": "northeast",
              "sw": "southwest", "se": "southeast"}  # fmt: skip


LONGEST_TEXT = 200  # characters: no address is longer


def tidy(text: str) -> str:
    """What of a typed text is read: its first 200 characters, blanks evened out, nothing that a database refuses."""
    readable = text[:LONGEST_TEXT].encode(errors="replace").decode().replace("\0", " ")
    return " ".join(readable.split())


@functools.lru_cache(maxsize=2_000)
def key(text: str) -> str:
    """Lower case, no accents, no marks, one spelling of St/Saint, Ft, Mt, N.; words parted by one blank."""
    plain = text.casefold().replace("&", " and ")
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(LETTERS))
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = SEPARATING.sub(" ", VANISHING.sub("", plain)).strip()
    return " ".join(spell(plain.split()))


def spell(words: list[str]) -> list[str]:
    """The words of a name, each in its one spelling. Some are short for something only in certain places."""
    spelt: list[str] = []
    for index, word in enumerate(words):
        if spelt and (spelt[-1] == "mc" or (spelt[-1] in ("o", "d") and len(word) > 3)):
            # the post office writes "Mc Kinney" and "O Fallon"
            spelt[-1] += word
        elif index == 0 and len(words) > 1 and len(words[1]) > 2 and word in DIRECTIONS:
            spelt.append(DIRECTIONS[word])
        elif (word in ("no", "so") and index > 0) or (word == "mt" and index == len(words) - 1):
            spelt.append(word)  # not north or south; not Mount but Montana
        else:
            spelt.append(WORDS.get(word, word) if len(words) > 1 else word)
    return spelt


def sound(name: str) -> str:
    """A key with what is often misheard or mistyped evened out: doubled letters, ph/f, ck/k, y/i, silent h."""
    for written, heard in (("ph", "f"), ("ck", "k"), ("qu", "k"), ("y", "i"), ("ie", "i"), ("ei", "i"), ("wh", "w"),
                           ("gh", "g"), ("sc", "s"), ("z", "s"), ("c", "k"), (" ", "")):  # fmt: skip
        name = name.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", name)
