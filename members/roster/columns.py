"""The roster's template: its columns, where each goes, and how a cell of it is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from directory.models import Gender, MemberClass, Standing
from directory.models.languages import LANGUAGES
from members.roster import cells

Into = Literal["key", "surgeon", "practice"]


@dataclass(frozen=True, slots=True)
class Column:
    """`field` is the record's; `read` turns a tidied cell into its value or raises ValueError with what to do."""

    name: str
    into: Into
    field: str
    read: Callable[[str], Any] = str


def _one_of(choices: type[MemberClass] | type[Standing] | type[Gender]) -> Callable[[str], str]:
    known = {word.casefold(): value for value, label in choices.choices for word in (value, label)}

    def read(text: str) -> str:
        if text.casefold() in known:
            return str(known[text.casefold()])
        raise ValueError(f"“{text}” is not one of: {', '.join(choices.values)}.")

    return read


def _languages(text: str) -> list[str]:
    known = {word.casefold(): code for code, name in LANGUAGES.items() for word in (code, name)}
    said = [one.strip() for one in text.replace(",", ";").split(";") if one.strip()]
    if strange := next((one for one in said if one.casefold() not in known), None):
        raise ValueError(f"“{strange}” is not a language we know. Write codes or names, such as en; Spanish.")
    return list(dict.fromkeys(known[one.casefold()] for one in said))


def _email(text: str) -> str:
    local, at, domain = text.rpartition("@")
    if local and at and "." in domain and " " not in text:
        return text
    raise ValueError("This is not an e-mail address. Write it as name@example.org, or leave it empty.")


COLUMNS = (
    Column("npi", "key", "npi", cells.npi),
    Column("member_number", "key", "number"),
    Column("email", "key", "email", _email),
    Column("name", "key", "name"),
    Column("given_name", "surgeon", "given_name"),
    Column("family_name", "surgeon", "family_name"),
    Column("suffix", "surgeon", "suffix"),
    Column("credentials", "surgeon", "credentials"),
    Column("other_names", "surgeon", "other_names"),
    Column("gender", "surgeon", "gender", _one_of(Gender)),
    Column("languages", "surgeon", "languages", _languages),
    Column("medical_school", "surgeon", "medical_school"),
    Column("residency", "surgeon", "residency"),
    Column("practice_since", "surgeon", "practice_since", cells.year),
    Column("member_class", "surgeon", "member_class", _one_of(MemberClass)),
    Column("standing", "surgeon", "standing", _one_of(Standing)),
    Column("membership_until", "surgeon", "membership_until", cells.day),
    Column("membership_checked_on", "surgeon", "membership_checked_on", cells.day),
    Column("practice_name", "practice", "name"),
    Column("street", "practice", "street"),
    Column("street2", "practice", "street2"),
    Column("city", "practice", "city"),
    Column("region", "practice", "region"),
    Column("postal_code", "practice", "postal_code"),
    Column("country", "practice", "country"),
    Column("phone", "practice", "phone"),
    Column("website", "practice", "website"),
)
BY_NAME = {column.name.replace("_", " "): column for column in COLUMNS}
