"""Compares drafts with the records: whose each is, what is new, what changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import models

from directory.models import Practice, Surgeon
from members.models import RosterEntry
from members.roster.draft import Draft, Fault, Fields
from members.roster.merging import Merge, merge


@dataclass(slots=True)
class Plan:
    """What is to be done with one draft. `surgeon` is None for somebody new."""

    draft: Draft
    surgeon: Surgeon | None = None
    entry: RosterEntry | None = None
    practice: Practice | None = None
    person: Merge = field(default_factory=Merge)
    office: Merge = field(default_factory=Merge)
    keys: Fields = field(default_factory=dict)  # npi, number and e-mail address that the record lacks
    new_office: bool = False
    faults: list[Fault] = field(default_factory=list)

    @property
    def changes(self) -> bool:
        return bool(self.person.changes or self.office.changes or self.keys or self.new_office)


class Records:
    """What there is of the people in a batch of drafts; locked until the transaction ends if `lock`."""

    def __init__(self, drafts: Sequence[Draft], *, lock: bool) -> None:
        npis = [draft.npi for draft in drafts if draft.npi]
        entries = RosterEntry.objects.filter(
            models.Q(number__in=[draft.number for draft in drafts if draft.number]) | models.Q(surgeon__npi__in=npis)
        )
        self.entries = {entry.surgeon_id: entry for entry in entries}
        people = Surgeon.objects.filter(models.Q(npi__in=npis) | models.Q(pk__in=list(self.entries))).order_by("pk")
        people = people.select_for_update() if lock else people
        self.people = {surgeon.pk: surgeon for surgeon in people}
        self.by_npi = {surgeon.npi: surgeon for surgeon in self.people.values() if surgeon.npi}
        self.by_number = {entry.number: entry.surgeon_id for entry in self.entries.values() if entry.number}
        offices = Practice.objects.filter(surgeon__in=list(self.people))
        self.offices = {office.pk: office for office in offices}
        self.with_office = {office.surgeon_id for office in self.offices.values()}
        self.namesakes = _namesakes(drafts)


def _namesakes(drafts: Iterable[Draft]) -> dict[tuple[str, str], str]:
    """Records without an NPI by given and family name, for the families in these drafts."""
    families = {draft.surgeon["family_name"] for draft in drafts}
    found = Surgeon.objects.filter(npi=None, family_name__in=families).values_list("given_name", "family_name", "slug")
    return {(given.casefold(), family.casefold()): slug for given, family, slug in found}


def plan(form: str, draft: Draft, records: Records) -> Plan:
    """What to do with a draft; with `faults`, nothing."""
    made = Plan(draft)
    by_npi = records.by_npi.get(draft.npi) if draft.npi else None
    owner = records.by_number.get(draft.number) if draft.number else None
    by_number = records.people.get(owner) if owner else None
    made.surgeon = by_npi or by_number
    made.faults = _contradictions(draft, by_npi, by_number, records)
    if made.faults:
        return made
    if made.surgeon is None:
        made.new_office = bool(draft.practice)
        return made
    made.entry = records.entries.get(made.surgeon.pk)
    made.practice = records.offices.get(made.entry.practice_id) if made.entry and made.entry.practice_id else None
    said = made.entry.said if made.entry else {}
    made.keys = _lacking(draft, made.surgeon, made.entry)
    record = values(made.surgeon, draft.surgeon)
    made.person = merge(form, "surgeon", said=said, record=record, file=draft.surgeon)
    _plan_office(form, made, said, has_any=made.surgeon.pk in records.with_office)
    return made


def _plan_office(form: str, made: Plan, said: dict[str, dict[str, Fields]], *, has_any: bool) -> None:
    """A file never adds a second office, and never brings back one that was taken out here."""
    file = made.draft.practice
    if not file:
        return
    if made.practice:
        made.office = merge(form, "practice", said=said, record=values(made.practice, file), file=file)
    elif has_any or any(one.get("practice") for one in said.values()):
        again = file == said.get(form, {}).get("practice")
        made.office.kept = [] if again else ["practice"]
    else:
        made.new_office = True


def _contradictions(draft: Draft, by_npi: Surgeon | None, by_number: Surgeon | None, records: Records) -> list[Fault]:
    if by_npi and by_number and by_npi.pk != by_number.pk:
        return [Fault("member_number", f"It is {by_number.slug}'s here, the NPI is {by_npi.slug}'s. Correct one.")]
    found = by_npi or by_number
    if found is None:
        slug = records.namesakes.get((draft.surgeon["given_name"].casefold(), draft.surgeon["family_name"].casefold()))
        what = f"{slug} has this name and no NPI. Give that record the NPI if it is the same person, or refuse the row."
        return [Fault("npi", what)] if slug else []
    if draft.npi and found.npi and found.npi != draft.npi:
        return [Fault("npi", f"{found.slug}, who has this member number, has the NPI {found.npi}. Correct one.")]
    entry = records.entries.get(found.pk)
    if draft.number and entry and entry.number and entry.number != draft.number:
        return [Fault("member_number", f"{found.slug} has the number {entry.number} here. Correct one.")]
    return []


def _lacking(draft: Draft, surgeon: Surgeon, entry: RosterEntry | None) -> Fields:
    lacking: Fields = {}
    if draft.npi and not surgeon.npi:
        lacking["npi"] = draft.npi
    if draft.number and not (entry and entry.number):
        lacking["number"] = draft.number
    if draft.email and draft.email != (entry.email if entry else ""):
        lacking["email"] = draft.email
    return lacking


def values(record: models.Model, names: Iterable[str]) -> Fields:
    """These fields of a record as JSON holds them."""
    found = {name: getattr(record, name) for name in names}
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in found.items()}
