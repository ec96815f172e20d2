"""load_demo and what is behind it: loading invented members, and taking out those alone."""

from __future__ import annotations

import io

import pytest
from django.core.management import CommandError, call_command

from directory.models import (
    Certification,
    Change,
    Facility,
    FacilityAttestation,
    Listing,
    Offering,
    Practice,
    Surgeon,
)
from members import invented
from members.invented import people
from members.invented.unlisted import REASONS

pytestmark = pytest.mark.django_db
ENOUGH = 11 * len(REASONS)  # every reason not to be listed once
MODELS = (Surgeon, Practice, Certification, Facility, FacilityAttestation, Offering)


def demo(members: int = 22, seed: int = 5) -> str:
    out = io.StringIO()
    call_command("load_demo", members=members, seed=seed, stdout=out)
    return out.getvalue()


@pytest.fixture
def words() -> None:
    call_command("load_vocabulary", verbosity=0)


@pytest.fixture
def alice() -> Surgeon:
    """A member whom nobody invented here."""
    return Surgeon.objects.create(slug="alice", given_name="Alice", family_name="Real")


def test_the_members_are_listed_as_they_were_meant_to_be(words):
    made = list(people(ENOUGH, 5))
    assert invented.load(made) == ENOUGH - len(REASONS)
    listed = set(Surgeon.objects.listed().values_list("slug", flat=True))
    assert listed == {person.member.slug for person in made if not person.unlisted}
    assert set(Listing.objects.values_list("surgeon__slug", flat=True)) == listed
    assert Listing.objects.count() == sum(len(person.offices) for person in made if not person.unlisted)
    assert set(Change.objects.filter(kind="upsert").values_list("slug", flat=True)) == listed


def test_every_record_passes_the_checks_of_the_forms(words):
    invented.load(people(33, 6))
    for model in (Surgeon, Practice, Certification, Facility, FacilityAttestation, Offering):
        for record in model.objects.all():
            record.full_clean()


def test_every_record_has_a_first_version(words):
    invented.load(people(11, 5))
    for model in MODELS:
        versions = model.history.filter(history_type="+")
        assert set(versions.values_list("id", flat=True)) == set(model.objects.values_list("pk", flat=True))
    assert Surgeon.objects.earliest("pk").history.get().slug == Surgeon.objects.earliest("pk").slug


def test_progress_is_told_how_many_are_done(words):
    done = []
    invented.load(people(7, 5), progress=done.append)
    assert sum(done) == 7


def test_a_treatment_that_is_not_in_the_vocabulary_is_named():
    with pytest.raises(LookupError, match="load_vocabulary"):
        invented.load(people(1, 5))
    assert not Surgeon.objects.exists()


def test_an_address_that_is_taken_stays_with_whoever_has_it(words):
    person = next(people(1, 5))
    Surgeon.objects.create(slug=person.member.slug, given_name="Someone", family_name="Else")
    invented.load([person])
    assert invented.invented().get().slug.endswith("-invented")


def test_removing_takes_out_the_invented_and_nobody_else(words, alice):
    invented.load(people(22, 5))
    shared = Facility.objects.earliest("pk")
    FacilityAttestation.objects.create(
        surgeon=alice, facility=shared, attested_on="2026-01-01", valid_until="2027-01-01"
    )
    listed = set(Listing.objects.values_list("surgeon__slug", flat=True))
    assert invented.remove() == 22
    assert list(Surgeon.objects.all()) == [alice]
    assert list(Facility.objects.all()) == [shared]
    assert not Listing.objects.exists()
    assert not Offering.history.exists()
    assert set(Change.objects.filter(kind="removal").values_list("slug", flat=True)) == listed


def test_load_demo_says_how_many_there_are_and_how_many_are_listed():
    said = demo(members=22)
    assert "22 invented members" in said
    assert f"{Surgeon.objects.listed().count()} of them are listed" in said
    assert Surgeon.objects.listed().count() == 20


def test_a_second_run_changes_nothing():
    demo()
    before = [list(model.history.values()) for model in MODELS] + [list(Listing.objects.values())]
    last = Change.objects.latest("number")
    assert "up to date" in demo()
    assert [list(model.history.values()) for model in MODELS] + [list(Listing.objects.values())] == before
    assert Change.objects.latest("number") == last


def test_a_run_that_broke_off_is_made_good():
    demo()
    Surgeon.objects.earliest("pk").delete()
    demo()
    assert invented.invented().count() == 22


def test_another_number_replaces_the_invented_and_leaves_the_others(alice):
    demo(members=22)
    said = demo(members=11)
    assert invented.invented().count() == 11
    assert Surgeon.objects.filter(pk=alice.pk).exists()
    assert "1 other members were left" in said


def test_it_refuses_where_the_members_are_real(settings):
    settings.DEMONSTRATION = False
    with pytest.raises(CommandError, match="DEMONSTRATION"):
        demo()
    assert not Surgeon.objects.exists()


def test_a_negative_number_is_refused():
    with pytest.raises(CommandError, match="--members"):
        demo(members=-1)
