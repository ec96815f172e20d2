"""The committed files the gazetteer is compiled from, and a hash that says which ones they are."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import pathlib
from collections.abc import Iterator

SOURCES = pathlib.Path(__file__).resolve().parents[2] / "fixtures" / "geo"
CODE = ("draft", "grid", "normalise", "regions")  # modules beside the compiler that shape what it writes


def rows(name: str) -> Iterator[dict[str, str]]:
    """Every row of fixtures/geo/`name`.csv or .csv.gz. Raises FileNotFoundError when neither is there."""
    packed = SOURCES / f"{name}.csv.gz"
    raw = gzip.decompress(packed.read_bytes()) if packed.exists() else (SOURCES / f"{name}.csv").read_bytes()
    yield from csv.DictReader(io.StringIO(raw.decode(), newline=""))


def fingerprint() -> str:
    """Twelve hexadecimal digits that change with the data or with the code that compiles it."""
    digest = hashlib.sha256()
    compiler = pathlib.Path(__file__).parent
    code = [*compiler.glob("compile*.py"), *(compiler / f"{name}.py" for name in CODE)]
    for path in sorted([*SOURCES.glob("*.csv*"), *code], key=lambda path: path.name):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]
