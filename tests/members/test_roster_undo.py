from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model

from directory.models import Listing, Practice, Surgeon
from members.models import ImportRun, RosterEntry
from members.services.changing import changing
from tests.factories import CertificationFactory, make_surgeon
from tests.members.roster_files import member, roster, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def imported(tmp_path):
    """Imports these rows of a roster and gives the number of the import."""

    def imports(*rows):
        said = run(roster(tmp_path / "roster.csv", *rows))
        assert "error" not in said
        return ImportRun.objects.latest("pk").pk

    return imports


def records():
    """All that an import may write, without when."""
    kept = [list(model.objects.order_by("pk").values()) for model in (Surgeon, Practice, RosterEntry)]
    return [[{name: value for name, value in row.items() if name != "updated_at"} for row in rows] for rows in kept]


def test_people_whom_it_made_are_gone(imported):
    number = imported(member(1), member(2))
    assert f"Import {number} (roster.csv) is undone." in run(undo=number)
    assert records() == [[], [], []]


def test_former_values_come_back(imported):
    imported(member(1), member(2))
    before = records()
    number = imported(
        member(1, city="Bangor", postal_code="04401", standing="ended", email="new@example.org"), member(2)
    )
    assert records() != before
    run(undo=number)
    assert records() == before


def test_search_sees_it_in_the_same_step(imported):
    surgeon = make_surgeon(npi=member()["npi"])
    number = imported(member(standing="ended"))
    assert not Listing.objects.filter(surgeon=surgeon).exists()
    run(undo=number)
    assert Listing.objects.filter(surgeon=surgeon).exists()
    assert not RosterEntry.objects.exists()


def test_the_history_says_who_undid_it_and_what(imported):
    stella = get_user_model().objects.create_user("stella")
    imported(member())
    number = imported(member(phone="207-555-0199"))
    run(undo=number, by="stella")
    version = Practice.history.latest("history_id")
    assert (version.history_change_reason, version.history_user) == (f"undo of import {number}", stella)
    undone = ImportRun.objects.get(pk=number)
    assert undone.undone_by == stella
    assert undone.undone_at is not None


def test_what_was_edited_since_is_named_and_nothing_is_undone(imported):
    number = imported(member(1), member(2))
    with changing(Surgeon.objects.earliest("pk"), by=None, reason="a new phone") as surgeon:
        office = surgeon.practices.get()
        office.phone = "+12075550111"
        office.save()
    said = run(undo=number)
    assert "Nothing was undone" in said
    assert "rosalind-fennimore-1: changed since" in said
    assert "(a new phone)" in said
    assert "fennimore-2" not in said
    assert Surgeon.objects.count() == 2
    assert ImportRun.objects.get(pk=number).undone_at is None


def test_who_has_more_by_now_is_named(imported):
    number = imported(member(1), member(2))
    first, second = Surgeon.objects.order_by("pk")
    CertificationFactory(surgeon=first)
    Practice.objects.create(surgeon=second, name="Second", city="Bangor", lat=44.8, lng=-68.8)
    said = run(undo=number)
    assert "rosalind-fennimore-1: has a certification since" in said
    assert "rosalind-fennimore-2: has another office since" in said
    assert Surgeon.objects.count() == 2


def test_a_later_import_has_to_be_undone_first(imported):
    first = imported(member())
    second = imported(member(phone="207-555-0199"))
    assert f"(import {second})" in run(undo=first)
    assert "is undone" in run(undo=second)
    assert "changed since" in run(undo=first)  # by the undoing itself, which is a version too


def test_it_is_undone_once(imported):
    number = imported(member())
    run(undo=number)
    assert "was undone on" in run(undo=number)


def test_an_import_that_never_was_is_said_to_be_none():
    assert "There is no import 99" in run(undo=99)


def test_what_was_undone_can_be_imported_again(imported):
    run(undo=imported(member()))
    imported(member())
    assert Surgeon.objects.get().slug == "rosalind-fennimore-1"


@pytest.mark.parametrize("arguments", [{}, {"undo": 1, "file": "x.csv"}])
def test_either_a_file_or_a_number_is_wanted(arguments):
    assert "Give a file to import, or --undo" in run(**arguments)
