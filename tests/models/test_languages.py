"""Languages are codes of one list, each with a bit of its own."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from directory.models.languages import BITS, LANGUAGES, mask
from directory.models.practices import validate_accessibility
from directory.models.surgeons import validate_languages


def test_every_language_has_a_bit_of_its_own_that_a_column_can_hold():
    assert len({*BITS.values()}) == len(LANGUAGES) <= 62
    assert sum(BITS.values()) < 2**62


def test_bits_never_move_because_stored_masks_rely_on_them():
    assert [BITS[code] for code in ("en", "es", "fr", "ase")] == [1, 2, 4, 1 << 39]


def test_a_mask_adds_up_what_is_named_however_often():
    assert mask(["es", "en", "es"]) == 3
    assert mask([]) == 0


def test_a_mask_of_an_unknown_language_is_refused():
    with pytest.raises(KeyError):
        mask(["tlh"])


@pytest.mark.parametrize("value", [["tlh"], "en", ["en", "xx"], {"en": 1}, None, [["en"]]])
def test_a_surgeons_languages_are_a_list_of_known_codes(value: object):
    with pytest.raises(ValidationError, match="Give a list of language codes"):
        validate_languages(value)


def test_known_codes_pass():
    validate_languages(["en", "ase"])
    validate_languages([])


@pytest.mark.parametrize("value", [["ramp"], "lift", None])
def test_accessibility_is_a_list_of_known_codes(value: object):
    with pytest.raises(ValidationError, match="Give a list"):
        validate_accessibility(value)
