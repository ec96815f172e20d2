"""fields= and expand=: less of each record, or more, as the asker likes."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.api.contract.named import fields
from tests.api.conftest import Ask
from tests.api.shapes import assert_fits
from tests.factories import make_article, make_concern, make_surgeon

pytestmark = pytest.mark.django_db
RECORDS = {
    "surgeons/robin-marlowe/": "Surgeon",
    "treatments/chemical-peel/": "TreatmentDetail",
    "concerns/large-pores/": "ConcernDetail",
    "articles/peels/": "ArticleDetail",
}
LISTS = {"surgeons/": "Result", "treatments/": "Treatment", "concerns/": "Linked", "articles/": "Article"}


@pytest.fixture(autouse=True)
def _records(db: None) -> None:
    make_concern("large-pores", treatments=["chemical-peel"])
    make_article("peels")
    make_surgeon(given_name="Robin", family_name="Marlowe")


def of(path: str, answer: dict[str, Any]) -> list[dict[str, Any]]:
    return answer["results"] if path in LISTS else [answer]


@pytest.mark.parametrize(("path", "shape"), [*RECORDS.items(), *LISTS.items()])
class TestEveryRecord:
    def test_has_the_fields_that_were_asked_for_and_its_slug(self, ask: Ask, path: str, shape: str):
        for name in fields(shape):
            answer = ask(path, fields=name).json()
            whole = of(path, ask(path).json())[0]
            assert of(path, answer)[0] == {"slug": whole["slug"], name: whole[name]}

    def test_of_all_fields_is_the_whole_one(self, ask: Ask, path: str, shape: str):
        assert ask(path, fields=",".join(fields(shape))).json() == ask(path).json()

    def test_of_no_fields_is_the_whole_one(self, ask: Ask, path: str, shape: str):
        assert ask(path, fields="").json() == ask(path).json()

    def test_names_a_field_that_there_is_not(self, ask: Ask, path: str, shape: str):
        response = ask(path, fields="slug,colour")
        [error] = response.json()["errors"]
        assert (response.status_code, error["parameter"]) == (400, "fields")
        assert error["detail"] == f"There is no field colour. Use: {', '.join(fields(shape))}."


def test_a_thin_answer_is_as_the_schema_says(ask: Ask):
    assert_fits(ask("surgeons/", fields="name,distance").json(), "SparseSearch")
    assert_fits(ask("treatments/", fields="kind").json(), "SparseTreatments")


def test_fields_are_kept_on_the_next_page(ask: Ask, client):
    make_surgeon()
    for path, limit in (("surgeons/", "1"), ("treatments/", "1")):
        answer = ask(path, fields="name", limit=limit).json()
        if answer["next"]:
            assert set(client.get(answer["next"]).json()["results"][0]) == {"slug", "name"}
    assert ask("surgeons/", fields="name", limit="1").json()["next"]


def test_a_thin_map_keeps_its_points(ask: Ask):
    answer = ask("surgeons/", fields="name", format="geojson").json()
    assert_fits(answer, "SparseSearchMap")
    [feature] = answer["features"]
    assert set(feature["properties"]) == {"slug", "name", "beyond"}
    assert len(feature["geometry"]["coordinates"]) == 2


@pytest.mark.parametrize("format", ["json", "geojson"])
def test_an_expanded_search_carries_each_record(ask: Ask, format: str):
    make_surgeon(at=(44.0, -87.7))  # outside: beyond

    answer = ask("surgeons/", near="42.1,-87.7", expand="record", format=format).json()

    found = (
        answer["results"] + answer["beyond"] if format == "json" else [one["properties"] for one in answer["features"]]
    )
    assert len(found) == 2
    for one in found:
        assert one["record"] == ask(f"surgeons/{one['slug']}/").json()
    assert_fits(answer, "Search" if format == "json" else "SearchMap")


def test_a_thin_search_may_be_expanded(ask: Ask):
    [found] = ask("surgeons/", fields="distance", expand="record").json()["results"]
    assert set(found) == {"slug", "distance", "record"}


def test_what_is_not_asked_for_costs_no_query(ask: Ask):
    ask("surgeons/")
    with CaptureQueriesContext(connection) as plain:
        ask("surgeons/")
    with CaptureQueriesContext(connection) as thin:
        ask("surgeons/", fields="name")
    assert len(thin) == len(plain)


@pytest.mark.parametrize("count", [1, 4])
def test_records_cost_the_same_queries_whatever_their_number(ask: Ask, count: int):
    for _ in range(count):
        make_surgeon()
    ask("surgeons/")
    with CaptureQueriesContext(connection) as queries:
        ask("surgeons/", expand="record")
    assert len(queries) <= 9, [query["sql"][:90] for query in queries]
