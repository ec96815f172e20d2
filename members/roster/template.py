"""Rows of the society's roster, by the template in docs/how-to/import-the-roster.md."""

from __future__ import annotations

from members.roster import names
from members.roster.cells import tidy
from members.roster.checking import checked, screened
from members.roster.columns import BY_NAME, COLUMNS, Column
from members.roster.draft import Draft, Fault, Fields, Refused
from members.roster.files import Cells, Table, UnreadableFile
from members.roster.office import office

NAMED = {column.field: column.name for column in COLUMNS if column.into != "practice"}
NAMED_OFFICE = {column.field: column.name for column in COLUMNS if column.into == "practice"}
ADDRESS = ("street", "street2", "city", "region", "postal_code", "country")


def check_header(table: Table) -> None:
    """Raises UnreadableFile where the header is not the template's, naming the column."""
    for name, spelt in zip(table.place, table.columns, strict=True):
        if name not in BY_NAME:
            raise UnreadableFile(
                f"The column “{spelt}” is not in the template. Take it out, or rename it to one of:"
                f" {', '.join(column.name for column in COLUMNS)}."
            )
    if "npi" not in table.place and "member number" not in table.place:
        raise UnreadableFile("The roster needs a column npi or member_number, by which a person is known again.")
    if "family name" not in table.place and "name" not in table.place:
        raise UnreadableFile("The roster needs the columns given_name and family_name, or name.")


class Reader:
    """Makes drafts of a table's rows; the table's header is the template's."""

    def __init__(self, table: Table) -> None:
        check_header(table)
        self.columns = [BY_NAME[name] for name in table.place]

    def read(self, row: int, cells: Cells) -> Draft:
        """Raises Refused with every fault of the row."""
        if len([cell for cell in cells[len(self.columns) :] if cell.strip()]):
            raise Refused(Fault("", "There are more cells than columns. Put texts with commas between quotes."))
        filled = [(column, tidy(cell)) for column, cell in zip(self.columns, cells, strict=False) if tidy(cell)]
        if private := [fault for column, text in filled for fault in screened(column.name, text)]:
            raise Refused(*private)  # before anything else is said of the row: other faults repeat what they found
        draft, faults = Draft(row), []
        said: Fields = {}
        for column, text in filled:
            try:
                _put(draft, said, column, text)
            except ValueError as error:
                faults.append(Fault(column.name, str(error)))
        faults += _named(draft, said)
        try:
            _office(draft, said)
        except Refused as refused:
            faults += refused.faults
        if faults:
            raise Refused(*faults)
        return checked(draft, NAMED | NAMED_OFFICE if draft.practice else NAMED)


def _put(draft: Draft, said: Fields, column: Column, text: str) -> None:
    value = column.read(text)
    if column.into == "surgeon":
        draft.surgeon[column.field] = value
    elif column.into == "practice" or column.field == "name":
        said[column.name] = value
    else:
        setattr(draft, column.field, value)


def _named(draft: Draft, said: Fields) -> list[Fault]:
    """Puts the name in order; gives what is missing to know the person by."""
    parts = draft.surgeon
    if parts.get("family_name"):
        name = names.from_columns(
            parts.get("given_name", ""), parts["family_name"], parts.get("suffix", ""), parts.get("credentials", "")
        )
    else:
        name = names.from_whole(said.get("name", ""))
        name.suffix = parts.get("suffix") or name.suffix
        name.credentials = names.credentials(parts.get("credentials", "")) or name.credentials
    parts.update(name.fields())
    faults = []
    if not name.family or not name.given:
        faults.append(Fault("family_name", "A given and a family name are needed. Fill given_name and family_name."))
    if not draft.npi and not draft.number:
        faults.append(Fault("npi", "An NPI or a member number is needed, to know the person again. Fill one of them."))
    return faults


def _office(draft: Draft, said: Fields) -> None:
    texts = {column.field: said[column.name] for column in COLUMNS if column.into == "practice" and column.name in said}
    if not texts:
        return
    if not any(texts.get(field) for field in ADDRESS):
        raise Refused(Fault("city", "An office needs an address: at least its city and region. Fill them."))
    made, draft.notes = office(texts, NAMED_OFFICE, strict_phone=True)
    made["name"] = texts.get("name") or f"Office of {draft.name}"
    if site := texts.get("website"):
        made["website"] = site if "://" in site else f"https://{site}"
    draft.practice = made
