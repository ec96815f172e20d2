"""The first half of an import: the file is read to its end and checked, and nothing is written but a scratch file."""

from __future__ import annotations

import contextlib
import hashlib
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Protocol

from tqdm import tqdm

from directory.models import Surgeon
from members.models import ImportRun
from members.roster import nppes, template
from members.roster.draft import Draft, Fault, Refused, Skipped
from members.roster.files import Cells, Table, UnreadableFile, opened
from members.roster.report import Report

CHUNK = 1 << 20
STEP = 2_000  # rows between two moves of the progress bar


class RowReader(Protocol):
    def read(self, row: int, found: Cells, /) -> Draft: ...


class Spool:
    """The drafts of a file, on disk, in their order: memory does not grow with the file."""

    def __init__(self, scratch: IO[str]) -> None:
        self._scratch = scratch
        self.format = ImportRun.Format.ROSTER

    def add(self, draft: Draft) -> None:
        self._scratch.write(draft.dumps() + "\n")

    def __iter__(self) -> Iterator[Draft]:
        self._scratch.seek(0)
        return (Draft.loads(line) for line in self._scratch)


def sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


@contextlib.contextmanager
def read(path: Path, form: str | None, report: Report) -> Iterator[Spool]:
    """The drafts of a file; what is refused or skipped is in the report. Raises UnreadableFile or OSError.

    `form` is "roster", "nppes" or None, which lets the header decide.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as scratch:
        spool = Spool(scratch)
        with path.open("rb") as raw, _bar(path) as bar, opened(raw, path.name) as table:
            spool.format = _format(table, form)
            form = spool.format
            reader: RowReader = nppes.Reader(table) if form == ImportRun.Format.NPPES else template.Reader(table)
            _drain(table, reader, spool, report, lambda: bar.update(raw.tell() - bar.n))
        yield spool


def _bar(path: Path) -> tqdm[None]:
    """On a terminal; elsewhere none."""
    return tqdm(total=path.stat().st_size, unit="B", unit_scale=True, desc="reading", disable=None, leave=False)


def _format(table: Table, form: str | None) -> ImportRun.Format:
    found = ImportRun.Format.NPPES if nppes.is_nppes(table) else ImportRun.Format.ROSTER
    if form and form != found:
        raise UnreadableFile(f"By its header this is not a file of the format {form}. Try --format {found}.")
    return found


def _drain(table: Table, reader: RowReader, spool: Spool, report: Report, moved: Callable[[], object]) -> None:
    seen: dict[str, int] = {}
    ours = _recorded() if spool.format == ImportRun.Format.NPPES else frozenset[str]()
    for row, cells in table.rows:
        if row % STEP == 0:
            moved()
        try:
            draft = reader.read(row, cells)
            _first(draft, seen)
        except Skipped as skipped:
            report.skip(skipped.why)
            if skipped.npi in ours:
                report.note(row, f"NPI {skipped.npi}", "deactivated, and a record here has it. Look at that record.")
        except Refused as refused:
            report.refuse(row, refused.faults)
        else:
            spool.add(draft)
    moved()


def _recorded() -> frozenset[str]:
    return frozenset(str(npi) for npi in Surgeon.objects.exclude(npi=None).values_list("npi", flat=True).iterator())


def _first(draft: Draft, seen: dict[str, int]) -> None:
    """Raises Refused for a person who is in an earlier row already."""
    keys = {"npi": draft.npi, "member_number": draft.number and f"number {draft.number}"}
    for column, value in keys.items():
        if value and (earlier := seen.get(value)):
            raise Refused(Fault(column, f"Row {earlier} has the same. Keep one row a person."))
    seen.update({value: draft.row for value in keys.values() if value})
