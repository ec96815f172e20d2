"""Writes plans: records with their first or next version, signed by the import. Inside the caller's transaction."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.db import models
from django.utils.text import slugify
from simple_history.utils import bulk_create_with_history

from directory.models import Listing, Practice, Surgeon
from directory.search.upkeep import refresh
from members.models import ImportRun, RosterEntry
from members.roster.draft import Fields
from members.roster.planning import Plan

Record = TypeVar("Record", bound=models.Model)

LONGEST_SLUG = 100  # leaves room for a number behind it


def write(plans: Sequence[Plan], run: ImportRun) -> None:
    """Writes what is new and what changes, and the listings of whoever was there before."""
    known = [plan for plan in plans if plan.surgeon]
    ids = [plan.surgeon.pk for plan in known if plan.surgeon]
    had = set(Listing.objects.filter(surgeon__in=ids).values_list("surgeon_id", flat=True))
    for plan in known:
        _change(plan, run.format)
    _create([plan for plan in plans if not plan.surgeon], run)
    refresh([plan.surgeon.pk for plan in known if plan.surgeon and plan.changes], reason="imported", had=had)


def _change(plan: Plan, form: str) -> None:
    surgeon = plan.surgeon
    if surgeon is None:
        return
    more = {"npi": plan.keys["npi"]} if "npi" in plan.keys else {}
    _set(surgeon, plan.person.changes | more)
    if plan.practice:
        _set(plan.practice, plan.office.changes)
    elif plan.new_office:
        plan.practice = Practice(surgeon=surgeon, **plan.draft.practice)
        plan.practice.save()
    entry = plan.entry or RosterEntry(surgeon=surgeon)
    before = (entry.practice_id, entry.said.get(form))
    if plan.practice:
        entry.practice = plan.practice
    _note(entry, plan, form)
    if plan.entry is None or plan.keys or before != (entry.practice_id, entry.said[form]):
        entry.save()


def _set(record: models.Model, changes: Fields) -> None:
    for name, value in changes.items():
        setattr(record, name, record._meta.get_field(name).to_python(value))  # type: ignore[union-attr]
    if changes:
        record.save()


def _note(entry: RosterEntry, plan: Plan, form: str) -> None:
    """Writes down what the file says now; what it left out stands as it was last said."""
    before: dict[str, Any] = entry.said.get(form, {})
    parts = {"surgeon": plan.draft.surgeon, "practice": plan.draft.practice}
    entry.said = entry.said | {form: {part: before.get(part, {}) | values for part, values in parts.items()}}
    entry.number = entry.number or plan.draft.number or None
    entry.email = plan.draft.email or entry.email


def _create(plans: Sequence[Plan], run: ImportRun) -> None:
    """New people, as drafts that nobody sees: no consent, no certificate, no attestation."""
    slugs = _free_slugs([plan.draft.name for plan in plans])
    people = [
        Surgeon(slug=slug, npi=plan.draft.npi or None, **plan.draft.surgeon)
        for plan, slug in zip(plans, slugs, strict=True)
    ]
    for plan, surgeon in zip(plans, _bulk(people, run), strict=True):
        plan.surgeon = surgeon
    housed = [plan for plan in plans if plan.draft.practice]
    offices = [Practice(surgeon=plan.surgeon, **plan.draft.practice) for plan in housed]
    for plan, office in zip(housed, _bulk(offices, run), strict=True):
        plan.practice = office
    entries = [RosterEntry(surgeon=plan.surgeon, practice=plan.practice) for plan in plans]
    for plan, entry in zip(plans, entries, strict=True):
        _note(entry, plan, run.format)
    _bulk(entries, run)


def _bulk(records: list[Record], run: ImportRun) -> list[Record]:
    if not records:
        return []
    made: list[Record] = bulk_create_with_history(
        records, type(records[0]), default_user=run.by, default_change_reason=run.reason
    )
    return made


def _free_slugs(names: Iterable[str]) -> list[str]:
    wanted = [slugify(name)[:LONGEST_SLUG] or "surgeon" for name in names]
    taken = {slug for one in _starts(wanted) for slug in one}
    found = []
    for base in wanted:
        tries = itertools.chain([base], (f"{base}-{number}" for number in itertools.count(2)))
        slug = next(one for one in tries if one not in taken)
        taken.add(slug)
        found.append(slug)
    return found


def _starts(wanted: list[str]) -> Iterable[Iterable[str]]:
    """The slugs in use that are one of these, or begin with one that is in use."""
    used = list(Surgeon.objects.filter(slug__in=wanted).values_list("slug", flat=True))
    yield used
    for base in used:
        yield Surgeon.objects.filter(slug__startswith=f"{base}-").values_list("slug", flat=True)
