"""A change to a surgeon is signed, whole, and seen at once."""

from __future__ import annotations

import contextlib

import orjson
import pytest
from django.contrib.auth.models import User

from directory.models import Change, Listing, Practice, Surgeon
from members.services.changing import changing
from tests.factories import make_surgeon

pytestmark = pytest.mark.django_db


def test_search_sees_what_was_changed():
    surgeon = make_surgeon()
    with changing(surgeon, by=None, reason="moved"):
        Practice.objects.get().delete()
        Practice.objects.create(surgeon=surgeon, name="New office", city="Evanston", lat=42.04, lng=-87.69)
    assert orjson.loads(Listing.objects.get().card)["practice"]["name"] == "New office"


def test_every_version_made_inside_names_its_author_and_the_reason():
    alice = User.objects.create_user("alice")
    surgeon = make_surgeon()
    with changing(surgeon, by=alice, reason="a new phone") as locked:
        locked.biography = "Hands."
        locked.save()
        practice = locked.practices.get()
        practice.phone = "+13125550199"
        practice.save()
    for version in (Surgeon.history.first(), Practice.history.first()):
        assert (version.history_user, version.history_change_reason) == (alice, "a new phone")


def test_a_version_made_afterwards_is_not_signed_by_the_last_author():
    surgeon = make_surgeon()
    with changing(surgeon, by=User.objects.create_user("alice"), reason="a new phone"):
        pass
    surgeon.save()
    assert Surgeon.history.first().history_user is None
    assert not Surgeon.history.first().history_change_reason


def test_what_fails_inside_leaves_everything_as_it_was():
    surgeon = make_surgeon(biography="Before.")
    card, changes = Listing.objects.get().card, Change.objects.count()
    with contextlib.suppress(RuntimeError), changing(surgeon, by=None, reason="half done") as locked:
        locked.biography = "After."
        locked.save()
        raise RuntimeError
    surgeon.refresh_from_db()
    assert surgeon.biography == "Before."
    assert (Listing.objects.get().card, Change.objects.count()) == (card, changes)


def test_the_surgeon_given_is_as_in_the_database_and_not_as_in_the_callers_hands():
    surgeon = make_surgeon()
    Surgeon.objects.update(biography="By someone else.")
    with changing(surgeon, by=None, reason="look") as locked:
        assert locked.biography == "By someone else."


def test_a_listing_that_goes_with_its_practice_is_logged_as_a_removal():
    surgeon = make_surgeon()
    with changing(surgeon, by=None, reason="closed"):
        surgeon.practices.all().delete()
    assert Change.objects.last().kind == Change.Kind.REMOVAL


def test_the_public_log_does_not_tell_the_reason():
    with changing(make_surgeon(), by=None, reason="a private matter"):
        pass
    assert Change.objects.last().reason == "edited"
