"""People's names out of lists: capitals undone, suffixes and credentials put where they belong."""

from __future__ import annotations

import re
from dataclasses import dataclass

SUFFIXES = {"jr": "Jr.", "junior": "Jr.", "sr": "Sr.", "senior": "Sr.", "ii": "II", "iii": "III", "iv": "IV"}
# Those that are family names too (Do, Ma) count only where a comma or a column of their own says so.
CREDENTIALS = {
    name.lower(): name
    for name in (
        "MD", "MBBS", "MBChB", "MBBCh", "BDS", "DDS", "DMD", "PhD", "DPhil", "MPH", "MBA", "MHA", "MSc", "FACS", "FAAP",
        "FRCS", "FRCSC", "FRCSEd", "FRACS", "FICS", "FASSH", "MPhil", "EdD", "JD",
    )
}  # fmt: skip
ONLY_AFTER_A_COMMA = {"do": "DO", "ms": "MS", "ma": "MA", "bs": "BS", "ba": "BA", "pa": "PA"}
TITLES = {"dr", "doctor", "prof", "professor", "mr", "mrs", "ms", "miss"}
PARTICLES = {"de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "van", "von", "st", "al", "el"}
WORD = re.compile(r"[^\W_]+")
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
DIRECTIONS = {"ne", "nw", "se", "sw", "us", "po"}


@dataclass(slots=True)
class Name:
    given: str = ""
    family: str = ""
    suffix: str = ""
    credentials: str = ""

    def fields(self) -> dict[str, str]:
        """What there is of it, as a Surgeon names it."""
        parts = {
            "given_name": self.given,
            "family_name": self.family,
            "suffix": self.suffix,
            "credentials": self.credentials,
        }
        return {field: text for field, text in parts.items() if text}


def plain_case(text: str) -> str:
    """Capitals undone ("O'BRIEN-MCCOY" is "O'Brien-McCoy"); what somebody wrote in both cases stays as it is."""
    if not (text.isupper() or text.islower()):
        return text
    return WORD.sub(lambda found: _word(found[0]), text)


def _word(word: str) -> str:
    low = word.lower()
    if low in SUFFIXES and len(low) > 1 and set(low) <= set("iv"):
        return low.upper()
    if ORDINAL.fullmatch(word):
        return low
    if any(letter.isdigit() for letter in word) or low in DIRECTIONS:
        return word.upper()
    if low.startswith("mc") and len(low) > 3:
        return "Mc" + low[2:].capitalize()
    return low.capitalize()


def credentials(text: str) -> str:
    """ "M.D., F.A.C.S." as "MD, FACS"; a text without one that we know stays as it was written."""
    said: list[str] = []
    for part in re.split(r"[,;/&]| and ", text):
        words = part.split()
        known = [_credential(word, after_comma=True) for word in words]
        said += [word for word in known if word] if all(known) else [part.strip()]
    return ", ".join(dict.fromkeys(one for one in said if one))


def _bare(word: str) -> str:
    return word.replace(".", "").strip(" ,").lower()


def _credential(word: str, *, after_comma: bool) -> str:
    bare = _bare(word)
    return CREDENTIALS.get(bare) or (ONLY_AFTER_A_COMMA.get(bare, "") if after_comma else "")


def from_columns(given: str, family: str, suffix: str = "", held: str = "") -> Name:
    """A name whose parts have columns of their own, in each of which something else may have slipped."""
    name = Name(suffix=SUFFIXES.get(_bare(suffix), suffix.strip()), credentials=credentials(held))
    if _credential(suffix, after_comma=True):
        name.suffix = ""
        _holds(name, _credential(suffix, after_comma=True))
    name.family = plain_case(_stripped(family, name))
    name.given = plain_case(_without_title(_stripped(given, name)))
    if name.suffix.lower() not in {known.lower() for known in SUFFIXES.values()}:
        name.suffix = plain_case(name.suffix) if len(name.suffix) > 3 else name.suffix
    return name


def from_whole(text: str) -> Name:
    """A name in one cell, in either order: "Dr. Jane Q. Doe, MD" and "DOE, JANE Q., III, M.D."."""
    name = Name()
    parts = [part for part in (_stripped(part, name) for part in text.split(",")) if part]
    people = parts[:1] + [part for part in parts[1:] if not _is_aside(part, name)]  # "Do, Ngoc" begins with a name
    if len(people) > 1:
        name.family, name.given = people[0], " ".join(people[1:])
    elif people:
        words = _without_title(people[0]).split()
        split = len(words) - 1
        while split > 1 and words[split - 1].lower().strip(".") in PARTICLES:
            split -= 1
        name.given, name.family = " ".join(words[:split]), " ".join(words[split:])
    name.given, name.family = plain_case(_without_title(name.given)), plain_case(name.family)
    return name


def _is_aside(part: str, name: Name) -> bool:
    """Whether a part between commas is suffix and credentials alone, which `name` then has."""
    words = part.split()
    if _bare(part) in SUFFIXES and not name.suffix:
        name.suffix = SUFFIXES[_bare(part)]
        return True
    known = [_credential(word, after_comma=True) for word in words]
    if not all(known):
        return False
    _holds(name, *known)
    return True


def _stripped(text: str, name: Name) -> str:
    """Without suffix and credentials at its end, which `name` then has; the first word is always kept."""
    words = text.replace(",", " , ").split()
    after_comma = "," in words
    held: list[str] = []
    while len(words) > 1:
        last = words[-1]
        if last == ",":
            pass
        elif _bare(last) in SUFFIXES:
            name.suffix = name.suffix or SUFFIXES[_bare(last)]
        elif known := _credential(last, after_comma=after_comma):
            held.insert(0, known)
        else:
            break
        words.pop()
    _holds(name, *held)
    return " ".join(words).replace(" ,", ",").strip(" ,")


def _holds(name: Name, *more: str) -> None:
    said = [one for one in name.credentials.split(", ") if one]
    name.credentials = ", ".join(dict.fromkeys([*said, *more]))


def _without_title(text: str) -> str:
    words = text.split()
    while len(words) > 1 and _bare(words[0]) in TITLES:
        words.pop(0)
    return " ".join(words)
