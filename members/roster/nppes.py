"""Rows of the NPPES monthly file (V.1 and V.2): plastic and hand surgeons with an active NPI.

Source: CMS, "NPPES Data Dissemination: Readme". V.2 names the gender column otherwise and allows longer texts; neither
matters here. Never read: the mailing address (no office), the gender (not the member's own word), the fax number and
the middle name.
"""

from __future__ import annotations

import datetime as dt

from members.roster import cells, names
from members.roster.checking import checked, screened
from members.roster.draft import Draft, Fault, Refused, Skipped
from members.roster.files import Cells, Table, UnreadableFile, key
from members.roster.office import office

TAXONOMIES = {
    "208200000X": "plastic surgery",
    "2082S0099X": "plastic surgery within the head and neck",
    "2082S0105X": "surgery of the hand (plastic surgery)",
    "2086S0122X": "plastic and reconstructive surgery",
    "2086S0105X": "surgery of the hand (surgery)",
}
PERSON = {
    "npi": "NPI",
    "family_name": "Provider Last Name (Legal Name)",
    "given_name": "Provider First Name",
    "suffix": "Provider Name Suffix Text",
    "credentials": "Provider Credential Text",
}
OFFICE = {
    "street": "Provider First Line Business Practice Location Address",
    "street2": "Provider Second Line Business Practice Location Address",
    "city": "Provider Business Practice Location Address City Name",
    "region": "Provider Business Practice Location Address State Name",
    "postal_code": "Provider Business Practice Location Address Postal Code",
    "country": "Provider Business Practice Location Address Country Code (If outside U.S.)",
    "phone": "Provider Business Practice Location Address Telephone Number",
}
STATUS = {"entity": "Entity Type Code", "ended": "NPI Deactivation Date", "again": "NPI Reactivation Date"}
TAXONOMY = "Healthcare Provider Taxonomy Code_"
NAMES = PERSON | OFFICE | STATUS
SLOTS = 15
NEEDED = (*PERSON.values(), *OFFICE.values(), *STATUS.values(), f"{TAXONOMY}1")


def is_nppes(table: Table) -> bool:
    return key(f"{TAXONOMY}1") in table.place and key(STATUS["entity"]) in table.place


class Reader:
    """Makes drafts of a table's rows; raises UnreadableFile where a column that is needed is missing."""

    def __init__(self, table: Table) -> None:
        if missing := [name for name in NEEDED if key(name) not in table.place]:
            raise UnreadableFile(f"The NPPES file lacks the column “{missing[0]}”.")
        self.width = len(table.columns)
        self.place = {field: table.place[key(name)] for field, name in NAMES.items()}
        slots = (table.place.get(key(f"{TAXONOMY}{slot}")) for slot in range(1, SLOTS + 1))
        self.taxonomies = [place for place in slots if place is not None]

    def read(self, row: int, found: Cells) -> Draft:
        """Raises Skipped for whoever is not meant here, Refused for a plastic surgeon whose row cannot be used."""
        if len(found) != self.width:
            raise Refused(Fault("", f"The row has {len(found)} cells, the header {self.width}. Fetch the file again."))
        self._meant(found)
        said = {field: cells.tidy(found[place]) for field, place in self.place.items()}
        if private := [fault for field, text in said.items() for fault in screened(NAMES[field], text)]:
            raise Refused(*private)  # before anything else is said of the row: other faults repeat what they found
        faults: list[Fault] = []
        if said["entity"] != "1":
            faults.append(Fault(STATUS["entity"], "It is blank or unknown. 1 is a person; look the NPI up."))
        try:
            cells.npi(said["npi"])
        except ValueError as error:
            faults.append(Fault("NPI", str(error)))
        draft = Draft(row, npi=said["npi"])
        faults += _named(draft, said)
        try:
            texts = {field: said[field] for field in OFFICE}
            texts |= {field: names.plain_case(said[field]) for field in ("street", "street2", "city")}
            draft.practice, draft.notes = office(texts, OFFICE, strict_phone=False)
            draft.practice["name"] = f"Office of {draft.name}"
        except Refused as refused:
            faults += refused.faults
        if faults:
            raise Refused(*faults)
        return checked(draft, PERSON | OFFICE)

    def _meant(self, found: Cells) -> None:
        """Raises Skipped with the reason unless the row is an active plastic or hand surgeon's."""
        ended, again = found[self.place["ended"]].strip(), found[self.place["again"]].strip()
        if ended and not (again and _day(again) >= _day(ended)):
            raise Skipped("the NPI is deactivated", cells.tidy(found[self.place["npi"]]))
        if cells.tidy(found[self.place["entity"]]) == "2":
            raise Skipped("an organization, not a person")
        codes = {found[place].strip().upper() for place in self.taxonomies if found[place]}
        if codes.isdisjoint(TAXONOMIES):
            raise Skipped("another specialty")


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(cells.day(text))
    except ValueError:
        return dt.date.min


def _named(draft: Draft, said: dict[str, str]) -> list[Fault]:
    name = names.from_columns(said["given_name"], said["family_name"], said["suffix"], said["credentials"])
    draft.surgeon = dict(name.fields())
    lacking = [PERSON[field] for field in ("given_name", "family_name") if field not in draft.surgeon]
    return [Fault(column, "It is empty. Look the NPI up in the registry.") for column in lacking]
