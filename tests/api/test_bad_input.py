"""No parameter is ever ignored: whatever is unknown or wrong is a 400 that names it."""

from __future__ import annotations

import pytest
from django.test import Client

from directory.api import lists
from directory.api.contract.operations import OPERATIONS
from directory.api.searching import OWN
from directory.search.parameters import LONGEST_TEXT, PARAMETERS
from tests.api.conftest import Ask
from tests.api.shapes import assert_fits
from tests.factories import make_article, make_concern, make_surgeon

pytestmark = pytest.mark.django_db
TOO_LONG = "x" * (LONGEST_TEXT + 1)
WRONG: dict[str, list[str]] = {
    "treatment": [TOO_LONG],
    "procedure": ["Chemical Peel", "no-such-treatment"],
    "place": [TOO_LONG],
    "near": ["42", "42,-87,1", "91,0", "0,181", "north,west", "nan,nan"],
    "radius": ["0", "501", "-5", "far", "1e3", "nan", "inf"],
    "unit": ["miles", "m"],
    "name": [TOO_LONG],
    "certification": ["fake-board"],
    "subspecialty": ["feet"],
    "accreditation": ["nobody"],
    "language": ["klingon"],
    "gender": ["x"],
    "accepting": ["maybe"],
    "telehealth": ["2"],
    "accessibility": ["stairs"],
    "experience": ["-1", "61", "2.5", "many"],
    "sort": ["price", "distance"],
    "limit": ["0", "101", "ten", "1.5"],
    "cursor": ["made-up", "x" * 2000],
    "lang": ["fr", "EN"],
    "format": ["xml"],
    "fields": ["colour", "name,colour", "slug;name"],
    "expand": ["everything", "record,articles"],
    "no-such-parameter": ["1"],
}


def test_the_table_has_every_parameter_of_the_search():
    assert set(WRONG) == set(PARAMETERS) | set(OWN) | {"no-such-parameter"}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in WRONG.items() for value in values])
def test_a_wrong_value_of_the_search_is_a_400_that_names_the_parameter(ask: Ask, name: str, value: str):
    response = ask("surgeons/", **{name: value})

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert_fits(response.json(), "Problem")
    assert [one["parameter"] for one in response.json()["errors"]] == [name]
    assert response.json()["errors"][0]["detail"].endswith(".")


def test_all_that_is_wrong_is_named_at_once(ask: Ask):
    response = ask("surgeons/", radius="far", unit="m", format="xml", what="1")
    assert {one["parameter"] for one in response.json()["errors"]} == {"radius", "unit", "format", "what"}


@pytest.mark.parametrize("name", [name for name, one in PARAMETERS.items() if not one.repeatable] + [*OWN])
def test_what_can_be_given_once_is_not_given_twice(ask: Ask, name: str):
    good = {"near": "1,1", "radius": "5", "experience": "5", "limit": "5", "accepting": "1", "telehealth": "1"}
    chosen = (PARAMETERS | OWN)[name].choices
    value = chosen[0] if chosen else good.get(name, "a")
    response = ask("surgeons/", **{name: [value, value]})
    assert response.status_code == 400
    assert name in [one["parameter"] for one in response.json()["errors"]]


def test_a_place_and_a_position_together_are_refused(ask: Ask):
    assert ask("surgeons/", place="60093", near="1,1").status_code == 400


STRANGE = ["\x00", "a\x00b", "\ud7ff\uffff", "' OR 1=1 --", "%", "<script>", "\u202e", "𝔛" * 200]


@pytest.mark.parametrize("text", STRANGE)
@pytest.mark.parametrize(
    ("path", "name"),
    [
        *(("surgeons/", name) for name in PARAMETERS),
        ("treatments/", "name"),
        ("treatments/", "category"),
        ("treatments/", "cursor"),
        ("concerns/", "treatment"),
        ("articles/", "concern"),
        ("articles/", "reviewed"),
        ("suggest/treatments/", "q"),
        ("suggest/places/", "q"),
        ("places/", "q"),
        ("changes/", "since"),
    ],
)
def test_strange_text_is_understood_or_refused_and_never_breaks_anything(ask: Ask, path: str, name: str, text: str):
    assert ask(path, **{name: text}).status_code in (200, 400)


@pytest.mark.parametrize("path", ["surgeons", "treatments", "concerns", "articles"])
@pytest.mark.parametrize("slug", ["%00", "a%00b", "%FF", "..%2F", "%F0%9D%94%9B", "a.b"])
def test_a_strange_slug_is_not_there(client: Client, path: str, slug: str):
    assert client.get(f"/api/v1/{path}/{slug}/").status_code == 404


@pytest.mark.parametrize(
    "query", ["place=%FF%FE", "name=%ED%A0%80", "near=%00", "%FF=1", "q=%FF", "&&&", "=1", "treatment"]
)
def test_a_query_that_is_no_text_is_understood_or_refused(client: Client, query: str):
    assert client.get(f"/api/v1/surgeons/?{query}").status_code in (200, 400)


PATHS = {
    "surgeons/", "surgeons/{slug}/", "treatments/", "treatments/chemical-peel/", "concerns/", "concerns/large-pores/",
    "articles/", "articles/peels/", "suggest/treatments/", "suggest/places/", "places/", "changes/",
    "export/surgeons.ndjson", "export/surgeons.csv", "sandbox/found/surgeons/",
}  # fmt: skip


def test_the_paths_below_are_all_there_are():
    assert len(PATHS) == len(OPERATIONS)


@pytest.mark.parametrize("path", sorted(PATHS))
@pytest.mark.parametrize(("name", "value"), [("no-such-parameter", "1"), ("lang", "fr"), ("lang", ["en", "es"])])
def test_no_read_ignores_what_it_does_not_know(ask: Ask, path: str, name: str, value: str):
    make_concern("large-pores", treatments=["chemical-peel"])
    make_article("peels")
    path = path.format(slug=make_surgeon().slug)
    needed = {"q": "60093"} if path.startswith(("suggest", "places")) else {}
    assert ask(path, **needed).status_code == 200

    response = ask(path, **needed, **{name: value})

    assert response.status_code == 400
    assert [one["parameter"] for one in response.json()["errors"]] == [name]


LISTS = [
    (path, name)
    for path, view in (("treatments/", "Treatments"), ("concerns/", "Concerns"), ("articles/", "Articles"))
    for known in OPERATIONS
    if known.__name__ == view and issubclass(known, lists.ListRead)
    for name in (*known.filterset.base_filters, *known.parameters)
]


@pytest.mark.parametrize(("path", "name"), LISTS)
def test_a_wrong_value_of_a_list_is_a_400_that_names_the_parameter(ask: Ask, path: str, name: str):
    response = ask(path, **{name: TOO_LONG})
    assert response.status_code == 400
    assert [one["parameter"] for one in response.json()["errors"]] == [name]


@pytest.mark.parametrize("path", ["suggest/treatments/", "suggest/places/", "places/"])
def test_a_text_must_be_given_where_it_is_what_is_asked(ask: Ask, path: str):
    assert ask(path).json()["errors"] == [{"parameter": "q", "detail": "Give this parameter."}]
    assert ask(path, q=TOO_LONG).status_code == 400


@pytest.mark.parametrize("value", ["-1", "a", "1.5", "9" * 19, "999999", "²"])
def test_a_cursor_that_the_log_never_gave_is_refused(ask: Ask, value: str):
    assert ask("changes/", since=value).json()["errors"][0]["parameter"] == "since"
