"""Browsing by place: only where somebody is listed today."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine

from directory.models import Practice, Surgeon
from directory.search.upkeep import refresh
from tests.factories import make_surgeon
from tests.pages.reading import Page, open_page

pytestmark = pytest.mark.django_db

CHICAGO = (41.8781, -87.6298)
PEORIA = (40.6936, -89.5890)


def settle(surgeon: Surgeon, **place: str) -> Surgeon:
    """All her offices are in this place."""
    Practice.objects.filter(surgeon=surgeon).update(**place)
    refresh([surgeon.pk], reason="test")
    return surgeon


@pytest.fixture(autouse=True)
def _places(db: None) -> None:
    settle(make_surgeon(family_name="Winne", procedures=("facelift", "chemical-peel"), practices=2), city="Winnetka")
    settle(make_surgeon(family_name="Winslow", procedures=("facelift",)), city="Winnetka")
    settle(make_surgeon(family_name="Chi", at=CHICAGO), city="Chicago")
    settle(make_surgeon(family_name="Peo", at=PEORIA), city="Peoria")
    settle(make_surgeon(family_name="Ber", at=(52.52, 13.405)), city="Berlin", region="", country="DE")
    settle(make_surgeon(family_name="Gone", listed=False), city="Springfield")


def test_the_way_down_leads_from_countries_to_cities_with_counts(client):
    assert "Germany surgeons: 1 United States surgeons: 4" in open_page(client, "/find/").text
    assert "Illinois surgeons: 4" in open_page(client, "/find/us").text
    page = open_page(client, "/find/us/il")
    assert "Chicago surgeons: 1 Peoria surgeons: 1 Winnetka surgeons: 2" in page.text
    assert "/find/us/il/winnetka" in page.links


def test_a_country_without_regions_leads_straight_to_its_cities(client):
    assert "/find/de/-/berlin" in open_page(client, "/find/de").links
    assert "Plastic surgeons in Berlin, Germany" in open_page(client, "/find/de/-/berlin").text


def test_a_city_names_its_surgeons_once_and_counts_them_by_treatment(client):
    page = open_page(client, "/find/us/il/winnetka")
    assert page.links.count("/surgeons/robin-winne") == 1
    assert "/surgeons/robin-chi" not in page.links
    assert "Facelift (rhytidectomy) surgeons: 2" in page.text
    assert "Chemical peel surgeons: 1" in page.text
    assert "/search?treatment=facelift&place=Winnetka%2C%20IL" in page.links
    assert page.value("place") == "Winnetka, IL"


def test_places_nearby_are_named_and_those_far_away_are_not(client):
    links = open_page(client, "/find/us/il/winnetka").links
    assert "/find/us/il/chicago" in links
    assert "/find/us/il/peoria" not in links
    assert "/find/us/il/winnetka" not in links


def test_two_spellings_of_a_city_are_one_place(client):
    settle(make_surgeon(family_name="Saint"), city="St. Charles")
    settle(make_surgeon(family_name="Saintly"), city="St Charles")
    assert "2 listed surgeons" in open_page(client, "/find/us/il/st-charles").text


@pytest.mark.parametrize(
    "url",
    ["/find/us/il/springfield", "/find/us/tx", "/find/fr", "/find/US", "/find/us/IL", "/find/us/il/Winnetka"],
)
def test_where_nobody_is_listed_there_is_no_page(client, url):
    assert client.get(url).status_code == 404


def test_a_place_goes_when_its_last_surgeon_is_no_longer_listed(client):
    surgeon = Surgeon.objects.get(family_name="Peo")
    surgeon.do_not_list = True
    surgeon.save()
    refresh([surgeon.pk], reason="test")
    assert client.get("/find/us/il/peoria").status_code == 404
    assert "/find/us/il/peoria" not in open_page(client, "/find/us/il").links


def test_a_place_goes_on_the_day_on_which_a_fact_has_run_out_without_any_write(client):
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=3650)):
        assert client.get("/find/us/il/peoria").status_code == 404
        assert "/find/us" not in open_page(client, "/find/").links


def test_machines_read_the_way_down(client):
    page = open_page(client, "/find/us/il/winnetka")
    steps = [step["name"] for step in page.data["itemListElement"]]
    assert steps == ["Find by place", "United States", "Illinois", "Winnetka, IL"]


def test_a_city_costs_the_same_however_many_are_there(client, django_assert_num_queries):
    client.get("/find/us/il/winnetka")
    for url in ("/find/us/il/winnetka", "/find/us/il/peoria"):
        with django_assert_num_queries(7):  # revisions; region, cities, surgeons, count, treatments, neighbours
            Page(client.get(url).content.decode())
