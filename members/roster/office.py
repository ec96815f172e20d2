"""The office of a row: an address where patients are seen, cleaned and found on the map."""

from __future__ import annotations

from collections.abc import Callable

from directory.places.regions import countries
from members.roster import cells
from members.roster.draft import Fault, Fields, Refused
from members.roster.locating import point, region_code

COUNTRIES = {"": "US", "USA": "US", "U.S.": "US", "U.S.A.": "US", "UNITED STATES": "US", "CANADA": "CA"}


def country_code(text: str) -> str:
    code = COUNTRIES.get(text.upper(), text.upper())
    if code in countries():
        return code
    raise ValueError(f"“{text}” is not a country code. Write two letters, such as US or CA.")


class Office:
    """Cleans the texts in `said` into the fields of a Practice, and collects what is wrong and what was left out.

    `columns` names each field's column in the file.
    """

    def __init__(self, said: Fields, columns: dict[str, str]) -> None:
        self.said, self.columns = said, columns
        self.fields: Fields = {field: said.get(field, "") for field in ("street", "street2", "city")}
        self.faults: list[Fault] = []
        self.notes: list[str] = []

    def place(self) -> None:
        """Country, region, postal code and city, and, once they are in order, the point."""
        self._clean("country", lambda: country_code(self._text("country")))
        country = self.fields.get("country", "US")
        self._clean("region", lambda: region_code(self._text("region"), country))
        self._clean("postal_code", lambda: cells.postal_code(self._text("postal_code"), country))
        if not self.fields["city"]:
            self.faults.append(Fault(self.columns["city"], "An office needs a city. Add it."))
        if self.faults:
            return
        try:
            found, doubt = point(**{name: self.fields[name] for name in ("city", "region", "postal_code", "country")})
        except ValueError as error:
            self.faults.append(Fault(self.columns["postal_code"], str(error)))
        else:
            self.fields |= found
            self.notes += [doubt] if doubt else []

    def call(self, *, strict: bool) -> None:
        """The phone number; one that cannot be dialled is a fault where `strict`, else left out with a note."""
        if not (text := self._text("phone")):
            return
        try:
            self.fields["phone"] = cells.phone(text, self.fields.get("country", "US"))
        except ValueError as error:
            if strict:
                self.faults.append(Fault(self.columns["phone"], str(error)))
            else:
                self.notes.append("the phone number cannot be dialled and was left out")

    def _text(self, field: str) -> str:
        return str(self.said.get(field, ""))

    def _clean(self, field: str, make: Callable[[], str]) -> None:
        try:
            self.fields[field] = make()
        except ValueError as error:
            self.faults.append(Fault(self.columns[field], str(error)))


def office(said: Fields, columns: dict[str, str], *, strict_phone: bool) -> tuple[Fields, list[str]]:
    """The fields of a Practice, and notes. Raises Refused with every fault."""
    made = Office(said, columns)
    made.place()
    made.call(strict=strict_phone)
    if made.faults:
        raise Refused(*made.faults)
    return made.fields, made.notes
