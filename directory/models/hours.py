"""When an office is open: {"mon": "8:30-12:00, 13:00-17:00"}; a day left out is closed."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CLOCK = r"(?:[01]?\d|2[0-3]):[0-5]\d"
SPAN = re.compile(rf"({CLOCK}) ?- ?({CLOCK})", re.ASCII)


def validate_hours(value: object) -> None:
    """Raises ValidationError unless `value` is a mapping of days to spans, each of which closes after it opens."""
    known = isinstance(value, dict) and value.keys() <= set(WEEK)
    if not known or not all(isinstance(text, str) and _is_open(text) for text in value.values()):  # type: ignore[attr-defined]
        raise ValidationError(
            'Give a mapping like {"mon": "8:30-12:00, 13:00-17:00"}, the days named %(days)s.',
            params={"days": ", ".join(WEEK)},
        )


def _is_open(text: str) -> bool:
    spans = [SPAN.fullmatch(span.strip()) for span in text.split(",")]
    return all(span and _minutes(span[1]) < _minutes(span[2]) for span in spans)


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
