"""Parameters of the reads that are not a search, by the same kind of table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.http import QueryDict

from directory.search.parameters import PARAMETERS, BadParameters, Parameter

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


def table(*parameters: Parameter) -> dict[str, Parameter]:
    return {one.name: one for one in parameters}


def read(query: QueryDict, known: Mapping[str, Parameter], *, required: Iterable[str] = ()) -> dict[str, Any]:
    """The given values by name, defaults filled in; raises BadParameters naming all that is wrong or missing."""
    values = {name: parameter.default for name, parameter in known.items()}
    errors = {name: "Give this parameter." for name in required if name not in query}
    for name, texts in query.lists():
        given = [text for text in texts if text.strip()]
        if name not in known:
            errors[name] = "There is no such parameter."
        elif len(given) > 1:
            errors[name] = "Give this once."
        elif given:
            try:
                values[name] = known[name].read(given[0])
            except ValueError as error:
                errors[name] = str(error)
    if errors:
        raise BadParameters(errors)
    return values
