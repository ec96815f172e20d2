"""The society's promise: each fact, to the day. `listed()` and `why_not_listed` are held to the same answer."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from directory.models import Surgeon, today
from directory.models.promise import why_not_listed
from tests.factories import make_surgeon

pytestmark = pytest.mark.django_db


def day(offset: int) -> dt.date:
    return today() + dt.timedelta(days=offset)


def listed(surgeon: Surgeon, on: dt.date | None = None) -> bool:
    """Whether she is listed; the rule in SQL and the one in words must agree."""
    answer = Surgeon.objects.listed(on).filter(pk=surgeon.pk).exists()
    assert answer == (not why_not_listed(surgeon, on)), why_not_listed(surgeon, on)
    return answer


def test_a_surgeon_with_every_fact_is_listed():
    assert listed(make_surgeon())


# Each of these is a fact that ends: its last day counts, the day after does not.
ENDS = {
    "certificate": lambda last: {"certificate_expires": last},
    "accreditation of the facility": lambda last: {"facility": {"expires": last}},
    "attestation": lambda last: {"attestation": {"valid_until": last}},
    "dues": lambda last: {"membership_until": last},
}


@pytest.mark.parametrize("fact", ENDS)
def test_a_surgeon_whose_fact_ends_today_is_listed(fact: str):
    assert listed(make_surgeon(**ENDS[fact](day(0))))


@pytest.mark.parametrize("fact", ENDS)
def test_a_surgeon_whose_fact_ended_yesterday_is_not_listed(fact: str):
    assert not listed(make_surgeon(**ENDS[fact](day(-1))))


@pytest.mark.parametrize("fact", ENDS)
def test_the_day_asked_about_counts_and_not_today(fact: str):
    surgeon = make_surgeon(**ENDS[fact](day(3)))
    assert listed(surgeon, day(3))
    assert not listed(surgeon, day(4))


# And each of these begins on a day: it counts from that day on.
BEGINS = {
    "verification of the certificate": lambda first: {"certification": {"verified_on": first}},
    "verification of the facility": lambda first: {"facility": {"verified_on": first}},
    "attestation": lambda first: {"attestation": {"attested_on": first}},
    "check of the membership": lambda first: {"membership_checked_on": first},
    "consent": lambda first: {"consented_on": first},
}


@pytest.mark.parametrize("fact", BEGINS)
def test_a_fact_counts_from_its_first_day(fact: str):
    assert listed(make_surgeon(**BEGINS[fact](day(0))))


@pytest.mark.parametrize("fact", BEGINS)
def test_a_fact_does_not_count_before_its_first_day(fact: str):
    assert not listed(make_surgeon(**BEGINS[fact](day(1))))


MISSING: dict[str, tuple[dict[str, Any], str]] = {
    "no certificate": ({"board": None}, "No board certificate"),
    "a certificate never verified": ({"certification": {"verified_on": None}}, "not verified"),
    "a revoked certificate": ({"certification": {"status": "revoked"}}, "Revoked"),
    "a pending certificate": ({"certification": {"status": "pending"}}, "Pending"),
    "a certificate of unknown status": ({"certification": {"status": "unknown"}}, "Unknown"),
    "another board": ({"board": "abcs"}, "No board certificate"),
    "head and neck alone": ({"certificate": "head-and-neck"}, "No board certificate"),
    "no facility": ({"accreditor": None}, "No attestation"),
    "a facility never verified": ({"facility": {"verified_on": None}}, "accreditation is not verified"),
    "a suspended membership": ({"standing": "suspended"}, "Suspended"),
    "an ended membership": ({"standing": "ended"}, "Ended"),
    "dues not recorded": ({"membership_until": None}, "not recorded"),
    "a membership never checked": ({"membership_checked_on": None}, "was not checked"),
    "a resident": ({"member_class": "resident"}, "Resident or fellow"),
    "a retired member": ({"member_class": "retired"}, "Retired member"),
    "a candidate": ({"member_class": "candidate"}, "Candidate"),
    "no consent": ({"listed": False}, "has not agreed"),
    "do-not-list": ({"do_not_list": True}, "asked never"),
    "no practice": ({"practices": 0}, "no practice"),
}


@pytest.mark.parametrize("case", MISSING)
def test_without_one_fact_a_surgeon_is_not_listed_and_staff_read_which(case: str):
    fields, words = MISSING[case]
    surgeon = make_surgeon(**fields)
    assert not listed(surgeon)
    assert words in " ".join(why_not_listed(surgeon))


COUNTS: dict[str, dict[str, Any]] = {
    "a lifetime certificate": {"certificate_expires": None},
    "the hand certificate alone": {"certificate": "hand"},
    "the Royal College": {"board": "rcpsc"},
    "the Collège des médecins": {"board": "cmq"},
    "a society abroad": {"board": "national", "certification": {"board_name": "BAPRAS"}},
    "an accreditation without an end": {"facility": {"expires": None}},
    "a life member": {"member_class": "life"},
    "an international member": {"member_class": "international"},
}


@pytest.mark.parametrize("case", COUNTS)
def test_what_counts_too(case: str):
    assert listed(make_surgeon(**COUNTS[case]))


def test_a_second_certificate_holds_the_first_ones_place():
    surgeon = make_surgeon(certificate_expires=day(-1))
    surgeon.certifications.create(board="abps", certificate="hand", status="active", verified_on=day(-1))
    assert listed(surgeon)


def test_the_facts_of_one_certificate_are_not_mixed_with_anothers():
    surgeon = make_surgeon(certification={"verified_on": None})
    surgeon.certifications.create(board="abps", certificate="hand", status="expired", verified_on=day(-1))
    assert not listed(surgeon)


def test_candidates_are_listed_where_the_society_says_so(settings):
    settings.LIST_CANDIDATES = True
    assert listed(make_surgeon(member_class="candidate", board=None))
    assert not listed(make_surgeon(member_class="resident", board=None))
    assert not listed(make_surgeon(member_class="candidate", board=None, accreditor=None))


def test_why_not_says_that_an_unsaved_record_is_not_saved():
    assert why_not_listed(Surgeon(family_name="New")) == ["The record is not saved yet."]
