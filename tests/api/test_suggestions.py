from __future__ import annotations

import pytest

from tests.api.conftest import Ask
from tests.api.shapes import assert_fits
from tests.factories import make_concern

pytestmark = pytest.mark.django_db


def test_treatments_and_concerns_are_suggested_best_first(ask: Ask):
    make_concern("large-pores", treatments=["chemical-peel", "microneedling"])

    answer = ask("suggest/treatments/", q="large po").json()

    assert_fits(answer, "TreatmentSuggestions")
    assert (answer["results"][0]["kind"], answer["results"][0]["slug"]) == ("concern", "large-pores")


def test_places_are_completed(ask: Ask):
    answer = ask("suggest/places/", q="winnet", limit="3").json()
    assert_fits(answer, "PlaceSuggestions")
    assert answer["results"][0]["label"] == "Winnetka, Illinois"
    assert 1 <= len(answer["results"]) <= 3


@pytest.mark.parametrize("path", ["suggest/treatments/", "suggest/places/"])
def test_at_most_twenty_are_suggested(ask: Ask, path: str):
    assert ask(path, q="a", limit="20").status_code == 200
    assert ask(path, q="a", limit="21").json()["errors"][0]["parameter"] == "limit"


def test_a_finished_place_is_resolved(ask: Ask):
    answer = ask("places/", q="Winnetka, IL").json()
    assert_fits(answer, "Places")
    first = answer["results"][0]
    assert (answer["outcome"], first["name"], first["region"], first["country"]) == ("found", "Winnetka", "IL", "US")


def test_an_unknown_place_is_named_so(ask: Ask):
    assert ask("places/", q="Xyzzyplugh").json() == {"outcome": "unknown", "results": []}


@pytest.mark.parametrize("path", ["suggest/treatments/", "suggest/places/"])
def test_an_emptied_box_suggests_nothing(ask: Ask, path: str):
    assert ask(path, q="").json() == {"results": []}


def test_an_empty_place_cannot_be_resolved(ask: Ask):
    assert ask("places/", q=" ").json()["errors"][0]["parameter"] == "q"
