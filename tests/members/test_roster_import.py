"""What an import does to records that are there already."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model

from directory.models import Change, Listing, Practice, Standing, Surgeon
from members.models import ImportRun, RosterEntry
from members.roster import importing
from members.services.changing import changing
from tests.factories import make_surgeon
from tests.members.roster_files import came_of, counts, member, nppes, person, roster, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def imported(tmp_path):
    """Imports these rows of a roster and gives what was said."""

    def imports(*rows, **options):
        return run(roster(tmp_path / "roster.csv", *rows), **options)

    return imports


def test_a_dry_run_shows_the_differences_and_writes_nothing(imported):
    imported(member())
    history = Surgeon.history.count()
    said = imported(member(phone="207-555-0199", standing="suspended"), member(2), dry_run=True)
    assert "row 2: changed: Rosalind Fennimore-1\n    standing: good -> suspended\n" in said
    assert "    phone: +12075550142 -> +12075550199\n" in said
    assert "row 3: new: Rosalind Fennimore-2, Portland, ME" in said
    assert "This was a dry run. Nothing was written." in said
    assert counts(said) == came_of(created=1, changed=1)
    assert (Surgeon.objects.count(), Surgeon.history.count(), ImportRun.objects.count()) == (1, history, 1)
    assert Practice.objects.get().phone == "+12075550142"


def test_a_dry_run_with_refused_rows_says_that_they_would_keep_all_from_being_written(imported):
    said = imported(member(), member(2, phone="12"), dry_run=True)
    assert "The refused rows would keep all from being written." in said
    assert counts(said) == came_of(created=1, refused=1)


def test_the_counts_are_the_last_that_is_said(imported):
    assert imported(member()).splitlines()[-4:] == ["created: 1", "changed: 0", "unchanged: 0", "refused: 0"]


def test_a_changed_row_changes_the_record_and_the_history_says_which_import_it_was(imported):
    imported(member())
    stella = get_user_model().objects.create_user("stella")
    assert counts(imported(member(city="Bangor", postal_code="04401"), by="stella")) == came_of(changed=1)
    version = Practice.history.latest("history_id")
    assert (version.city, version.history_user) == ("Bangor", stella)
    run = ImportRun.objects.get(pk=int(version.history_change_reason.removeprefix("import ")))
    assert (run.by, run.file_name, run.changed, len(run.file_hash)) == (stella, "roster.csv", 1, 64)
    assert Practice.objects.get().lat > 44.5


def test_a_user_whom_nobody_knows_is_refused(imported):
    assert "there is no user “nobody”" in imported(member(), by="nobody")


def test_an_empty_cell_leaves_what_is_there(imported):
    imported(member(residency="Example Hospital"))
    assert counts(imported(member(residency=""))) == came_of(unchanged=1)
    assert Surgeon.objects.get().residency == "Example Hospital"


def test_what_a_person_wrote_is_kept_and_the_difference_is_said_once(imported):
    imported(member())
    with changing(Surgeon.objects.get(), by=None, reason="edited") as surgeon:
        surgeon.practices.update(phone="+12075550111")
    said = imported(member(phone="207-555-0199"))
    assert "note: phone was changed here, or is not from a file: the record's stays" in said
    assert Practice.objects.get().phone == "+12075550111"
    again = imported(member(phone="207-555-0199"))
    assert "note" not in again
    assert counts(again) == came_of(unchanged=1)


def test_a_pin_that_was_moved_by_hand_stays_with_its_address(imported):
    imported(member())
    Practice.objects.update(lat=43.66, lng=-70.26, exactness="rooftop", point_source="pin")
    imported(member(street="2 Elm Street"))
    office = Practice.objects.get()
    assert (office.street, office.point_source) == ("1 Elm Street", "pin")


def test_the_societys_own_facts_are_the_rosters_to_say(imported):
    surgeon = make_surgeon()
    Surgeon.objects.filter(pk=surgeon.pk).update(npi=member()["npi"])
    imported(member(given_name="Other", standing="suspended"))
    surgeon.refresh_from_db()
    assert (surgeon.given_name, surgeon.standing) == ("Robin", Standing.SUSPENDED)


def test_search_sees_what_an_import_changed_in_the_same_step(imported):
    surgeon = make_surgeon(npi=member()["npi"])
    assert Listing.objects.filter(surgeon=surgeon).exists()
    imported(member(standing="ended"))
    assert not Listing.objects.filter(surgeon=surgeon).exists()
    assert Change.objects.latest("number").kind == "removal"


def test_a_listed_surgeon_keeps_her_own_office_and_consent(imported):
    surgeon = make_surgeon(npi=member()["npi"])
    consented = surgeon.consented_on
    assert "note: practice was changed here" in imported(member())
    surgeon.refresh_from_db()
    assert surgeon.consented_on == consented
    assert surgeon.practices.get().city == "Winnetka"


def test_do_not_list_survives_every_import(imported):
    imported(member())
    Surgeon.objects.update(do_not_list=True)
    imported(member(phone="207-555-0199", standing="good"))
    assert Surgeon.objects.get().do_not_list


def test_an_office_that_was_taken_out_does_not_come_back(imported):
    imported(member())
    Practice.objects.get().delete()
    assert counts(imported(member())) == came_of(unchanged=1)
    assert not Practice.objects.exists()


def test_both_files_feed_one_record_and_neither_undoes_the_other(imported, tmp_path):
    registry = nppes(tmp_path / "npidata.csv", [person(1, suffix="")])
    imported(member())
    assert counts(run(registry)) == came_of(unchanged=1)
    assert "note" not in run(registry)
    assert counts(imported(member())) == came_of(unchanged=1)
    assert Surgeon.objects.get().given_name == "Rosalind"


def test_the_roster_prevails_over_the_registry(imported, tmp_path):
    run(nppes(tmp_path / "npidata.csv", [person(1)]))
    assert counts(imported(member())) == came_of(changed=1)
    surgeon = Surgeon.objects.get()
    assert (surgeon.given_name, surgeon.practices.get().city) == ("Rosalind", "Portland")


@pytest.mark.parametrize(
    ("second", "column"),
    [
        ({"member_number": "M-1"}, "member_number"),
        ({"npi": member(1)["npi"]}, "npi"),
    ],
)
def test_a_person_who_comes_twice_is_refused(imported, second, column):
    assert f"row 3: refused. column {column}: Row 2 has the same" in imported(member(1), member(2, **second))


def test_a_number_and_an_npi_of_two_people_contradict_each_other(imported):
    imported(member(1), member(2))
    said = imported(member(1, member_number="M-2"))
    assert "row 2: refused. column member_number: It is rosalind-fennimore-2's here" in said


def test_a_member_number_that_changed_is_refused(imported):
    imported(member(1))
    assert "rosalind-fennimore-1 has the number M-1 here" in imported(member(1, member_number="M-9"))


def test_a_namesake_without_an_npi_is_left_to_a_person_to_decide(imported):
    make_surgeon(given_name="Rosalind", family_name="Fennimore-1", npi=None)
    said = imported(member(1))
    assert "row 2: refused. column npi: rosalind-fennimore-1 has this name and no NPI" in said


def test_namesakes_get_addresses_of_their_own(imported):
    imported(member(1, family_name="Fennimore"), member(2, family_name="Fennimore"))
    imported(member(3, family_name="Fennimore"), member(1, family_name="Fennimore"))
    slugs = set(Surgeon.objects.values_list("slug", flat=True))
    assert slugs == {"rosalind-fennimore", "rosalind-fennimore-2", "rosalind-fennimore-3"}


def test_an_import_that_breaks_off_has_written_nothing(imported, monkeypatch):
    monkeypatch.setattr(importing, "BATCH", 1)
    written = []

    def breaks(plans, made):
        written.append(plans)
        if len(written) == 2:
            raise KeyboardInterrupt
        write(plans, made)

    write = importing.write
    monkeypatch.setattr(importing, "write", breaks)
    with pytest.raises(KeyboardInterrupt):
        imported(member(1), member(2))
    assert not Surgeon.objects.exists()
    assert not RosterEntry.objects.exists()
    assert not ImportRun.objects.exists()


@pytest.mark.parametrize("skip_refused", [False, True])
def test_a_row_that_only_the_records_contradict_stops_all_too(imported, skip_refused):
    imported(member(1))
    said = imported(member(2), member(1, member_number="M-9"), skip_refused=skip_refused)
    assert counts(said) == came_of(created=int(skip_refused), refused=1)
    assert Surgeon.objects.count() == 1 + skip_refused
    assert ImportRun.objects.count() == 1 + skip_refused
