"""Cells as people and spreadsheets leave them, made into what a record holds; a ValueError says what to do."""

from __future__ import annotations

import datetime as dt
import re

import phonenumbers

from directory.models.npi import is_npi

WHOLE = re.compile(r"(\d+)\.0+")
DAYS = ("%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y")
ZIP = re.compile(r"(\d{5})(?:-?\d{4})?")
CANADIAN = re.compile(r"([A-Z]\d[A-Z]) ?(\d[A-Z]\d)")


def tidy(text: str) -> str:
    """Without spaces around and doubled, and 1 where a spreadsheet made it 1.0."""
    text = " ".join(text.split())
    return whole[1] if (whole := WHOLE.fullmatch(text)) else text


def npi(text: str) -> str:
    if is_npi(text):
        return text
    if re.search(r"\d[eE]\+?\d", text):
        raise ValueError("A spreadsheet has shortened the number. Format the column as text and copy it again.")
    raise ValueError(f"“{text}” is not an NPI: its ten digits fail the check. Copy it again from the NPI registry.")


def us_zip(text: str) -> str:
    """Five digits. Zeros that a spreadsheet ate are put back: 4092 is 04092, 68104146 is 06810-4146."""
    if re.fullmatch(r"\d{3,4}(-\d{4})?", text):
        first, dash, rest = text.partition("-")
        text = first.zfill(5) + dash + rest
    elif re.fullmatch(r"\d{7,8}", text):
        text = text.zfill(9)
    if found := ZIP.fullmatch(text):
        return found[1]
    raise ValueError(f"“{text}” is not a ZIP code. Write five digits, such as 04092.")


def postal_code(text: str, country: str) -> str:
    """As the country writes it; nothing for nothing."""
    if not text:
        return ""
    if country == "US":
        return us_zip(text)
    if country != "CA":
        return text
    if found := CANADIAN.fullmatch(text.upper()):
        return f"{found[1]} {found[2]}"
    raise ValueError(f"“{text}” is not a Canadian postal code. Write it as K1A 0B1.")


def phone(text: str, country: str) -> str:
    """In E.164: "(312) 555-0142" is "+13125550142". An extension is left out."""
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number):
        raise ValueError(f"“{text}” is not a phone number. Write it as 312-555-0142 or +44 20 7946 0018.")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def day(text: str) -> str:
    """As 2026-11-25. A month comes before its day, as in the United States."""
    for form in DAYS:
        try:
            return dt.datetime.strptime(text, form).replace(tzinfo=dt.UTC).date().isoformat()
        except ValueError:
            continue
    raise ValueError(f"“{text}” is not a day. Write it as 2026-11-25 or 11/25/2026.")


def year(text: str) -> int:
    if re.fullmatch(r"\d{4}", text):
        return int(text)
    raise ValueError(f"“{text}” is not a year. Write it as 2009.")
