from __future__ import annotations

import gzip
import tracemalloc
import zipfile

import pytest

from directory.models import Certification, Practice, Surgeon
from directory.models.screening import private_shape
from members.models import ImportRun, RosterEntry
from tests.members.roster_files import FIRST, V2, came_of, counts, header, npi, nppes, person, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def imported(tmp_path):
    """Imports these rows and gives what was said."""

    def imports(*people, **options):
        return run(nppes(tmp_path / "npidata.csv", people), **options)

    return imports


def test_a_plastic_surgeon_becomes_an_unlisted_draft_with_the_office_where_patients_are_seen(imported):
    assert counts(imported(person())) == came_of(created=1)
    surgeon = Surgeon.objects.get()
    assert (surgeon.full_name, surgeon.credentials) == ("Bartholomew Thistlewood Jr.", "MD, FACS")
    assert (surgeon.slug, surgeon.npi) == ("bartholomew-thistlewood-jr", npi(1))
    office = Practice.objects.get()
    assert (office.street, office.city, office.region, office.postal_code) == ("1 Elm St", "Danbury", "CT", "06810")
    assert (office.phone, office.exactness, office.point_source) == ("+12035550142", "postal-code", "gazetteer")
    assert abs(office.lat - 41.39) < 0.1
    assert abs(office.lng + 73.45) < 0.1


def test_no_import_agrees_to_a_listing_verifies_anything_or_states_a_gender(imported):
    imported(person())
    surgeon = Surgeon.objects.get()
    assert surgeon.consented_on is None
    assert surgeon.gender == ""
    assert surgeon.membership_checked_on is None
    assert not Certification.objects.exists()
    assert not Surgeon.objects.listed().exists()


def test_the_mailing_address_is_stored_nowhere(imported):
    imported(person())
    stored = str([*Surgeon.objects.values(), *Practice.objects.values(), *RosterEntry.objects.values()])
    for word in ("PO B", "Po B", "ampa", "33602", "8135550100"):
        assert word not in stored


def test_a_second_run_changes_nothing(imported):
    imported(person(1), person(2))
    before = [Surgeon.history.count(), Practice.history.count(), RosterEntry.history.count()]
    assert counts(imported(person(1), person(2))) == came_of(unchanged=2)
    assert [Surgeon.history.count(), Practice.history.count(), RosterEntry.history.count()] == before


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"taxonomy": "207N00000X"}, "another specialty"),
        ({"entity": "2"}, "an organization, not a person"),
        ({"entity": "2.0"}, "an organization, not a person"),
        ({"ended": "03/01/2020"}, "the NPI is deactivated"),
        ({"ended": "03/01/2020", "again": "01/01/2019"}, "the NPI is deactivated"),
    ],
)
def test_who_is_not_meant_is_skipped_with_the_reason(imported, changes, why):
    said = imported(person(**changes))
    assert f"skipped: 1 ({why})" in said
    assert counts(said) == came_of()


def test_a_deactivated_number_whose_row_is_blank_is_skipped_and_a_record_that_has_it_is_named(imported):
    imported(person())
    said = imported({"NPI": npi(1), "NPI Deactivation Date": "03/01/2020"})
    assert "skipped: 1 (the NPI is deactivated)" in said
    assert f"NPI {npi(1)}: note: deactivated, and a record here has it" in said


@pytest.mark.parametrize(
    "changes",
    [
        {"ended": "03/01/2020", "again": "04/01/2020"},
        {"entity": "1.0"},
        {"npi": f"{npi(1)}.0"},
        {"taxonomy": "2082S0105X"},
        {"taxonomy": "2082S0099X"},
        {"taxonomy": "2086S0122X"},
        {"taxonomy": "2086S0105X"},
        {"zip": "6810"},
        {"zip": "6810.0"},
        {"zip": "68104146"},
        {"zip": "06810-4146"},
        {"region": "Connecticut"},
    ],
)
def test_what_spreadsheets_and_registries_do_to_a_row_is_mended(imported, changes):
    assert counts(imported(person(**changes))) == came_of(created=1)
    office = Practice.objects.get()
    assert (office.surgeon.npi, office.postal_code, office.region) == (npi(1), "06810", "CT")


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"entity": ""}, "Entity Type Code"),
        ({"npi": "1234567890"}, "NPI"),
        ({"npi": "1.23457E+09"}, "NPI"),
        ({"family": ""}, "Provider Last Name (Legal Name)"),
        ({"zip": "1"}, "Provider Business Practice Location Address Postal Code"),
        ({"region": "XX"}, "Provider Business Practice Location Address State Name"),
        ({"city": "NOWHERE AT ALL", "zip": "00000"}, "Provider Business Practice Location Address Postal Code"),
        ({"street": "HOME: 12 ELM ST"}, "Provider First Line Business Practice Location Address"),
        ({"credentials": "SSN 123-45-6789"}, "Provider Credential Text"),
        ({"family": "T" * 81}, "Provider Last Name (Legal Name)"),
    ],
)
def test_a_row_that_cannot_be_used_names_the_row_and_the_column_and_stops_all(imported, changes, column):
    said = imported(person(1), person(2) | person(2, **changes))
    assert f"row 3: refused. column {column}: " in said
    assert counts(said) == came_of(refused=1)
    assert "error: " in said
    assert not Surgeon.objects.exists()
    assert not ImportRun.objects.exists()


def test_what_looks_private_is_not_repeated_on_the_screen(imported):
    for name in ("credentials", "zip", "phone", "region"):
        assert private_shape(imported(person(**{name: "123-45-6789"})).replace("social security", "")) is None


def test_the_rows_that_are_not_refused_are_written_where_that_is_asked_for(imported):
    assert counts(imported(person(1), person(2, entity=""), skip_refused=True)) == came_of(created=1, refused=1)
    assert Surgeon.objects.count() == 1


def test_a_number_that_comes_twice_is_refused_and_the_first_row_named(imported):
    said = imported(person(1), person(1, given="ANN"))
    assert "row 3: refused. column npi: Row 2 has the same." in said
    assert counts(said) == came_of(refused=1)


def test_a_phone_that_cannot_be_dialled_is_left_out_with_a_note(imported):
    said = imported(person(phone="100018"))
    assert "note: the phone number cannot be dialled" in said
    assert Practice.objects.get().phone == ""


def test_a_postal_code_of_another_state_gives_way_to_the_city(imported):
    said = imported(person(zip="33602"))
    assert "note: 33602 is not a postal code there" in said
    office = Practice.objects.get()
    assert office.exactness == "city"
    assert abs(office.lat - 41.39) < 0.2


def test_the_columns_of_the_second_version_and_spaces_in_the_header_are_understood(tmp_path):
    columns = [f" {name.upper()}  " for name in header(V2)]
    assert counts(run(nppes(tmp_path / "v2.csv", [person()], columns=columns))) == came_of(created=1)


def test_a_column_that_is_missing_is_named(tmp_path):
    columns = [name.replace("NPI Deactivation Date", "Something Else") for name in header()]
    assert "lacks the column “NPI Deactivation Date”" in run(nppes(tmp_path / "x.csv", [person()], columns=columns))


def test_a_row_that_was_cut_short_is_refused(tmp_path):
    path = nppes(tmp_path / "cut.csv", [person()])
    path.write_text(path.read_text() + f'"{npi(2)}","1"\n')
    assert f"row 3: refused. The row has 2 cells, the header {len(header())}" in run(path)


def test_packed_files_are_read_as_they_are_published(tmp_path):
    plain = nppes(tmp_path / "npidata_pfile_20261101.csv", [person()])
    (tmp_path / "one.csv.gz").write_bytes(gzip.compress(plain.read_bytes()))
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.write(plain, plain.name)
        archive.writestr("npidata_pfile_20261101_FileHeader.csv", "NPI")
        archive.writestr("pl_pfile_20261101.csv", "NPI")
    assert counts(run(tmp_path / "one.csv.gz")) == came_of(created=1)
    assert counts(run(tmp_path / "all.zip")) == came_of(unchanged=1)


def test_the_other_format_is_named_where_the_wrong_one_is_asked_for(tmp_path):
    assert "Try --format nppes" in run(nppes(tmp_path / "x.csv", [person()]), format="roster")


def test_memory_does_not_grow_with_the_file(tmp_path):
    def many(count):
        return (person(number, family=f"F{number}", taxonomy="" if number % 10 else "208200000X")
                for number in range(count))  # fmt: skip

    path = nppes(tmp_path / "many.csv", many(20_000))
    size = path.stat().st_size
    run(nppes(tmp_path / "few.csv", many(40)), dry_run=True)  # the gazetteer and the libraries are in memory now
    tracemalloc.start()
    try:
        said = run(path, dry_run=True)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert counts(said) == came_of(created=2_000)
    assert size > 20_000_000
    assert peak < 3_000_000  # 1.8 MB; 4.9 MB where the drafts are kept in memory, and far more where the rows are


def test_the_sample_of_the_registry_comes_in_once(shared):
    path = shared / "data/providers/nppes_practitioners_ct_ma_ri_20181204.csv.gz"
    assert counts(run(path, format="nppes")) == came_of(created=13)
    assert counts(run(path, format="nppes")) == came_of(unchanged=13)
    assert not Surgeon.objects.listed().exists()
    assert Surgeon.objects.filter(given_name__regex="^[A-Z]{2}").count() == 0


def test_organizations_of_the_registry_are_nobody(shared):
    said = run(shared / "data/providers/nppes_organizations_40.csv")
    assert counts(said) == came_of()
    assert "skipped: 40 (an organization, not a person)" in said


def test_the_columns_of_these_tests_are_those_of_the_registry(shared):
    with gzip.open(shared / "data/providers/nppes_practitioners_ct_ma_ri_20181204.csv.gz", "rt") as file:
        assert set(FIRST) <= set(next(file).strip().replace('"', "").split(","))
