"""Questions to the compiled gazetteer. One read-only connection a thread; the file is built when it is missing."""

from __future__ import annotations

import functools
import json
import math
import pathlib
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import Any, NamedTuple

from directory.places import conf
from directory.places.grid import cell_of
from directory.places.place import Place
from directory.places.point import Point
from directory.places.sources import SOURCES

PROJECT = SOURCES.parents[1]
MILES_PER_DEGREE = 69.09
CACHE_KIB = 2_000  # page cache of a connection
Area = tuple[str, str]  # region code (empty: anywhere in the country), country code
Heard = tuple[str, str, int]  # a name, how it sounds, how well known the best of its places is
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
          AND +p.country = :country AND (:region = '' OR +p.region = :region)
    GROUP BY n.place ORDER BY max(n.rank) DESC, n.place LIMIT :limit
) best JOIN place p ON p.id = best.place ORDER BY best.rank DESC, best.place
"""
PICKED = "SELECT p.* FROM prefix x JOIN place p ON p.id = x.place WHERE x.prefix = ? ORDER BY x.ordinal"
HEARD_IN_AREA = """
SELECT key, sound, rank FROM heard WHERE country = :country AND (:region = '' OR region = :region)
"""
HEARD_EVERYWHERE = "SELECT key, sound, max(rank) FROM heard WHERE everywhere GROUP BY key"
# The nearest on a flat map; so many that the one which counts as nearest, being large, is surely among them.
AROUND = """
SELECT id, lat, lng, population FROM place WHERE cell IN (SELECT value FROM json_each(:cells))
ORDER BY (lat - :lat) * (lat - :lat)
         + :narrow * min(abs(lng - :lng), 360 - abs(lng - :lng)) * min(abs(lng - :lng), 360 - abs(lng - :lng))
LIMIT 60
"""
WHOLE = "SELECT * FROM place WHERE id = ?"

_local = threading.local()


class Match(NamedTuple):
    """A place a name leads to, how likely the bare name means it, and whether the name is a known mistake."""

    place: Place
    score: int
    mended: bool


class City(NamedTuple):
    """As much of a city as tells how near it is, because hundreds are compared for one to become a place."""

    id: int
    lat: float
    lng: float
    population: int

    def miles_from(self, point: Point) -> float:
        """On a flat map, which is near enough for telling which of several is nearest."""
        east = abs(self.lng - point.lng)
        return MILES_PER_DEGREE * math.hypot(
            self.lat - point.lat, min(east, 360 - east) * math.cos(math.radians(point.lat))
        )


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


def heard(area: Area | None = None) -> list[Heard]:
    """Every name in a state, province or country, or all that are worth comparing with a mistyped one."""
    if area is None:
        return connection().execute(HEARD_EVERYWHERE).fetchall()
    region, country = area
    return connection().execute(HEARD_IN_AREA, {"region": region, "country": country}).fetchall()


def miles_east(degrees: float, point: Point) -> float:
    """How far so many degrees of longitude are at a point: fewer miles than as many degrees of latitude."""
    return degrees * MILES_PER_DEGREE * math.cos(math.radians(point.lat))


def sizable_around(point: Point, degrees: float) -> list[City]:
    """The nearest cities of 5,000 people and more in the one-degree squares within so many degrees of a point."""
    south, north = (math.floor(point.lat + up) for up in (-degrees, degrees))
    west, east = (math.floor(point.lng + right) for right in (-degrees, degrees))
    cells = [
        cell_of(max(-90.0, min(89.9, lat)), lng) for lat in range(south, north + 1) for lng in range(west, east + 1)
    ]
    narrow = math.cos(math.radians(point.lat)) ** 2
    values = {"cells": json.dumps(cells), "lat": point.lat, "lng": point.lng, "narrow": narrow}
    return [City(*row) for row in connection().execute(AROUND, values)]


def place_of(city: City) -> Place:
    """The whole of a city."""
    return place(connection().execute(WHOLE, [city.id]).fetchone())


def place(row: Sequence[Any]) -> Place:
    """A place from a row that begins with the columns of the table."""
    _, name, kind, region, country, lat, lng, radius, population, locality = row[:10]
    return Place(name=name, kind=kind, region=region, country=country, point=Point(lat=lat, lng=lng),
                 radius_miles=radius, population=population, locality=locality)  # fmt: skip
