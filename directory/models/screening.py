"""Text that must never be published: it looks like a social security number, a date of birth or a home address."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError

# A federal directory once published clinicians' social security numbers out of free text; hence this screen.
SHAPES = {
    "a social security number": re.compile(
        r"(?<![\d-])(?!000|666|9\d\d)\d{3}([ -])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])|\bSSN\b", re.IGNORECASE
    ),
    "a date of birth": re.compile(
        r"\b(?:born|birth ?date|date of birth|d\.?o\.?b\.?)(?!\w)[^.\n]{0,20}\d{1,4}[/. -]\d{1,2}[/. -]\d{1,4}"
        r"|\b(?:born|birth ?date|date of birth|d\.?o\.?b\.?)(?!\w)[^.\n]{0,12}"
        r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}",
        re.IGNORECASE,
    ),
    "a home address": re.compile(
        r"\b(?:home|private|residence|residential)(?: address)?\b[^.\n]{0,15}\d+ +\w+[^.\n]{0,30}"
        r"\b(?:st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|boulevard|ct|court|way|place|pl)\b",
        re.IGNORECASE,
    ),
}


def private_shape(text: str) -> str | None:
    """What private thing `text` seems to hold, in words for a person, or None."""
    return next((what for what, shape in SHAPES.items() if shape.search(text)), None)


def validate_publishable(value: str) -> None:
    """Raises ValidationError, naming what was seen, when `value` must not be published."""
    if what := private_shape(value):
        raise ValidationError(
            "This looks like %(what)s. It would be public here, so it was not saved. Take it out and save again.",
            code="private",
            params={"what": what},
        )


def validate_texts(value: object) -> None:
    """Raises ValidationError unless `value` is a list of texts that may all be published."""
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise ValidationError('Give a list of texts, such as ["Surgery of the hand, Example Hospital"].')
    for text in value:
        validate_publishable(text)
