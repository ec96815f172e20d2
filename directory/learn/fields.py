"""Reading one value of the front matter: each reader answers with a clean value or notes a problem."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Any

from directory.learn.problems import Problem

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
URL = re.compile(r"https://[^\s/]+\.[^\s/]+(?:/\S*)?")


class Fields:
    """The front matter of one file, read field by field; `problems` collects what was wrong."""

    def __init__(self, values: Mapping[str, Any], *, file: str, prefix: str = "") -> None:
        self.values = values
        self.file = file
        self.prefix = prefix
        self.problems: list[Problem] = []

    def note(self, field: str, message: str) -> None:
        """Keep a problem of this field."""
        self.problems.append(Problem(self.file, self.prefix + field, message))

    def expect_only(self, names: Sequence[str]) -> None:
        """Note each missing field, and each unknown one: a misspelled name would otherwise be lost in silence."""
        for name in names:
            if name not in self.values:
                self.note(name, "is missing")
        for name in self.values:
            if name not in names:
                self.note(str(name), f"is not a field; the fields are {', '.join(names)}")

    def text(self, name: str, *, at_most: int = 400) -> str:
        """A text on one line, not empty, of `at_most` characters; "" after a problem."""
        return self._text(name, self.values[name], at_most) if name in self.values else ""

    def optional_text(self, name: str) -> str | None:
        """A text, or None where the file says null."""
        return None if self.values.get(name) is None else self.text(name)

    def slug(self, name: str) -> str:
        """A slug: lower-case letters, digits and single hyphens."""
        value = self.text(name)
        if value and not SLUG.fullmatch(value):
            self.note(name, f"{value!r} is not a slug (lower-case letters, digits, single hyphens)")
        return value

    def choice(self, name: str, choices: Sequence[str]) -> str:
        """One of `choices`."""
        value = self.text(name)
        if value and value not in choices:
            self.note(name, f"{value!r} is none of {', '.join(choices)}")
        return value

    def date(self, name: str) -> datetime.date | None:
        """A day such as 2026-11-25, or None where the file says null or after a problem."""
        value = self.values.get(name)
        if value is None:
            return None
        # A datetime is a date to isinstance, and a time of day means nothing here.
        if isinstance(value, datetime.datetime) or not isinstance(value, datetime.date):
            self.note(name, f"must be a day such as 2026-11-25, not {value!r}")
            return None
        return value

    def required_date(self, name: str) -> datetime.date:
        """A day; date.min after a problem."""
        if name in self.values and self.values[name] is None:
            self.note(name, "must be a day such as 2026-11-25, not null")
        return self.date(name) or datetime.date.min

    def items(self, name: str, *, at_least: int = 0, at_most: int = 50) -> list[Any]:
        """A list of `at_least` to `at_most` entries; [] after a problem."""
        if name not in self.values:
            return []
        value = self.values[name]
        if not isinstance(value, list):
            self.note(name, f"must be a list, not {value!r}")
            return []
        if not at_least <= len(value) <= at_most:
            self.note(name, f"has {len(value)} entries; {at_least} to {at_most} are wanted")
        return value

    def texts(self, name: str, *, at_least: int = 0, at_most: int = 50, longest: int = 200) -> tuple[str, ...]:
        """A list of different texts."""
        entries = enumerate(self.items(name, at_least=at_least, at_most=at_most), 1)
        values = tuple(self._text(f"{name}[{n}]", value, longest) for n, value in entries)
        if len(set(values)) < len(values):
            self.note(name, "names something twice")
        return values

    def slugs(self, name: str, *, at_least: int = 0) -> tuple[str, ...]:
        """A list of different slugs."""
        values = self.texts(name, at_least=at_least)
        for value in values:
            if value and not SLUG.fullmatch(value):
                self.note(name, f"{value!r} is not a slug (lower-case letters, digits, single hyphens)")
        return values

    def records(self, name: str, *, at_least: int = 0) -> list[Fields]:
        """A list of mappings, each as Fields of its own; add their problems with `absorb`."""
        found = []
        for n, value in enumerate(self.items(name, at_least=at_least), 1):
            if isinstance(value, dict):
                found.append(Fields(value, file=self.file, prefix=f"{name}[{n}]."))
            else:
                self.note(f"{name}[{n}]", f"must be a mapping, not {value!r}")
        return found

    def absorb(self, other: Fields) -> None:
        """Take over the problems of a nested record."""
        self.problems += other.problems

    def _text(self, field: str, value: object, at_most: int) -> str:
        if not isinstance(value, str) or not value.strip():
            self.note(field, f"must be a text, not {value!r}")
            return ""
        value = " ".join(value.split())
        if len(value) > at_most:
            self.note(field, f"has {len(value)} characters; at most {at_most} fit")
        return value
