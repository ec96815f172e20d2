"""The bits behind the search's filters: one table says which value of which filter is which bit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from directory.models.credentials import Accreditor, Certificate
from directory.models.languages import BITS as LANGUAGE_BITS
from directory.models.practices import Accessibility
from directory.models.procedures import MASK_WORD_BITS, MASK_WORDS
from directory.models.surgeons import Gender

Words = tuple[int, int, int, int]

# Filter -> value -> bit. Append only: the bits are stored with every listing. 62 at most.
FLAGS: Mapping[str, Mapping[str, int]] = {
    "certification": {"abps": 1 << 0, "rcpsc": 1 << 1, "cmq": 1 << 2, "national": 1 << 3},
    "subspecialty": {Certificate.HAND.value: 1 << 4, Certificate.HEAD_NECK.value: 1 << 5},
    "accreditation": {value: 1 << (6 + place) for place, value in enumerate(Accreditor.values)},
    "gender": {value: 1 << (16 + place) for place, value in enumerate(Gender.values)},
    "accepting": {"true": 1 << 20},
    "telehealth": {"true": 1 << 21},
    "accessibility": {value: 1 << (24 + place) for place, value in enumerate(Accessibility.values)},
    "candidate": {"true": 1 << 40},
}
# What these filters claim has an end; a row whose facts have run out since it was written does not match them.
DATED = ("certification", "subspecialty", "accreditation")
DATED_BITS = sum(bit for name in DATED for bit in FLAGS[name].values())
LANGUAGES = LANGUAGE_BITS
NO_PROCEDURES: Words = (0, 0, 0, 0)


def procedure_words(ordinals: Iterable[int]) -> Words:
    """The ordinals as four words of 62 bits, which fit a signed 64-bit column on every database."""
    words = [0] * MASK_WORDS
    for ordinal in ordinals:
        words[ordinal // MASK_WORD_BITS] |= 1 << (ordinal % MASK_WORD_BITS)
    return tuple(words)  # type: ignore[return-value]
