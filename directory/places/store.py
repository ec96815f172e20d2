"""Questions to the compiled gazetteer. One read-only connection a thread; the file is built when it is missing."""

from __future__ import annotations

import functools
import pathlib
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from directory.places import conf
from directory.places.grid import cell_of
from directory.places.place import Place
from directory.places.point import Point
from directory.places.sources import SOURCES

PROJECT = SOURCES.parents[1]
CACHE_KIB = 2_000  # page cache of a connection
COLUMNS = "p.id, p.name, p.kind, p.region, p.country, p.lat, p.lng, p.radius, p.population, p.locality"
Area = tuple[str, str]  # region code (empty: anywhere in the country), country code

_local = threading.local()


class Match(NamedTuple):
    """A place a name leads to, how likely the bare name means it, and whether the name is a known mistake."""

    place: Place
    score: int
    mended: bool
    number: int


@functools.cache
def path() -> pathlib.Path:
    """Where the compiled gazetteer is; compiles it first if need be (about five seconds, once).

    A process of its own does that, because compiling takes 150 MB that a web process would not give back.
    """
    where = conf.gazetteer_path()
    if not where.exists():
        compiler = f"{__package__}.compile"
        subprocess.run([sys.executable, "-m", compiler, str(where)], cwd=PROJECT, check=True)
    return where


def build() -> pathlib.Path:
    """Make sure that the compiled gazetteer is there, so that no visitor waits for it. Returns its path."""
    return path()


def connection() -> sqlite3.Connection:
    held: sqlite3.Connection | None = getattr(_local, "connection", None)
    if held is None:
        held = sqlite3.connect(f"{path().as_uri()}?mode=ro&immutable=1", uri=True)
        held.execute(f"PRAGMA cache_size=-{CACHE_KIB}")
        _local.connection = held
    return held


def named(spelt: str, area: Area | None = None, limit: int = 12) -> list[Match]:
    """Places a key leads to exactly, the likeliest first; only those inside `area` where one is given."""
    where, values = "n.key = ?", [spelt]
    if area:
        region, country = area
        where += " AND p.country = ?" + (" AND p.region = ?" if region else "")
        values += [country, region] if region else [country]
    found = connection().execute(
        f"SELECT {COLUMNS}, n.score, n.mended FROM name n JOIN place p ON p.id = n.place"
        f" WHERE {where} ORDER BY n.score DESC LIMIT {limit}", values,
    )  # fmt: skip
    return [Match(place(row[:10]), row[10], bool(row[11]), row[0]) for row in found]


def beginning_with(spelt: str, area: Area | None = None, limit: int = 20) -> list[tuple[int, Place]]:
    """Places with a listed name that starts with a key, with their number, best known first."""
    where, values = "n.key >= ? AND n.key < ? AND n.rank > 0", [spelt, spelt + "\uffff"]
    if area:
        region, country = area
        where += " AND p.country = ?" + (" AND p.region = ?" if region else "")
        values += [country, region] if region else [country]
        inner = f"SELECT n.place AS place, n.rank AS rank FROM name n JOIN place p ON p.id = n.place WHERE {where}"
    else:
        inner = f"SELECT n.place AS place, n.rank AS rank FROM name n WHERE {where}"
    found = connection().execute(
        f"SELECT {COLUMNS} FROM (SELECT place, max(rank) AS rank FROM ({inner}) GROUP BY place ORDER BY rank DESC"
        f" LIMIT {limit}) best JOIN place p ON p.id = best.place ORDER BY best.rank DESC", values,
    )  # fmt: skip
    return [(row[0], place(row)) for row in found]


def picked(prefix: str) -> list[tuple[int, Place]]:
    """What was picked beforehand for a prefix of one to three letters."""
    found = connection().execute(
        f"SELECT {COLUMNS} FROM prefix x JOIN place p ON p.id = x.place WHERE x.prefix = ? ORDER BY x.ordinal", [prefix]
    )
    return [(row[0], place(row)) for row in found]


def names_in(area: Area) -> list[tuple[str, int]]:
    """Every listed name in a state, province or country, with how well its best-known place there is known."""
    region, country = area
    where, values = ("p.country = ? AND p.region = ?", [country, region]) if region else ("p.country = ?", [country])
    found = connection().execute(
        f"SELECT n.key, max(n.rank) FROM place p JOIN name n ON n.place = p.id"
        f" WHERE {where} AND n.rank > 0 AND p.kind NOT IN ('zip', 'postal_code') GROUP BY n.key", values,
    )  # fmt: skip
    return found.fetchall()


def known_names() -> Iterator[tuple[str, int]]:
    """Every listed name of more than three letters that is no code, with how well its best-known place is known.

    Small places abroad are left out: whoever mistypes one gives its country too.
    """
    yield from connection().execute(
        "SELECT n.key, max(n.rank) FROM name n JOIN place p ON p.id = n.place WHERE n.rank > 0 AND length(n.key) > 3"
        " AND p.kind NOT IN ('zip', 'postal_code') AND (p.country IN ('US', 'CA') OR p.population >= 200000)"
        " GROUP BY n.key"
    )


def sizable_around(point: Point, rings: int) -> list[Place]:
    """Cities of 5,000 people and more in the one-degree squares around a point."""
    cells = [
        cell_of(max(-90.0, min(89.9, point.lat + up)), point.lng + right)
        for up in range(-rings, rings + 1)
        for right in range(-rings, rings + 1)
    ]
    marks = ",".join("?" * len(cells))
    found = connection().execute(f"SELECT {COLUMNS} FROM place p WHERE p.cell IN ({marks})", cells)
    return [place(row) for row in found]


def place(row: Iterable[object]) -> Place:
    _, name, kind, region, country, lat, lng, radius, population, locality = row
    return Place(name=name, kind=kind, region=region, country=country, point=Point(lat=lat, lng=lng),  # type: ignore[arg-type]
                 radius_miles=radius, population=population, locality=locality)  # type: ignore[arg-type]  # fmt: skip
