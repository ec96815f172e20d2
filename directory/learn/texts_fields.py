"""One text, field by field: what each must hold, how long it may be, and which statements wait for a clinician."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

from directory.learn.fields import Fields
from directory.learn.problems import Problem

Kind = Literal["treatments", "concerns"]
KINDS: tuple[Kind, ...] = ("treatments", "concerns")
PROSE: dict[Kind, tuple[str, ...]] = {
    "treatments": ("what", "how", "recovery", "lasts", "risks", "suits", "avoid"),
    "concerns": ("what", "normal", "treatments", "soon"),
}
BRIEF = ("how", "downtime", "lasts", "suits")
# A field that may be "": for a few concerns nothing is ever urgent.
MAY_BE_EMPTY = frozenset({"soon"})
FEWEST_WORDS, MOST_WORDS, MOST_BRIEF_WORDS = 40, 260, 9
LONGEST_FIELD = 1_600

_MARK = re.compile(r"\s*\[check\]")
_ENDS = re.compile(r"(?<=[.!?])\s+")


def read_fields(kind: Kind, slug: str, values: Mapping[str, Any], file: str) -> tuple[dict[str, Any], list[Problem]]:
    """The values of one entry as TextSource takes them, and what is wrong with them."""
    given = Fields(values, file=file, prefix=f"{slug}.")
    wanted = PROSE[kind] + (("questions", "brief") if kind == "treatments" else ())
    given.expect_only([*wanted, "review"] if "review" in values else wanted)
    raw: dict[str, Any] = {name: _prose(given, name) for name in PROSE[kind] if name in values}
    if kind == "treatments":
        raw["questions"] = list(given.texts("questions", at_least=3, at_most=5, longest=160))
        raw["brief"] = _brief(given)
    unchecked = tuple((name, said) for name, value in _strings(raw) for said in statements(value))
    fields = {name: _unmarked(value) for name, value in raw.items()}
    words = sum(len(fields[name].split()) for name in PROSE[kind] if name in fields)
    if not FEWEST_WORDS <= words <= MOST_WORDS:
        given.note("words", f"are {words}; {FEWEST_WORDS} to {MOST_WORDS} are wanted")
    reviewed_on, reviewer = _review(given)
    if reviewed_on and unchecked:
        given.note("review", "says that it was reviewed, but statements are still marked [check]")
    read = {"fields": fields, "reviewed_on": reviewed_on, "reviewer": reviewer, "unchecked": unchecked}
    return read, given.problems


def statements(text: str) -> list[str]:
    """The sentences that end in the mark, without it: `About 3 months [check].` and `About 3 months. [check]`."""
    parts = _MARK.split(text)[:-1]
    return [_ENDS.split(" ".join(part.split()).lstrip(".!? "))[-1] for part in parts]


def _prose(given: Fields, name: str) -> str:
    value = given.values[name]
    if value == "" and name in MAY_BE_EMPTY:
        return ""
    given.text(name, at_most=LONGEST_FIELD)
    paragraphs = str(value or "").splitlines()
    return "\n".join(" ".join(part.split()) for part in paragraphs if part.strip())


def _brief(given: Fields) -> dict[str, str]:
    values = given.values.get("brief")
    if not isinstance(values, dict):
        if "brief" in given.values:
            given.note("brief", f"must be a mapping, not {values!r}")
        return {}
    inner = Fields(values, file=given.file, prefix=f"{given.prefix}brief.")
    inner.expect_only(BRIEF)
    brief = {name: inner.text(name, at_most=90) for name in BRIEF}
    for name, value in brief.items():
        if len(_MARK.sub("", value).split()) > MOST_BRIEF_WORDS:
            inner.note(name, f"has more than {MOST_BRIEF_WORDS} words: {value}")
    given.absorb(inner)
    return brief


def _review(given: Fields) -> tuple[Any, str]:
    values = given.values.get("review")
    if values is None:
        return None, ""
    if not isinstance(values, dict):
        given.note("review", "must be a mapping of `day` and `by`")
        return None, ""
    inner = Fields(values, file=given.file, prefix=f"{given.prefix}review.")
    inner.expect_only(("day", "by"))
    found = inner.required_date("day"), inner.text("by", at_most=160)
    given.absorb(inner)
    return found


def _strings(raw: Mapping[str, Any]) -> list[tuple[str, str]]:
    found = []
    for name, value in raw.items():
        if isinstance(value, dict):
            found += [(f"{name}.{key}", one) for key, one in value.items()]
        else:
            found += [(name, one) for one in ([value] if isinstance(value, str) else value)]
    return found


def _unmarked(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _unmarked(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_unmarked(one) for one in value]
    return _MARK.sub("", value)
