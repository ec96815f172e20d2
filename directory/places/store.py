"""Questions to the compiled gazetteer. One read-only connection a thread; the file is built when it is missing."""

from __future__ import annotations

import functools
import json
import pathlib
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from directory.places import conf
from directory.places.grid import cell_of
from directory.places.place import Place
from directory.places.point import Point
from directory.places.sources import SOURCES

PROJECT = SOURCES.parents[1]
CACHE_KIB = 2_000  # page cache of a connection
Area = tuple[str, str]  # region code (empty: anywhere in the country), country code
ANYWHERE: Area = ("", "")

NAMED = """
SELECT p.*, n.score, n.mended FROM name n JOIN place p ON p.id = n.place
WHERE n.key = :key AND (:country = '' OR p.country = :country) AND (:region = '' OR p.region = :region)
ORDER BY n.score DESC, n.place LIMIT :limit
"""
BEGINNING = """
SELECT p.* FROM (
    SELECT n.place AS place, max(n.rank) AS rank FROM name n WHERE n.key >= :key AND n.key < :end AND n.rank > 0
    GROUP BY n.place ORDER BY max(n.rank) DESC, n.place LIMIT :limit
) best JOIN place p ON p.id = best.place ORDER BY best.rank DESC, best.place
"""
BEGINNING_INSIDE = """
SELECT p.* FROM (
    SELECT n.place AS place, max(n.rank) AS rank FROM name n JOIN place p ON p.id = n.place
    WHERE n.key >= :key AND n.key < :end AND n.rank > 0
          AND p.country = :country AND (:region = '' OR p.region = :region)
    GROUP BY n.place ORDER BY max(n.rank) DESC, n.place LIMIT :limit
) best JOIN place p ON p.id = best.place ORDER BY best.rank DESC, best.place
"""
PICKED = "SELECT p.* FROM prefix x JOIN place p ON p.id = x.place WHERE x.prefix = ? ORDER BY x.ordinal"
NAMES_IN_A_STATE = """
SELECT n.key, max(n.rank) FROM place p JOIN name n ON n.place = p.id
WHERE p.country = ? AND p.region = ? AND n.rank > 0 AND p.kind NOT IN ('zip', 'postal_code') GROUP BY n.key
"""
NAMES_IN_A_COUNTRY = """
SELECT n.key, max(n.rank) FROM place p JOIN name n ON n.place = p.id
WHERE p.country = ? AND n.rank > 0 AND p.kind NOT IN ('zip', 'postal_code') GROUP BY n.key
"""
AROUND = "SELECT p.* FROM place p WHERE p.cell IN (SELECT value FROM json_each(?))"

_local = threading.local()


class Match(NamedTuple):
    """A place a name leads to, how likely the bare name means it, and whether the name is a known mistake."""

    place: Place
    score: int
    mended: bool


@functools.cache
def path() -> pathlib.Path:
    """Where the compiled gazetteer is; compiles it first if need be (about five seconds, once).

    A process of its own does that, because compiling takes 150 MB that a web process would not give back.
    Raises CalledProcessError when it cannot be compiled.
    """
    where = conf.gazetteer_path()
    if not where.exists():
        compiler = [sys.executable, "-m", f"{__package__}.compile", str(where.absolute())]
        subprocess.run(compiler, cwd=PROJECT, check=True)  # noqa: S603 - our own module, in our own interpreter
    return where


def build() -> pathlib.Path:
    """Make sure that the compiled gazetteer is there, so that no visitor waits for it. Returns its path."""
    return path()


def connection() -> sqlite3.Connection:
    held: sqlite3.Connection | None = getattr(_local, "connection", None)
    if held is None:
        held = sqlite3.connect(f"{path().absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        held.execute(f"PRAGMA cache_size=-{CACHE_KIB}")
        _local.connection = held
    return held


def named(spelt: str, area: Area | None = None, limit: int = 12) -> list[Match]:
    """Places a key leads to exactly, the likeliest first; only those inside `area` where one is given."""
    region, country = area or ANYWHERE
    values = {"key": spelt, "region": region, "country": country, "limit": limit}
    return [Match(place(row), row[-2], bool(row[-1])) for row in connection().execute(NAMED, values)]


def beginning_with(spelt: str, area: Area | None = None, limit: int = 20) -> list[Place]:
    """Places with a listed name that starts with a key, best known first."""
    region, country = area or ANYWHERE
    values = {"key": spelt, "end": spelt + "\uffff", "region": region, "country": country, "limit": limit}
    return [place(row) for row in connection().execute(BEGINNING_INSIDE if area else BEGINNING, values)]


def picked(prefix: str) -> list[Place]:
    """What was picked beforehand for a prefix of one to three letters."""
    return [place(row) for row in connection().execute(PICKED, [prefix])]


def names_in(area: Area) -> list[tuple[str, int]]:
    """Every listed name in a state, province or country, with how well its best-known place there is known."""
    region, country = area
    if region:
        return connection().execute(NAMES_IN_A_STATE, [country, region]).fetchall()
    return connection().execute(NAMES_IN_A_COUNTRY, [country]).fetchall()


def known_names() -> Iterator[tuple[str, str, int]]:
    """Every name worth comparing with a mistyped one: its key, how it sounds, how well its best place is known."""
    yield from connection().execute("SELECT key, sound, rank FROM known")


def sizable_around(point: Point, rings: int) -> list[Place]:
    """Cities of 5,000 people and more in the one-degree squares around a point."""
    cells = [
        cell_of(max(-90.0, min(89.9, point.lat + up)), point.lng + right)
        for up in range(-rings, rings + 1)
        for right in range(-rings, rings + 1)
    ]
    return [place(row) for row in connection().execute(AROUND, [json.dumps(cells)])]


def place(row: Sequence[Any]) -> Place:
    """A place from a row that begins with the columns of the table."""
    _, name, kind, region, country, lat, lng, radius, population, locality = row[:10]
    return Place(name=name, kind=kind, region=region, country=country, point=Point(lat=lat, lng=lng),
                 radius_miles=radius, population=population, locality=locality)  # fmt: skip
