"""The import: read and check all of a file, compare it with the records, then write all of it or nothing."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.db import transaction

from directory.models.versions import versions_by
from members.models import ImportRun
from members.roster.draft import Draft
from members.roster.planning import Plan, Records, plan, values
from members.roster.reading import Spool, read, sha256
from members.roster.report import Report, differences
from members.roster.writing import write

BATCH = 200


class NothingWritten(Exception):
    """Rows were refused, so that nothing was written."""


def run(
    path: Path,
    *,
    report: Report,
    form: str | None = None,
    dry: bool = False,
    skip_refused: bool = False,
    by: Any = None,
) -> ImportRun | None:
    """Imports a file; gives the run, or None where `dry`. `report` counts what came of the rows, or would.

    Raises NothingWritten where rows are refused and not `skip_refused`, UnreadableFile or OSError for the file as a
    whole. A run that is broken off has written nothing and is simply made again.
    """
    with read(path, form, report) as spool:
        if dry or (report.refused and not skip_refused):
            for _ in _plans(spool, report, lock=False):
                pass  # the report is all that is wanted, of every row in one go
            if dry:
                return None
            raise NothingWritten
        return _written(spool, path, report, skip_refused, by)


def _written(spool: Spool, path: Path, report: Report, skip_refused: bool, by: Any) -> ImportRun:
    digest = sha256(path)
    with transaction.atomic():
        made = ImportRun.objects.create(format=spool.format, file_name=path.name[:200], file_hash=digest, by=by)
        with versions_by(by, made.reason):
            for plans in _plans(spool, report, lock=True):
                write(plans, made)
        if report.refused and not skip_refused:
            raise NothingWritten
        for outcome in ("created", "changed", "unchanged", "refused"):
            setattr(made, outcome, getattr(report, outcome))
        made.skipped = sum(report.skipped.values())
        made.save()
        return made


def _plans(spool: Spool, report: Report, *, lock: bool) -> Iterator[list[Plan]]:
    """The plans that can be carried out, a batch at a time, each of which is in the report."""
    for drafts in _batches(spool):
        records = Records(drafts, lock=lock)
        plans = []
        for draft in drafts:
            made = plan(spool.format, draft, records)
            if made.faults:
                report.refuse(draft.row, made.faults)
                continue
            _tell(made, report)
            plans.append(made)
        yield plans


def _batches(drafts: Iterable[Draft]) -> Iterator[list[Draft]]:
    rest = iter(drafts)
    while batch := list(itertools.islice(rest, BATCH)):
        yield batch


def _tell(made: Plan, report: Report) -> None:
    draft = made.draft
    for note in draft.notes:
        report.note(draft.row, draft.name, note)
    if made.surgeon is None:
        where = ", ".join(draft.practice.get(part, "") for part in ("city", "region") if draft.practice.get(part))
        report.create(draft.row, draft.name, where)
    elif made.changes:
        report.change(draft.row, draft.name, _differences(made))
    else:
        report.unchanged += 1
    for name in (*made.person.kept, *made.office.kept):
        report.note(draft.row, draft.name, f"{name} was changed here, or is not from a file: the record's stays")


def _differences(made: Plan) -> Iterator[str]:
    surgeon = made.surgeon
    if surgeon is None:
        return
    if made.person.changes:
        yield from differences(values(surgeon, made.person.changes), made.person.changes)
    if made.practice and made.office.changes:
        yield from differences(values(made.practice, made.office.changes), made.office.changes)
    if made.new_office:
        yield f"new office: {made.draft.practice['city']}"
    if made.keys:
        entry = {"number": made.entry.number, "email": made.entry.email} if made.entry else {}
        yield from differences({**entry, "npi": surgeon.npi}, made.keys)
