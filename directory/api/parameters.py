"""Parameters of the reads that are not a search, by the same kind of table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.http import QueryDict

from directory.api.contract.named import fields
from directory.search.parameters import LONGEST_TEXT, PARAMETERS, BadParameters, Parameter

LANG = PARAMETERS["lang"]
LIMIT = PARAMETERS["limit"]
CURSOR = PARAMETERS["cursor"]
TYPED = replace(PARAMETERS["treatment"], name="q", help="What has been typed so far.")
FINISHED = replace(PARAMETERS["place"], name="q", help="The whole text: ZIP, city, state, country or street address.")
MOST_SUGGESTIONS = 20


def _few(value: str) -> int:
    number: int = LIMIT.read(value)
    if number > MOST_SUGGESTIONS:
        raise ValueError(f"Use a whole number from 1 to {MOST_SUGGESTIONS}.")
    return number


SUGGESTIONS = replace(LIMIT, help="How many at most.", read=_few, default=7, maximum=MOST_SUGGESTIONS)


class List(Parameter):
    """Names parted by commas, from its `choices`."""


def names_of(choices: tuple[str, ...], what: str) -> Callable[[str], tuple[str, ...]]:
    """Reads such names, each once; says which is none and which there are."""

    def read(value: str) -> tuple[str, ...]:
        given = tuple(dict.fromkeys(name.strip() for name in value.split(",") if name.strip()))
        if unknown := [name for name in given if name not in choices]:
            raise ValueError(f"There is no {what} {', '.join(unknown)[:LONGEST_TEXT]}. Use: {', '.join(choices)}.")
        return given

    return read


def only_fields(shape: str) -> List:
    """`fields` for records of a named shape."""
    choices = fields(shape)
    return List(
        name="fields",
        help="Only these fields of each record, parted by commas; its slug is there always.",
        read=names_of(choices, "field"),
        choices=choices,
    )


def only(record: dict[str, Any], names: tuple[str, ...] | None) -> dict[str, Any]:
    """What was asked for of a record: all of it where nothing was said."""
    return {"slug": record["slug"]} | {name: record[name] for name in names} if names else record


def chosen(choices: tuple[str, ...]) -> Callable[[str], str]:
    """Reads one of these words."""

    def read(value: str) -> str:
        if value not in choices:
            raise ValueError(f"Use one of: {', '.join(choices)}.")
        return value

    return read


def table(*parameters: Parameter) -> dict[str, Parameter]:
    return {one.name: one for one in parameters}


def read(query: QueryDict, known: Mapping[str, Parameter], *, required: Iterable[str] = ()) -> dict[str, Any]:
    """The given values by name, defaults filled in; raises BadParameters naming all that is wrong or missing."""
    values, errors = read_known(query, known)
    errors |= {name: "Give this parameter." for name in required if name not in query}
    errors |= {name: "There is no such parameter." for name in query if name not in known}
    if errors:
        raise BadParameters(errors)
    return values


def read_known(query: QueryDict, known: Mapping[str, Parameter]) -> tuple[dict[str, Any], dict[str, str]]:
    """The values of the known parameters, defaults filled in, and what is wrong with them; others are not looked at."""
    values: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for name, parameter in known.items():
        values[name] = parameter.default
        given = [text for text in query.getlist(name) if text.strip()] if name in query else ()
        if len(given) > 1:
            errors[name] = "Give this once."
        elif given:
            try:
                values[name] = parameter.read(given[0])
            except ValueError as error:
                errors[name] = str(error)
    return values, errors
