from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from geopy.distance import geodesic

from directory.search.result import Outcome
from tests.api.conftest import Ask
from tests.api.shapes import assert_fits
from tests.factories import WINNETKA, make_article, make_concern, make_practice, make_surgeon

pytestmark = pytest.mark.django_db
NEAR = "42.11,-87.74"


def test_a_full_answer_is_as_the_schema_says(ask: Ask):
    make_concern("large-pores", treatments=["chemical-peel"])
    make_article(treatments=["chemical-peel"])
    surgeon = make_surgeon(languages=["en", "es"], gender="female", practices=2)

    answer = ask("surgeons/", treatment="Large pores", place="60093", radius="10", unit="km").json()

    assert_fits(answer, "Search")
    assert answer["outcome"] == "found"
    [found] = answer["results"]
    assert (found["slug"], found["family"], found["more_practices"]) == (surgeon.slug, surgeon.family_name, 1)
    assert [one["slug"] for one in found["match"]] == ["chemical-peel"]
    assert found["articles"][0]["url"].startswith("http://testserver/learn/")
    assert found["url"] == f"http://testserver/surgeons/{surgeon.slug}"
    assert {fact["kind"] for fact in found["evidence"]} >= {"certification", "membership", "facility"}
    assert answer["query"]["treatment"]["slug"] == "large-pores"
    assert answer["query"]["radius"] == answer["query"]["radius_asked"] == 10


def test_distances_are_those_of_the_geodesic_in_the_asked_unit(ask: Ask):
    make_surgeon(at=(42.5, -87.9))
    expected = geodesic((42.11, -87.74), (42.5, -87.9))

    miles = ask("surgeons/", near=NEAR, radius="50").json()["results"][0]
    kilometres = ask("surgeons/", near=NEAR, radius="80", unit="km").json()["results"][0]

    assert miles["distance"] == miles["practice"]["distance_miles"] == pytest.approx(expected.miles, abs=0.001)
    assert kilometres["distance"] == pytest.approx(expected.km, abs=0.001)
    assert kilometres["practice"]["distance_miles"] == pytest.approx(expected.miles, abs=0.001)


def test_points_have_what_the_record_has(ask: Ask):
    make_surgeon(at=(42.108137, -87.735891))
    assert ask("surgeons/").json()["results"][0]["practice"]["point"] == {"lat": 42.108137, "lng": -87.735891}


def test_a_position_is_rounded_to_two_decimals_before_it_is_used(ask: Ask):
    query = ask("surgeons/", near="42.108137,-87.735891").json()["query"]
    assert query["near"] == query["origin"] == {"lat": 42.11, "lng": -87.74}


def test_without_a_place_the_list_is_by_name_and_has_no_distances(ask: Ask):
    make_surgeon(family_name="Zeller", given_name="Ann")
    make_surgeon(family_name="Abel", given_name="Zoe")
    make_surgeon(family_name="Abel", given_name="Ann")

    answer = ask("surgeons/").json()

    assert_fits(answer, "Search")
    assert [one["name"] for one in answer["results"]] == ["Ann Abel", "Zoe Abel", "Ann Zeller"]
    assert {one["distance"] for one in answer["results"]} == {None}


def test_nobody_inside_shows_the_nearest_beyond(ask: Ask):
    make_surgeon(at=(43.0, -87.9))

    answer = ask("surgeons/", near=NEAR, radius="5").json()

    assert_fits(answer, "Search")
    assert (answer["outcome"], answer["total"], answer["results"]) == ("nobody_in_radius", 0, [])
    assert len(answer["beyond"]) == 1


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ({"place": "60093"}, "found"),
        ({"place": "Xyzzyplugh"}, "place_unknown"),
        ({"treatment": "qqqq zzzz xxxx"}, "treatment_unknown"),
        ({"near": "0,0"}, "nobody_in_radius"),
        ({"place": "60093", "language": "km"}, "too_many_filters"),
        ({"place": "Springfield", "radius": "500"}, "place_ambiguous"),
    ],
)
def test_every_outcome_has_its_name(ask: Ask, question: dict[str, str], outcome: Outcome):
    make_surgeon()
    answer = ask("surgeons/", **question).json()
    assert_fits(answer, "Search")
    assert answer["outcome"] == outcome


def test_a_place_unknown_to_a_service_that_is_down_is_not_kept_by_caches(ask: Ask, monkeypatch):
    from directory.places import Resolution

    down = Resolution(outcome="unavailable", text="12 Nowhere Street")
    monkeypatch.setattr("directory.search.understanding.resolve", lambda text: down)

    response = ask("surgeons/", place="12 Nowhere Street")

    assert_fits(response.json(), "Search")
    assert response.json()["outcome"] == "geocoder_down"
    assert response["Cache-Control"] == "no-store"
    assert "ETag" not in response


def test_following_next_visits_everyone_once(ask: Ask, client):
    slugs = {make_surgeon(at=(WINNETKA[0], WINNETKA[1] + number // 3 / 100)).slug for number in range(12)}

    answer = ask("surgeons/", place="60093", limit="5").json()
    visited, total = [one["slug"] for one in answer["results"]], answer["total"]
    while answer["next"]:
        answer = client.get(answer["next"]).json()
        visited += [one["slug"] for one in answer["results"]]

    assert total == len(visited) == 12
    assert set(visited) == slugs


def test_a_cursor_of_another_question_is_refused(ask: Ask, client):
    for _ in range(3):
        make_surgeon()
    following = ask("surgeons/", place="60093", limit="2").json()["next"]

    response = client.get(following.replace("60093", "60091"))

    assert response.status_code == 400
    assert response.json()["errors"][0]["parameter"] == "cursor"


@pytest.mark.parametrize(("city", "code"), [("Winnetka, IL", "60093"), ("Beverly Hills", "90210")])
def test_a_city_and_its_zip_give_the_same_first_page(ask: Ask, city: str, code: str):
    centre = ask("places/", q=code).json()["results"][0]
    for number in range(6):
        make_surgeon(at=(centre["lat"] + number / 100, centre["lng"] - number / 200))

    by_city, by_code = (ask("surgeons/", place=place).json() for place in (city, code))

    assert len(by_city["results"]) == 6
    assert by_city["results"] == by_code["results"]


def test_a_surgeon_appears_once_at_the_nearest_office(ask: Ask):
    surgeon = make_surgeon(at=(42.3, -87.9))
    make_practice(surgeon, at=WINNETKA, name="Near Office")

    [found] = ask("surgeons/", place="60093").json()["results"]

    assert found["practice"]["name"] == "Near Office"


@pytest.mark.parametrize("count", [3, 30])
def test_a_search_is_two_queries_however_many_are_found(ask: Ask, count: int):
    for _ in range(count):
        make_surgeon()
    ask("surgeons/", place="60093")  # reads the vocabulary and the arrays

    with CaptureQueriesContext(connection) as queries:
        answer = ask("surgeons/", place="60093", limit="50").json()

    assert len(answer["results"]) == count
    # the revisions; the cards
    assert len(queries) == 2, [query["sql"][:80] for query in queries]


def test_geojson_is_a_feature_collection_with_longitude_first(ask: Ask):
    surgeon = make_surgeon(at=WINNETKA)

    asked = ask("surgeons/", place="60093", format="geojson")
    accepted = ask("surgeons/", place="60093", Accept="application/geo+json")

    assert asked["Content-Type"] == accepted["Content-Type"] == "application/geo+json"
    assert asked.json() == accepted.json()
    assert_fits(asked.json(), "SearchMap")
    [feature] = asked.json()["features"]
    assert (feature["id"], feature["geometry"]["coordinates"]) == (surgeon.slug, [WINNETKA[1], WINNETKA[0]])


def test_the_next_page_of_geojson_is_geojson(ask: Ask, client):
    for _ in range(3):
        make_surgeon()
    following = ask("surgeons/", place="60093", limit="2", format="geojson").json()["next"]
    assert client.get(following).json()["type"] == "FeatureCollection"


def test_names_are_in_the_asked_language(ask: Ask):
    from directory.models import Procedure, Term
    from directory.search.upkeep import bump

    make_surgeon(procedures=["chemical-peel"])
    peel = Procedure.objects.get(slug="chemical-peel")
    Term.objects.create(procedure=peel, text="Exfoliación química", role="name", lang="es")
    bump("vocabulary")

    answer = ask("surgeons/", treatment="chemical peel", lang="es").json()

    assert answer["query"]["treatment"]["name"] == "Exfoliación química"
    assert answer["results"][0]["match"][0]["name"] == "Exfoliación química"
