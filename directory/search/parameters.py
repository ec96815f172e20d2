"""The search's parameters: one table that parses them, words their errors, and is the source of their documentation."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from directory.models.languages import LANGUAGES
from directory.places import Point
from directory.search.criteria import DEFAULT_LIMIT, DEFAULT_RADIUS_MILES, Criteria
from directory.search.folding import fold
from directory.search.masks import FLAGS

LONGEST_TEXT = 300
LONGEST_CURSOR = 1_500
# float() would also take 4_1, 1e2 and other scripts' digits.
DEGREES = r"([+-]?(?:\d+\.?\d*|\.\d+))"
POSITION = re.compile(rf"{DEGREES}\s*,\s*{DEGREES}", re.ASCII)
YES, NO = {"true", "1", "yes", "on"}, {"false", "0", "no"}


class BadParameters(ValueError):
    """What was wrong with a question: `errors` maps each parameter to one sentence that says what would be right."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__(", ".join(errors))
        self.errors = dict(errors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """`read` turns the typed text into a value or raises ValueError with the sentence for the asker."""

    name: str
    help: str
    read: Callable[[str], Any]
    type: str = "string"
    repeatable: bool = False
    choices: tuple[str, ...] = ()
    default: Any = None
    minimum: float | None = None
    maximum: float | None = None


def _text(value: str) -> str:
    text = " ".join(value.split())
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"Use at most {LONGEST_TEXT} characters.")
    if "\x00" in text:
        raise ValueError("Leave out the null character.")
    return text


def _mark(value: str) -> str:
    if len(value) > LONGEST_CURSOR:
        raise ValueError("Use the cursor of the last page.")
    return value


def _slug(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        raise ValueError("Use a treatment's slug, such as chemical-peel; /api/v1/treatments/ lists them.")
    return value


def _near(value: str) -> Point:
    """The position, rounded to two decimals before anything else sees it."""
    wrong = ValueError("Use latitude,longitude in degrees, such as 41.88,-87.63.")
    found = POSITION.fullmatch(value.strip())
    if found is None:
        raise wrong
    try:
        return Point(lat=float(found[1]), lng=float(found[2])).rounded()
    except ValueError:
        raise wrong from None


def _name(value: str) -> str:
    """The text, unless nothing of it could be part of a name: that would quietly ask for everyone."""
    text = _text(value)
    if not fold(text):
        raise ValueError("Use letters of the surgeon's name.")
    return text


def _number(low: float, high: float, what: type = float) -> Callable[[str], Any]:
    def read(value: str) -> Any:
        try:
            number = what(value) if re.fullmatch(r"\+?\d+(\.\d+)?", value.strip(), re.ASCII) else None
        except ValueError:
            number = None
        if number is None or not low <= number <= high:
            kind = "a whole number" if what is int else "a number"
            raise ValueError(f"Use {kind} from {low:g} to {high:g}.")
        return number

    return read


def _choice(choices: tuple[str, ...]) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in choices:
            raise ValueError(f"Use one of: {', '.join(choices)}.")
        return value

    return read


def _yes(value: str) -> bool:
    word = value.strip().lower()
    if word not in YES | NO:
        raise ValueError("Use true or false.")
    return word in YES


def _chosen(
    name: str, help: str, choices: tuple[str, ...], *, repeatable: bool = False, default: Any = None
) -> Parameter:
    return Parameter(
        name=name, help=help, read=_choice(choices), choices=choices, repeatable=repeatable, default=default
    )


PARAMETERS: dict[str, Parameter] = {
    parameter.name: parameter
    for parameter in (
        Parameter(
            name="treatment", help="What help is sought, in any words: a worry, a treatment, a sentence.", read=_text
        ),
        Parameter(
            name="procedure",
            help="A treatment's slug. Repeated: surgeons who offer all of them.",
            read=_slug,
            repeatable=True,
        ),
        Parameter(name="place", help="ZIP or postal code, city, state, country, or a street address.", read=_text),
        Parameter(
            name="near", help="A position as latitude,longitude. Rounded to two decimals before use.", read=_near
        ),
        Parameter(
            name="radius",
            help="How far, in the asked unit. A state or region has a radius of its own.",
            read=_number(1, 500),
            type="number",
            default=DEFAULT_RADIUS_MILES,
            minimum=1,
            maximum=500,
        ),
        _chosen("unit", "Miles or kilometres, for the radius and the distances.", ("mi", "km"), default="mi"),
        Parameter(name="name", help="Words of the surgeon's name.", read=_name),
        _chosen("certification", "The board that certified.", tuple(FLAGS["certification"]), repeatable=True),
        _chosen("subspecialty", "A further certificate of the board.", tuple(FLAGS["subspecialty"]), repeatable=True),
        _chosen("accreditation", "Who accredited the facility.", tuple(FLAGS["accreditation"]), repeatable=True),
        _chosen("language", "A language patients are seen in (BCP 47).", tuple(LANGUAGES), repeatable=True),
        _chosen("gender", "As the surgeon states it.", tuple(FLAGS["gender"])),
        Parameter(name="accepting", help="Only those who take new patients.", read=_yes, type="boolean", default=False),
        Parameter(
            name="telehealth", help="Only those who offer video visits.", read=_yes, type="boolean", default=False
        ),
        _chosen("accessibility", "What the office says it has.", tuple(FLAGS["accessibility"]), repeatable=True),
        Parameter(
            name="experience",
            help="At least so many years in practice.",
            read=_number(0, 60, int),
            type="integer",
            minimum=0,
            maximum=60,
        ),
        _chosen("sort", "The order. By distance needs a place.", ("distance", "name", "experience")),
        Parameter(
            name="limit",
            help="How many results a page.",
            read=_number(1, 100, int),
            type="integer",
            default=DEFAULT_LIMIT,
            minimum=1,
            maximum=100,
        ),
        Parameter(name="cursor", help="Where the next page begins, as the last page gave it.", read=_mark),
        _chosen("lang", "The language of names in the answer.", ("en", "es"), default="en"),
    )
}
DEFAULTS = Criteria()
assert set(PARAMETERS) == {field.name for field in fields(Criteria)}  # noqa: S101 - the table is the contract


def parse(query: QueryDict, *, strict: bool = True, ignore: frozenset[str] = frozenset()) -> Criteria:
    """The criteria that `query` states.

    Empty values count as not given, as an HTML form sends them. Raises BadParameters naming every parameter that is
    malformed, repeated without meaning it or, when `strict`, unknown; `ignore` names those that are the caller's own.
    """
    values: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for name, texts in query.lists():
        given = [text for text in texts if text.strip()]
        parameter = PARAMETERS.get(name)
        if parameter is None:
            if strict and name not in ignore:
                errors[name] = "There is no such parameter."
        elif given:
            try:
                values[name] = _value(parameter, given)
            except ValueError as error:
                errors[name] = str(error)
    errors |= _contradictions(values)
    if errors:
        raise BadParameters(errors)
    return Criteria(**values)


def _value(parameter: Parameter, given: list[str]) -> Any:
    if parameter.repeatable:
        return tuple(dict.fromkeys(parameter.read(text) for text in given))
    if len(given) > 1:
        raise ValueError("Give this once.")
    return parameter.read(given[0])


def _contradictions(values: Mapping[str, Any]) -> dict[str, str]:
    if values.get("place") and values.get("near"):
        return {"near": "Give a place or a position, not both."}
    if values.get("sort") == "distance" and not (values.get("place") or values.get("near")):
        return {"sort": "Order by distance needs a place or near."}
    return {}


def query_string(criteria: Criteria, **changes: Any) -> str:
    """The canonical query string of `criteria`, defaults left out.

    `changes` override fields by name (None or empty removes one); a change of anything but the cursor goes back to the
    first page.
    """
    pairs: list[tuple[str, str]] = []
    for parameter in PARAMETERS.values():
        value = changes.get(parameter.name, getattr(criteria, parameter.name))
        if parameter.name == "cursor" and "cursor" not in changes:
            value = ""
        if value in (None, "", (), False, getattr(DEFAULTS, parameter.name)):
            continue
        for one in value if isinstance(value, tuple) else (value,):
            pairs.append((parameter.name, _written(one)))
    return urlencode(pairs, safe=",")


def _written(value: object) -> str:
    if isinstance(value, Point):
        return f"{value.lat:g},{value.lng:g}"
    if isinstance(value, bool):
        return "true"
    return f"{value:g}" if isinstance(value, float) else str(value)
