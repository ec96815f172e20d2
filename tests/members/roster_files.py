"""Small files for the tests of the import, and the command as staff call it. Everybody in them is invented."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import CommandError, call_command

from directory.models.npi import check_digit

WIDTH = 330
FIRST = (
    "NPI", "Entity Type Code", "Replacement NPI", "Employer Identification Number (EIN)",
    "Provider Organization Name (Legal Business Name)", "Provider Last Name (Legal Name)", "Provider First Name",
    "Provider Middle Name", "Provider Name Prefix Text", "Provider Name Suffix Text", "Provider Credential Text",
    "Provider First Line Business Mailing Address", "Provider Second Line Business Mailing Address",
    "Provider Business Mailing Address City Name", "Provider Business Mailing Address State Name",
    "Provider Business Mailing Address Postal Code", "Provider Business Mailing Address Telephone Number",
    "Provider First Line Business Practice Location Address", "Provider Second Line Business Practice Location Address",
    "Provider Business Practice Location Address City Name", "Provider Business Practice Location Address State Name",
    "Provider Business Practice Location Address Postal Code",
    "Provider Business Practice Location Address Country Code (If outside U.S.)",
    "Provider Business Practice Location Address Telephone Number",
    "NPI Deactivation Reason Code", "NPI Deactivation Date", "NPI Reactivation Date",
)  # fmt: skip
TAXONOMY = "Healthcare Provider Taxonomy Code_"
V1, V2 = "Provider Gender Code", "Provider Sex Code"


def npi(number: int) -> str:
    nine = f"1{number:08d}"
    return nine + check_digit(nine)


def header(gender: str = V1) -> list[str]:
    """The columns of an NPPES file that matter, and as many others as it takes to be 330."""
    columns = [*FIRST, gender, *(f"{TAXONOMY}{slot}" for slot in range(1, 16))]
    return columns + [f"Other Provider Identifier_{number}" for number in range(1, WIDTH + 1 - len(columns))]


def person(number: int = 1, **changes: str) -> dict[str, str]:
    """A row of an active plastic surgeon; `changes` are by the columns' short names below."""
    row = {
        "NPI": npi(number),
        "Entity Type Code": "1",
        "Provider Last Name (Legal Name)": "THISTLEWOOD",
        "Provider First Name": "BARTHOLOMEW",
        "Provider Middle Name": "Q",
        "Provider Name Suffix Text": "JR.",
        "Provider Credential Text": "M.D., F.A.C.S.",
        "Provider First Line Business Mailing Address": "PO BOX 99",
        "Provider Business Mailing Address City Name": "TAMPA",
        "Provider Business Mailing Address State Name": "FL",
        "Provider Business Mailing Address Postal Code": "33602",
        "Provider Business Mailing Address Telephone Number": "8135550100",
        "Provider First Line Business Practice Location Address": "1 ELM ST",
        "Provider Business Practice Location Address City Name": "DANBURY",
        "Provider Business Practice Location Address State Name": "CT",
        "Provider Business Practice Location Address Postal Code": "068104146",
        "Provider Business Practice Location Address Country Code (If outside U.S.)": "US",
        "Provider Business Practice Location Address Telephone Number": "2035550142",
        V1: "M",
        f"{TAXONOMY}1": "174400000X",
        f"{TAXONOMY}2": "208200000X",
    }
    short = {
        "entity": "Entity Type Code",
        "family": "Provider Last Name (Legal Name)",
        "given": "Provider First Name",
        "suffix": "Provider Name Suffix Text",
        "credentials": "Provider Credential Text",
        "street": "Provider First Line Business Practice Location Address",
        "city": "Provider Business Practice Location Address City Name",
        "region": "Provider Business Practice Location Address State Name",
        "zip": "Provider Business Practice Location Address Postal Code",
        "phone": "Provider Business Practice Location Address Telephone Number",
        "ended": "NPI Deactivation Date",
        "again": "NPI Reactivation Date",
        "taxonomy": f"{TAXONOMY}2",
        "npi": "NPI",
    }
    return row | {short[name]: value for name, value in changes.items()}


def nppes(path: Path, people: Iterable[dict[str, str]], *, columns: list[str] | None = None) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(columns or header())
        for row in people:
            writer.writerow([row.get(name, "") for name in header()])
    return path


def roster(path: Path, *rows: dict[str, str], encoding: str = "utf-8") -> Path:
    """A roster with the columns that these rows name."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", newline="", encoding=encoding) as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
    return path


def member(number: int = 1, **changes: str) -> dict[str, str]:
    """A row of the roster."""
    row = {
        "npi": npi(number),
        "member_number": f"M-{number}",
        "email": f"office{number}@example.org",
        "given_name": "Rosalind",
        "family_name": f"Fennimore-{number}",
        "credentials": "MD",
        "member_class": "active",
        "standing": "good",
        "membership_until": "2027-06-30",
        "membership_checked_on": "2026-11-01",
        "street": "1 Elm Street",
        "city": "Portland",
        "region": "ME",
        "postal_code": "04101",
        "phone": "(207) 555-0142",
    }
    return row | changes


def run(*arguments: Any, **options: Any) -> str:
    """What `import_roster` prints, the error of a run that failed behind it."""
    out = StringIO()
    try:
        call_command("import_roster", *map(str, arguments), stdout=out, **options)
    except CommandError as error:
        out.write(f"error: {error}")
    return out.getvalue()


def counts(said: str) -> dict[str, int]:
    """The four counts that a run ends with."""
    lines = [line for line in said.splitlines() if line.split(":")[0] in ("created", "changed", "unchanged", "refused")]
    return {name: int(number) for name, _, number in (line.partition(": ") for line in lines)}


def came_of(**wanted: int) -> dict[str, int]:
    return {"created": 0, "changed": 0, "unchanged": 0, "refused": 0} | wanted
