from __future__ import annotations

import datetime as dt

import pytest
from openpyxl import Workbook

from directory.models import Practice, Surgeon
from members.models import RosterEntry
from tests.members.roster_files import came_of, counts, member, npi, roster, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def imported(tmp_path):
    """Imports these rows of a roster and gives what was said."""

    def imports(*rows, encoding="utf-8", **options):
        return run(roster(tmp_path / "roster.csv", *rows, encoding=encoding), **options)

    return imports


def test_a_member_becomes_an_unlisted_draft(imported):
    assert counts(imported(member(languages="en; Spanish", gender="woman"))) == came_of(created=1)
    surgeon = Surgeon.objects.get()
    assert (surgeon.full_name, surgeon.credentials, surgeon.gender) == ("Rosalind Fennimore-1", "MD", "female")
    assert surgeon.languages == ["en", "es"]
    assert surgeon.membership_until == dt.date(2027, 6, 30)
    assert surgeon.consented_on is None
    office = Practice.objects.get()
    assert (office.name, office.phone, office.region) == ("Office of Rosalind Fennimore-1", "+12075550142", "ME")
    entry = RosterEntry.objects.get()
    assert (entry.number, entry.email, entry.practice) == ("M-1", "office1@example.org", office)


def test_what_is_written_passes_the_checks_of_the_forms(imported):
    imported(member(website="example.org", practice_name="Fennimore Plastic Surgery", practice_since="2009"))
    Surgeon.objects.get().full_clean()
    office = Practice.objects.get()
    office.full_clean()
    assert office.website == "https://example.org"


def test_a_spreadsheet_is_read_as_it_was_typed(tmp_path):
    book = Workbook()
    sheet = book.active
    until = dt.datetime(2027, 6, 30)  # noqa: DTZ001 - as spreadsheets have days
    sheet.append(["NPI", "Member Number ", "Given_Name", "family name", "City", "Region", "Postal code"])
    sheet.append([int(npi(1)), 17.0, "Rosalind", "Fennimore", "Portland", "ME", 4101])
    sheet.cell(1, 8, "practice since")
    sheet.cell(2, 8, 2009.0)
    sheet.cell(1, 9, "membership until")
    sheet.cell(2, 9, until)
    sheet.append([None] * 9)
    book.save(tmp_path / "roster.xlsx")
    assert counts(run(tmp_path / "roster.xlsx")) == came_of(created=1)
    surgeon = Surgeon.objects.get()
    assert (surgeon.npi, surgeon.practice_since, surgeon.membership_until) == (npi(1), 2009, dt.date(2027, 6, 30))
    assert surgeon.practices.get().postal_code == "04101"
    assert surgeon.roster_entry.number == "17"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_every_usual_encoding_is_read(imported, encoding):
    imported(member(given_name="José", family_name="Nuñez"), encoding=encoding)
    assert Surgeon.objects.get().full_name == "José Nuñez"


def test_a_file_put_together_from_two_encodings_is_read(tmp_path):
    path = roster(tmp_path / "r.csv", member(1, family_name="Nuñez"))
    other = roster(tmp_path / "other.csv", member(2, family_name="Muñoz"), encoding="cp1252")
    path.write_bytes(path.read_bytes() + other.read_bytes().splitlines(keepends=True)[1])
    assert counts(run(path)) == came_of(created=2)
    assert set(Surgeon.objects.values_list("family_name", flat=True)) == {"Nuñez", "Muñoz"}


def test_semicolons_between_cells_are_understood(tmp_path):
    path = tmp_path / "r.csv"
    path.write_text(f"npi;given_name;family_name\n{npi(1)};Rosalind;Fennimore\n")
    assert counts(run(path)) == came_of(created=1)


def test_a_canadian_without_an_npi_is_known_again_by_the_number(imported):
    row = member(npi="", country="Canada", city="Ottawa", region="Ontario", postal_code="k1a0b1", phone="613 555 0142")
    assert counts(imported(row)) == came_of(created=1)
    office = Practice.objects.get()
    assert (office.postal_code, office.region, office.country, office.exactness) == (
        "K1A 0B1",
        "ON",
        "CA",
        "postal-code",
    )
    assert counts(imported(row)) == came_of(unchanged=1)


def test_a_member_abroad_is_placed_in_the_city(imported):
    row = member(npi="", country="GB", city="London", region="", postal_code="W1G 9PF", phone="+44 20 7946 0018")
    assert counts(imported(row)) == came_of(created=1)
    assert Practice.objects.get().exactness == "city"


def test_a_member_without_an_office_is_taken_without_one(imported):
    row = {
        name: value
        for name, value in member().items()
        if name not in ("street", "city", "region", "postal_code", "phone")
    }
    assert counts(imported(row)) == came_of(created=1)
    assert not Practice.objects.exists()


@pytest.mark.parametrize(
    ("changes", "column", "what"),
    [
        ({"npi": "1234567890"}, "npi", "check"),
        ({"npi": "", "member_number": ""}, "npi", "member number"),
        ({"given_name": ""}, "family_name", "given"),
        ({"gender": "X"}, "gender", "one of"),
        ({"languages": "en; Klingon"}, "languages", "Klingon"),
        ({"practice_since": "09"}, "practice_since", "2009"),
        ({"member_class": "gold"}, "member_class", "candidate"),
        ({"membership_until": "30.6.2027"}, "membership_until", "2026-11-25"),
        ({"phone": "12"}, "phone", "312-555-0142"),
        ({"email": "nobody"}, "email", "name@example.org"),
        ({"postal_code": "41"}, "postal_code", "04092"),
        ({"region": "Mayne"}, "region", "IL"),
        ({"city": ""}, "city", "city"),
        ({"country": "Atlantis"}, "country", "two letters"),
        ({"website": "not a site"}, "website", "URL"),
        ({"residency": "SSN 123-45-6789"}, "residency", "social security"),
        ({"medical_school": "born 4/5/1960"}, "medical_school", "date of birth"),
        ({"street2": "home address 12 Elm Street"}, "street2", "home address"),
        ({"practice_since": "2100"}, "practice_since", "less than"),
        ({"suffix": "x" * 21}, "suffix", "20"),
    ],
)
def test_a_cell_that_is_wrong_says_where_it_is_and_what_to_do(imported, changes, column, what):
    said = imported(member(1), member(2, **changes))
    line = next(line for line in said.splitlines() if line.startswith(f"row 3: refused. column {column}: "))
    assert what in line
    assert counts(said) == came_of(refused=1)
    assert not Surgeon.objects.exists()


def test_every_fault_of_a_row_is_said_at_once(imported):
    said = imported(member(phone="12", gender="X", postal_code="41"))
    assert [said.count(f"column {name}:") for name in ("phone", "gender", "postal_code")] == [1, 1, 1]
    assert counts(said) == came_of(refused=1)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "empty"),
        ("npi,ssn,name\n", "“ssn” is not in the template"),
        ("npi,NPI ,name\n", "there twice"),
        ("npi,,name\n", "Column 2 has no name"),
        ("given_name,family_name\n", "npi or member_number"),
        ("npi,given_name\n", "family_name"),
        ("npi,name\n\0", "not text"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path, text, what):
    path = tmp_path / "r.csv"
    path.write_text(text)
    assert what in run(path)


@pytest.mark.parametrize("name", ["r.xlsx", "r.csv.gz", "r.zip"])
def test_a_file_that_is_damaged_says_so(tmp_path, name):
    (tmp_path / name).write_bytes(b"nothing of the kind")
    assert "damaged" in run(tmp_path / name)


def test_a_file_that_is_not_there_is_named(tmp_path):
    assert "none.csv cannot be opened" in run(tmp_path / "none.csv")


def test_a_letter_that_cannot_be_read_is_refused(tmp_path):
    path = roster(tmp_path / "r.csv", member(family_name="Nu?ez"))
    path.write_bytes(path.read_bytes().replace(b"Nu?ez", b"Nu\x81ez"))
    assert "column family_name: A letter cannot be read" in run(path)


@pytest.mark.parametrize("column", ["phone", "postal_code", "practice_since", "standing", "npi", "region"])
def test_what_looks_private_is_not_repeated_on_the_screen(imported, column):
    said = imported(member(**{column: "123-45-6789"}))
    assert f"column {column}: This looks like a social security number" in said
    assert "123-45" not in said
