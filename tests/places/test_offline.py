"""What a finished text means, from the gazetteer alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.places import Place, resolve


def found(text: str) -> Place:
    place = resolve(text).place
    assert place, text
    return place


@pytest.mark.parametrize(
    ("city", "code"),
    [("Beverly Hills", "90210"), ("Winnetka", "60093"), ("Hoboken, NJ", "07030-1234"), ("Newport Beach", "92660")],
)
def test_city_and_zip_of_one_place_are_one_point(city: str, code: str):
    assert found(city).point == found(code).point


def test_each_zip_of_a_large_city_keeps_its_own_point():
    assert found("60614").point != found("60601").point != found("Chicago").point


@pytest.mark.parametrize("spelling", ["Winnetka IL", "winnetka,il", "WINNETKA, Illinois", " winnetka ,  IL, usa "])
def test_a_city_is_one_place_in_every_usual_spelling(spelling: str):
    assert found(spelling) == found("Winnetka")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St Louis", "Saint Louis"),
        ("Ft. Lauderdale", "Fort Lauderdale"),
        ("N. Hollywood", "North Hollywood"),
        ("Mt Vernon", "Mount Vernon"),
        ("Montréal", "montreal"),
        ("Nueva York", "New York City"),
        ("O'Fallon, MO", "O Fallon MO"),
    ],
)
def test_abbreviations_accents_and_languages_are_one_spelling(one: str, other: str):
    assert found(one) == found(other)


@pytest.mark.parametrize(
    ("text", "label"),
    [("Beverly Hills", "Beverly Hills, California"), ("Paris", "Paris, France"), ("Portland", "Portland, Oregon")],
)
def test_a_famous_place_is_simply_found_and_its_namesakes_are_offered(text: str, label: str):
    answer = resolve(text)
    assert (answer.outcome, found(text).label) == ("found", label)
    assert answer.alternatives
    assert answer.place not in answer.alternatives


@pytest.mark.parametrize("text", ["Springfield", "Columbus", "Aurora", "Pasadena"])
def test_an_ambiguous_name_answers_with_the_likeliest_and_offers_the_others(text: str):
    answer = resolve(text)
    assert answer.outcome == "ambiguous"
    assert answer.place
    assert answer.alternatives[0].name == answer.place.name


@pytest.mark.parametrize("text", ["Texas", "TX", "Rhode Island", "Ontario", "Carolina del Norte"])
def test_a_state_is_searched_by_its_own_radius(text: str):
    place = found(text)
    assert place.kind == "state"
    assert place.radius_miles
    assert place.radius_miles > 25


def test_la_is_los_angeles_alone_and_louisiana_behind_a_comma():
    assert found("LA").name == "Los Angeles"
    assert found("Baton Rouge, LA").region == "LA"


@pytest.mark.parametrize(
    "text", ["436 N Bedford Dr Suite 202, Beverly Hills, CA 90210", "436 N Bedford Dr Beverly Hills"]
)
def test_a_street_address_is_where_its_town_is_and_says_that_it_is_approximate(text: str):
    place = found(text)
    assert (place.kind, place.approximate) == ("address", True)
    assert place.point == found("Beverly Hills").point


def test_a_position_is_rounded_and_named_after_what_it_is_near():
    place = found("42.10812, -87.73577")
    assert (place.kind, place.short, place.locality) == ("position", "42.11,-87.74", "Winnetka")


def test_a_misspelling_says_how_it_was_read():
    answer = resolve("Winetka IL")
    assert answer.corrected == "Winnetka, Illinois"


@pytest.mark.parametrize(
    "text", ["", "   ", "💥", "%", "_", "'; DROP TABLE place; --", "x" * 300, "\0", "\ud800", "שלום", "00000"]
)
def test_what_means_nothing_is_unknown(text: str):
    answer = resolve(text)
    assert (answer.outcome, answer.place) == ("unknown", None)


def test_what_is_echoed_can_always_be_sent():
    answer = resolve("Winnetka \ud800\0")
    assert answer.place
    assert answer.text.encode() == b"Winnetka ?"


WORDS = st.sampled_from(
    ["st", "la", "new", "york", "60093", "il", ",", "-", "M5V", "near", "of", "41.9", "🙂", "co", "99"]
)


@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=8).map(" ".join)))
def test_resolve_never_raises(text: str):
    answer = resolve(text)
    assert (answer.place is None) == (answer.outcome == "unknown")


@given(st.sampled_from(["Winnetka", "Springfield", "60614", "Ontario", "LA County", "Brentwood", "41.5,-87.6", "Rome"]))
def test_the_short_name_of_a_place_means_that_place(text: str):
    for place in (found(text), *resolve(text).alternatives):
        assert found(place.short).point == place.point


@pytest.mark.parametrize("country", ["United States", "Canada", "Portugal", "Spain"])
def test_a_country_is_searched_as_far_as_its_cities_lie(country):
    place = resolve(country).place
    assert place.kind == "country"
    assert 25 <= place.radius_miles <= 500
