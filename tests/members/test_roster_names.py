from __future__ import annotations

import pytest

from members.roster.names import Name, credentials, from_columns, from_whole, plain_case


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jane Doe", Name("Jane", "Doe")),
        ("DOE, JANE", Name("Jane", "Doe")),
        ("Doe, Jane Q., III, M.D.", Name("Jane Q.", "Doe", "III", "MD")),
        ("Doe Jr., John", Name("John", "Doe", "Jr.")),
        ("Dr. Jane Doe, MD, FACS", Name("Jane", "Doe", "", "MD, FACS")),
        ("Jane Doe MD", Name("Jane", "Doe", "", "MD")),
        ("John Doe, Jr.", Name("John", "Doe", "Jr.")),
        ("ANA DE LA CRUZ", Name("Ana", "De La Cruz")),
        ("Jan van der Berg", Name("Jan", "van der Berg")),
        ("Ngoc Do", Name("Ngoc", "Do")),
        ("Do, Ngoc, DO", Name("Ngoc", "Do", "", "DO")),
        ("Yo-Yo Ma", Name("Yo-Yo", "Ma")),
        ("Cher", Name("", "Cher")),
    ],
)
def test_a_whole_name_is_read_in_either_order(text, name):
    assert from_whole(text) == name


@pytest.mark.parametrize(
    ("columns", "name"),
    [
        (("JANE", "O'BRIEN-MCCOY", "", "M.D."), Name("Jane", "O'Brien-McCoy", "", "MD")),
        (("Jane", "Doe III", "", ""), Name("Jane", "Doe", "III")),
        (("Jane", "Doe, M.D., Ph.D.", "", ""), Name("Jane", "Doe", "", "MD, PhD")),
        (("DR. JANE", "DOE", "JR", "MD"), Name("Jane", "Doe", "Jr.", "MD")),
        (("Jane", "Do", "", "D.O."), Name("Jane", "Do", "", "DO")),
        (("Jane", "Doe", "MD", ""), Name("Jane", "Doe", "", "MD")),
        (("José", "Nuñez", "", ""), Name("José", "Nuñez")),
    ],
)
def test_suffixes_and_credentials_leave_the_name(columns, name):
    assert from_columns(*columns) == name


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("M.D., F.A.C.S.", "MD, FACS"),
        ("MD PHD", "MD, PhD"),
        ("M.D. and M.P.H.", "MD, MPH"),
        ("MEDICAL DOCTOR", "MEDICAL DOCTOR"),
        ("", ""),
    ],
)
def test_credentials_are_written_alike(said, meant):
    assert credentials(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("107 NEWTOWN RD", "107 Newtown Rd"),
        ("12 111TH AVE NW", "12 111th Ave NW"),
        ("STE 2C", "Ste 2C"),
        ("MCLEAN", "McLean"),
        ("LaSalle", "LaSalle"),
        ("HENRY III", "Henry III"),
    ],
)
def test_capitals_are_undone_and_what_was_written_with_care_stays(said, meant):
    assert plain_case(said) == meant
