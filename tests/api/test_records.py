from __future__ import annotations

import datetime as dt

import pytest
import time_machine

from directory.models import Offering, Surgeon, today
from directory.search.upkeep import refresh
from tests.api.conftest import Ask
from tests.api.shapes import assert_fits
from tests.factories import make_article, make_practice, make_procedure, make_surgeon

pytestmark = pytest.mark.django_db


def test_a_full_record_is_as_the_schema_says(ask: Ask):
    surgeon = make_surgeon(
        given_name="Robin", family_name="Marlowe", at=(42.108137, -87.735891), languages=["en", "es"], gender="female",
        fellowships=["Hand surgery, Example Hospital"], practice_since=2008, hours={"mon": "8:30-17:00"},
    )  # fmt: skip
    second = make_practice(surgeon, name="North Office", position=1)
    Offering.objects.create(
        surgeon=surgeon, practice=second, procedure=make_procedure("facelift"), since=2015, volume="10-49"
    )
    make_article("peels", treatments=["chemical-peel"], contributors=[surgeon])
    refresh([surgeon.pk], reason="test")

    record = ask(f"surgeons/{surgeon.slug}/").json()

    assert_fits(record, "Surgeon")
    assert record["practices"][0]["point"] == {"lat": 42.108137, "lng": -87.735891}
    assert [one["name"] for one in record["practices"]] == ["Lakeside Plastic Surgery", "North Office"]
    assert [one["slug"] for one in record["offerings"]] == ["chemical-peel"]
    assert [one["slug"] for one in record["practices"][1]["offerings"]] == ["facelift"]
    assert record["education"]["fellowships"] == ["Hand surgery, Example Hospital"]
    assert record["articles"][0]["slug"] == record["contributed"][0]["slug"] == "peels"
    assert record["npi"] == surgeon.npi


@pytest.mark.parametrize(
    "missing",
    [
        {"listed": False},
        {"board": None},
        {"accreditor": None},
        {"do_not_list": True},
        {"standing": "suspended"},
    ],
)
def test_who_is_not_listed_has_no_record(ask: Ask, missing: dict):
    surgeon = make_surgeon(**missing)
    assert ask(f"surgeons/{surgeon.slug}/").status_code == 404


def test_a_surgeon_whose_certificate_expires_today_has_a_record_until_midnight(ask: Ask):
    surgeon = make_surgeon(certificate_expires=today())
    assert ask(f"surgeons/{surgeon.slug}/").status_code == 200
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=1)):
        assert ask(f"surgeons/{surgeon.slug}/").status_code == 404


def test_nothing_that_is_not_public_is_in_a_record(ask: Ask):
    surgeon = make_surgeon()
    Surgeon.objects.filter(pk=surgeon.pk).update(other_names="Maiden Name")
    record = ask(f"surgeons/{surgeon.slug}/").json()
    for private in ("standing", "consented_on", "do_not_list", "other_names", "id"):
        assert private not in record


@pytest.mark.parametrize("offices", [1, 5])
def test_a_record_costs_the_same_queries_however_many_offices(ask: Ask, offices: int, django_assert_max_num_queries):
    surgeon = make_surgeon(practices=offices)
    ask(f"surgeons/{surgeon.slug}/")
    # revisions twice; the surgeon; certificates, attestations, offices, offerings, articles
    with django_assert_max_num_queries(8):
        ask(f"surgeons/{surgeon.slug}/")
