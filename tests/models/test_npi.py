"""National Provider Identifiers, by their form and their check digit."""

from __future__ import annotations

import csv

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from directory.models.npi import check_digit, is_npi, validate_npi

NINE = st.from_regex(r"[12][0-9]{8}", fullmatch=True)


def test_the_example_of_the_standard_is_an_npi():
    assert is_npi("1234567893")


@given(NINE)
def test_one_of_ten_digits_completes_a_number(nine: str):
    assert [digit for digit in "0123456789" if is_npi(nine + digit)] == [check_digit(nine)]


@given(NINE, st.integers(1, 9), st.integers(1, 9))
def test_one_wrong_digit_is_always_seen(nine: str, place: int, shift: int):
    npi = nine + check_digit(nine)
    wrong = npi[:place] + str((int(npi[place]) + shift) % 10) + npi[place + 1 :]
    assert not is_npi(wrong)


@pytest.mark.parametrize(
    "text",
    ["", "123456789", "12345678933", "3234567895", "0000000006", " 1234567893", "1234567893\n", "１２３４５６７８９３"],
)
def test_what_has_not_the_form_is_no_npi(text: str):
    assert not is_npi(text)


def test_the_refusal_repeats_the_number_and_says_what_an_npi_is():
    with pytest.raises(ValidationError, match="1234567890 is not an NPI: ten digits"):
        validate_npi("1234567890")


def test_the_examples_of_the_registry_are_told_apart(shared):
    with (shared / "data/providers/npi_luhn_examples.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        valid = next(value for name, value in row.items() if "valid" in name.lower()).strip().lower()
        assert is_npi(next(iter(row.values()))) == (valid in {"1", "true", "yes", "valid"}), row
