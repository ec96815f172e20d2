"""The National Provider Identifier and its check digit."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError


def is_npi(text: str) -> bool:
    """Whether `text` is ten digits, begins with 1 or 2 and passes the Luhn formula over 80840 + NPI.

    Source: CMS, "Requirements for National Provider Identifier and NPI check digit". A right check digit says nothing
    about status: deactivated numbers pass.
    """
    if not re.fullmatch(r"[12]\d{9}", text, re.ASCII):
        return False
    total = 0
    for place, digit in enumerate(reversed("80840" + text)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def check_digit(nine: str) -> str:
    """The digit that completes the nine leading digits of an NPI."""
    return next(digit for digit in "0123456789" if is_npi(nine + digit))


def validate_npi(value: str) -> None:
    """Raises ValidationError unless `value` is an NPI in form."""
    if not is_npi(value):
        raise ValidationError(
            "%(value)s is not an NPI: ten digits, the first 1 or 2, the last a check digit over the others.",
            code="npi",
            params={"value": value},
        )
