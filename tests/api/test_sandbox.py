from __future__ import annotations

from typing import Any, get_args

import pytest

from directory.api.contract.fixed import ANSWERS
from directory.api.sandbox import OUTCOMES, TOO_MANY
from directory.search.result import Outcome
from tests.api.conftest import Ask
from tests.api.shapes import assert_fits
from tests.factories import load_vocabulary, make_surgeon

pytestmark = pytest.mark.django_db
REAL = {
    "found": {"treatment": "large pores", "place": "60093"},
    "treatment_ambiguous": {"treatment": "BBL", "place": "60093"},
    "place_ambiguous": {"treatment": "large pores", "place": "Springfield"},
    "nobody_in_radius": {"treatment": "large pores", "place": "Alpine, TX"},
    "too_many_filters": {"treatment": "large pores", "place": "60093", "language": "km", "gender": "nonbinary"},
    "treatment_unknown": {"treatment": "qwertzuiop", "place": "60093"},
    "place_unknown": {"treatment": "large pores", "place": "Xyzzyqq"},
}


def test_there_is_an_answer_for_each_outcome():
    assert set(ANSWERS) == set(get_args(Outcome)) == {*REAL, "geocoder_down"}


@pytest.mark.parametrize("outcome", ANSWERS)
def test_an_answer_is_one_that_the_search_might_give(ask: Ask, outcome: str):
    response = ask(f"sandbox/{outcome}/surgeons/", treatment="large pores", place="60093")

    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    assert_fits(response.json(), "Search")
    assert response.json()["outcome"] == outcome
    assert "finder.example.org" not in response.content.decode()
    assert ("no-store" in response["Cache-Control"]) == (outcome == "geocoder_down")


def nulls(answer: Any, path: str = "") -> set[str]:
    """Where the understood question is null: how a program tells the outcomes apart."""
    if isinstance(answer, dict):
        return {found for name, value in answer.items() for found in nulls(value, f"{path}.{name}")}
    return {path} if answer is None else set()


@pytest.mark.parametrize("outcome", REAL)
def test_it_is_null_and_empty_where_the_real_one_is(ask: Ask, outcome: str):
    load_vocabulary()
    at = (37.22, -93.3) if outcome == "place_ambiguous" else (42.1081, -87.7359)
    make_surgeon(at=at, procedures=["chemical-peel", "buttock-augmentation"])

    real = ask("surgeons/", **REAL[outcome]).json()
    fixed = ask(f"sandbox/{outcome}/surgeons/").json()

    assert real["outcome"] == outcome
    loose = {".radius_asked", ".near", ".treatment.note", ".place.corrected", ".place.radius_miles"}
    assert nulls(fixed["query"]) - loose == nulls(real["query"]) - loose
    for name in ("results", "beyond", "total"):
        assert bool(fixed[name]) == bool(real[name]), name


def test_too_many_requests_can_be_tried(ask: Ask):
    response = ask(f"sandbox/{TOO_MANY}/surgeons/")
    assert (response.status_code, response["Retry-After"]) == (429, "30")


def test_another_outcome_is_not_there_and_the_answer_names_those_that_are(ask: Ask):
    response = ask("sandbox/everything/surgeons/")
    assert response.status_code == 404
    assert all(outcome in response.json()["detail"] for outcome in OUTCOMES)


@pytest.mark.parametrize("name", ["radius", "unit", "colour"])
def test_a_wrong_parameter_is_refused_there_too(ask: Ask, name: str):
    response = ask("sandbox/found/surgeons/", **{name: "wrong"})
    assert [one["parameter"] for one in response.json()["errors"]] == [name]
