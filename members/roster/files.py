"""Opens a file of rows: CSV in UTF-8 or Windows-1252 (line by line), plain, gzipped or zipped, and XLSX. Streamed."""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

UNREADABLE = "\N{REPLACEMENT CHARACTER}"
DELIMITERS = ",;\t|"
Cells = list[str]


class UnreadableFile(Exception):
    """The file as a whole cannot be read; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Table:
    """A file with a header: `place` gives a column's place by its name's key, `rows` are numbered as a person does.

    The header is row 1, and rows without any text are passed over.
    """

    columns: list[str]
    place: dict[str, int]
    rows: Iterator[tuple[int, Cells]]


def key(name: str) -> str:
    """A column's name without case, underscores and stray spaces: " First_Name " and "first name" are one."""
    return " ".join(name.replace("_", " ").split()).casefold()


@contextlib.contextmanager
def opened(raw: IO[bytes], name: str) -> Iterator[Table]:
    """The table in `raw`, a file that was opened for reading bytes and is called `name`. Raises UnreadableFile."""
    try:
        with contextlib.ExitStack() as stack:
            kind = Path(name).suffix.lower()
            rows = _sheet(raw, stack) if kind == ".xlsx" else _separated(_plain(raw, kind, stack))
            yield _table(rows)
    except (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, InvalidFileException, EOFError) as error:
        raise UnreadableFile(f"{name} is damaged, or not what its name says: {error}.") from error
    except csv.Error as error:
        raise UnreadableFile(f"{name} is not a CSV file that can be read: {error}.") from error


def _plain(raw: IO[bytes], kind: str, stack: contextlib.ExitStack) -> Iterable[bytes]:
    if kind == ".gz":
        return stack.enter_context(gzip.open(raw))
    if kind != ".zip":
        return raw
    archive = stack.enter_context(zipfile.ZipFile(raw))
    # CMS packs the data beside files of its header alone and of other names, offices and endpoints.
    inside = [one for one in archive.namelist() if one.lower().endswith(".csv") and "fileheader" not in one.lower()]
    main = [one for one in inside if "npidata" in one.lower()] or inside
    if len(main) != 1:
        raise UnreadableFile(f"The archive holds {len(main)} files that could be meant. Unpack it and give the one.")
    return stack.enter_context(archive.open(main[0]))


def _decoded(lines: Iterable[bytes]) -> Iterator[str]:
    """Line by line, for files that were put together from both encodings."""
    for number, line in enumerate(lines):
        if b"\0" in line:
            raise UnreadableFile("This is not text. Save it as CSV (UTF-8) or as XLSX.")
        try:
            yield line.decode("utf-8-sig" if number == 0 else "utf-8")
        except UnicodeDecodeError:
            yield line.decode("cp1252", errors="replace")


def _separated(lines: Iterable[bytes]) -> Iterator[Cells]:
    text = _decoded(lines)
    header = next(text, "")
    delimiter = max(DELIMITERS, key=header.count)
    yield from csv.reader(_from(header, text), delimiter=delimiter)


def _from(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _sheet(raw: IO[bytes], stack: contextlib.ExitStack) -> Iterator[Cells]:
    """The rows of the first sheet."""
    try:
        book = load_workbook(io.BufferedReader(cast(Any, raw)), read_only=True, data_only=True)
    except (KeyError, ValueError) as error:
        raise UnreadableFile(f"This is not an XLSX workbook: {error}.") from error
    stack.callback(book.close)
    if not book.worksheets:
        raise UnreadableFile("The workbook has no sheet.")
    for row in book.worksheets[0].iter_rows(values_only=True):
        yield [_written(value) for value in row]


def _written(value: object) -> str:
    """A cell as a person would have typed it: 6810 for 6810.0, 2026-11-25 for a day."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return str(value)


def _table(rows: Iterator[Cells]) -> Table:
    columns = [" ".join(name.split()) for name in next(rows, [])]
    while columns and not columns[-1]:
        columns.pop()
    if not columns:
        raise UnreadableFile("The file is empty. The first row must name the columns.")
    keys = [key(name) for name in columns]
    if "" in keys:
        raise UnreadableFile(f"Column {keys.index('') + 1} has no name. Name it or take it out.")
    if repeated := next((name for name in columns if keys.count(key(name)) > 1), None):
        raise UnreadableFile(f"The column “{repeated}” is there twice. Take one out.")
    return Table(columns, {name: place for place, name in enumerate(keys)}, _numbered(rows))


def _numbered(rows: Iterator[Cells]) -> Iterator[tuple[int, Cells]]:
    for number, cells in enumerate(rows, 2):
        if any(cells):
            yield number, cells
