"""docs/api.md is true: its tables are those of the code, and its examples run."""

from __future__ import annotations

import io
import json
import re
import urllib.parse
from email.message import Message
from pathlib import Path
from typing import Any, get_args

import pytest
from django.conf import settings
from django.test import Client

from directory.api import urls
from directory.api.contract.operations import OPERATIONS
from directory.search.parameters import PARAMETERS
from directory.search.result import Outcome
from tests.factories import make_concern, make_surgeon

GUIDE = Path(settings.BASE_DIR) / "docs" / "api.md"
SITE = "http://127.0.0.1:8000"


class Answered(io.BytesIO):
    """What urlopen gives, of an answer that the test client got."""

    def __init__(self, response: Any) -> None:
        super().__init__(response.content)
        self.headers = Message()
        for name, value in response.items():
            self.headers[name] = value


def table(name: str) -> list[list[str]]:
    """The cells of the named table, row by row, without its head."""
    found = re.search(rf"<!-- the table of {name}: .*? -->\n(.*?)\n<!-- end -->", GUIDE.read_text(), re.DOTALL)
    assert found, name
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in found[1].splitlines()[2:]]


def code(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", GUIDE.read_text(), re.DOTALL)


def parameter_rows() -> list[list[str]]:
    """What the table of the search's parameters must say."""
    rows = []
    for one in PARAMETERS.values():
        values = ", ".join(f"`{choice}`" for choice in one.choices) or one.type
        if one.minimum is not None:
            values = f"{one.type}, {one.minimum:g} to {one.maximum:g}"
        if one.repeatable:
            values += "; repeatable"
        default = f"`{one.default:g}`" if isinstance(one.default, int | float) and one.default else ""
        default = default or (f"`{one.default}`" if isinstance(one.default, str) else "")
        rows.append([f"`{one.name}`", values, default, one.help])
    return rows


def filter_rows() -> list[list[str]]:
    rows = []
    for route in urls.urlpatterns:
        filters = getattr(getattr(route.callback, "view_class", None), "filterset", None)
        for name, one in filters.base_filters.items() if filters else ():
            rows.append([f"`{route.pattern}`", f"`{name}`", one.extra["help_text"]])
    return rows


def written(rows: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def test_the_parameters_are_those_of_the_search():
    assert table("the search's parameters") == parameter_rows(), f"should be:\n{written(parameter_rows())}"


def test_the_filters_are_those_of_the_lists():
    assert table("filters") == filter_rows(), f"should be:\n{written(filter_rows())}"


def test_the_outcomes_are_those_of_the_search():
    assert {row[0].strip("`") for row in table("outcomes")} == set(get_args(Outcome))


def test_the_addresses_are_those_that_are_served():
    served = [str(route.pattern).replace("<slug:", "<") for route in urls.urlpatterns]
    assert [row[0].strip("`") for row in table("addresses")] == served
    assert len(served) == len(OPERATIONS)


@pytest.mark.django_db
@pytest.mark.parametrize("command", [line for text in code("sh") for line in text.splitlines() if SITE in line])
def test_what_curl_asks_is_answered(client: Client, command: str):
    found = re.search(rf"{SITE}([^' ]+)", command)
    assert found
    response = client.get(found[1])
    assert response.status_code == (400 if "colour" in command else 200)


@pytest.mark.django_db
def test_the_example_of_a_problem_is_one(client: Client):
    shown = json.loads(code("json")[0])
    assert client.get("/api/v1/surgeons/?radius=far&colour=blue").json() == shown


@pytest.mark.django_db
def test_the_python_runs_as_it_stands(client: Client, monkeypatch):
    make_concern("large-pores", treatments=["chemical-peel"])
    slugs = [make_surgeon().slug for _ in range(3)]

    def urlopen(address: str) -> Any:
        path = address.removeprefix(SITE).removeprefix("http://testserver")
        return Answered(client.get(path))

    monkeypatch.setattr("urllib.request.urlopen", urlopen)
    printed: list[str] = []
    names: dict[str, Any] = {"print": lambda *words: printed.append(" ".join(str(word) for word in words))}
    for text in code("python"):
        exec(compile(text, "docs/api.md", "exec"), names)  # noqa: S102 - our own guide

    assert printed[0] == "found 3"
    assert printed[-3:] == slugs


def test_the_javascript_asks_what_the_python_asks():
    assert urllib.parse.quote("large pores", safe="") not in GUIDE.read_text()  # URLSearchParams and urlencode quote
    [script] = code("js")
    assert 'treatment: "large pores", place: "60093"' in script
