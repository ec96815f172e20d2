"""The read model can always be made anew, and once a day what the calendar has overtaken is."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest
from django.core.management import call_command

from directory.models import Certification, Change, Listing, Surgeon, today
from tests.factories import make_surgeon

pytestmark = pytest.mark.django_db


def rebuild(*arguments: str, **options: Any) -> str:
    out = io.StringIO()
    call_command("rebuild_listings", *arguments, stdout=out, **options)
    return out.getvalue()


def test_lost_listings_come_back():
    make_surgeon(practices=2)
    make_surgeon(listed=False)
    Listing.objects.all().delete()
    assert rebuild() == "1 surgeons are listed.\n"
    assert Listing.objects.count() == 2


def test_rebuilding_again_gives_the_same_rows():
    make_surgeon()
    before = Listing.objects.values("card", "x", "p0", "p1", "flags", "listed_until").get()
    rebuild()
    assert Listing.objects.values("card", "x", "p0", "p1", "flags", "listed_until").get() == before


def test_the_daily_job_takes_out_whose_certificate_ran_out_and_touches_nobody_else():
    gone, stays = make_surgeon(), make_surgeon()
    yesterday = today() - dt.timedelta(days=1)
    Certification.objects.filter(surgeon=gone).update(expires=yesterday)
    Listing.objects.filter(surgeon=gone).update(listed_until=yesterday, facts_until=yesterday)
    before = Change.objects.count()
    assert rebuild("--lapsed") == "1 surgeons had a fact run out; 1 of them are no longer listed.\n"
    assert Listing.objects.get().surgeon == stays
    assert Change.objects.count() == before + 1
    assert (Change.objects.last().kind, Change.objects.last().slug) == ("removal", gone.slug)


def test_the_daily_job_keeps_who_lost_only_a_second_certificate(time_machine: Any):
    surgeon = make_surgeon()
    surgeon.certifications.create(
        board="abps", certificate="head-and-neck", status="active", verified_on=today(), expires=today()
    )
    rebuild()
    assert "head and neck" in Listing.objects.get().card
    time_machine.move_to(dt.datetime.now(dt.UTC) + dt.timedelta(days=1))
    assert rebuild("--lapsed") == "1 surgeons had a fact run out; 0 of them are no longer listed.\n"
    assert "head and neck" not in Listing.objects.get().card


def test_the_daily_job_on_a_quiet_day_changes_nothing():
    make_surgeon()
    before = Change.objects.count()
    assert rebuild("--lapsed").startswith("0 surgeons had a fact run out")
    assert Change.objects.count() == before


def test_quiet_means_quiet():
    assert rebuild(verbosity=0) == ""
    assert not Surgeon.objects.exists()
