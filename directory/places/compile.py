"""Compiles the committed tables into one read-only SQLite file, which every process then shares."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pathlib
import sqlite3
import sys
import tempfile
from collections.abc import Iterator

from tqdm import tqdm

from directory.places import compile_cities, compile_codes, compile_nicknames, compile_regions, compile_well_known
from directory.places.draft import Draft, Neighbours
from directory.places.grid import SHORT_PREFIX, SIZABLE, cell_of
from directory.places.normalise import key, sound

SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, kind TEXT, region TEXT, country TEXT, lat REAL, lng REAL,
                    radius REAL, population INTEGER, locality TEXT, rank INTEGER, cell INTEGER);
CREATE TABLE name (key TEXT, place INTEGER, score INTEGER, rank INTEGER, mended INTEGER);
CREATE TABLE prefix (prefix TEXT, ordinal INTEGER, place INTEGER, PRIMARY KEY (prefix, ordinal)) WITHOUT ROWID;
"""
INDEXES = """
CREATE INDEX name_key ON name (key, score, rank, place);
CREATE INDEX name_place ON name (place);
CREATE INDEX place_region ON place (country, region);
CREATE INDEX place_cell ON place (cell, lat, lng, population) WHERE cell IS NOT NULL;
ANALYZE;
"""
# Names to compare with a mistyped one, by state. Small places abroad are compared only where their country is given.
HEARD = """
CREATE TABLE heard (country TEXT, region TEXT, key TEXT, sound TEXT, rank INTEGER, everywhere INTEGER,
                    PRIMARY KEY (country, region, key)) WITHOUT ROWID;
INSERT INTO heard
SELECT p.country, p.region, n.key, sound(n.key), max(n.rank),
       length(n.key) > 3 AND (p.country IN ('US', 'CA') OR max(p.population) >= 200000)
FROM name n JOIN place p ON p.id = n.place
WHERE n.rank > 0 AND p.kind NOT IN ('zip', 'postal_code') GROUP BY p.country, p.region, n.key;
"""
PICKED = 15  # places kept for each short beginning
LANDMARK = 20_000  # people: what tells two places of one name apart


def build(path: pathlib.Path) -> None:
    """Write the gazetteer to `path`, all or nothing. Of several processes that want it at once, one does the work."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with one_at_a_time(path.parent):
        if not path.exists():
            compile_to(path)


@contextlib.contextmanager
def one_at_a_time(folder: pathlib.Path) -> Iterator[None]:
    """Hold the folder against other builders; where the file system knows no locks, all of them build."""
    held = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def compile_to(path: pathlib.Path) -> None:
    """Write the gazetteer beside `path` and move it there, so that nobody ever reads half of one."""
    handle, draft_path = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
    os.close(handle)
    try:
        database = sqlite3.connect(draft_path, isolation_level=None)
        database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=8192;" + SCHEMA)
        write(database, collect())
        database.close()
        os.chmod(draft_path, 0o644)
        os.replace(draft_path, path)
    finally:
        pathlib.Path(draft_path).unlink(missing_ok=True)


def collect() -> list[Draft]:
    """Every place there is to know."""
    states = [*compile_regions.states(), *compile_regions.provinces()]
    american, canadian, abroad = compile_cities.american(), compile_cities.canadian(), compile_cities.abroad()
    cities = [*american, *compile_cities.postal_towns(american), *canadian]
    local = [*cities, *compile_regions.counties()]
    local += compile_nicknames.nicknames(local, states)
    for state in states:
        if state.name in ("New York", "Washington"):  # the bare name is the city's
            state.names.pop(key(state.name))
            state.call(state.name, boost=500_000 - state.standing)
    countries = compile_regions.countries([*american, *canadian, *abroad])
    compile_well_known.well_known([*cities, *abroad])
    named = tell_apart([*local, *abroad])
    return [*states, *countries, *named, *compile_codes.zips(cities), *compile_codes.postal_areas(canadian)]


def tell_apart(drafts: list[Draft]) -> list[Draft]:
    """Merge two records of one place; name the lesser of two places of one name after what it lies near."""
    groups: dict[tuple[str, str, str], list[Draft]] = {}
    for draft in sorted(drafts, key=lambda draft: -draft.standing):
        groups.setdefault((key(draft.name), draft.region, draft.country), []).append(draft)
    landmarks = Neighbours(draft for draft in drafts if draft.population >= LANDMARK and draft.kind == "city")
    kept = []
    for group in groups.values():
        apart: list[Draft] = []
        for draft in group:
            twin = next((other for other in apart if other.point.miles_to(draft.point) < 5), None)
            if twin:
                twin.names = {**draft.names, **twin.names}
                continue
            if apart:
                rename(draft, landmarks, {other.name for other in apart})
            apart.append(draft)
        kept += apart
    return kept


def rename(draft: Draft, landmarks: Neighbours, taken: set[str]) -> None:
    """ "Brentwood (near Los Angeles)", or as a last resort its position."""
    bare = draft.name
    around = [other for other in landmarks.around(draft, within_miles=60) if other.name != bare]
    for landmark in [*sorted(around, key=lambda other: -other.population), None]:
        where = landmark.name.split(" (")[0] if landmark else f"{draft.lat:.2f} {draft.lng:.2f}"
        draft.name = f"{bare} (near {where})"
        if draft.name not in taken:
            break
    draft.call(draft.name)


def write(database: sqlite3.Connection, drafts: list[Draft]) -> None:
    database.execute("BEGIN")
    picked: dict[str, list[tuple[int, int]]] = {}
    for number, draft in enumerate(tqdm(drafts, desc="Compiling the gazetteer", unit=" places", disable=None), 1):
        cell = None
        if draft.kind == "city" and draft.population >= SIZABLE:
            cell = cell_of(draft.lat, draft.lng)
        database.execute(
            "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            (number, draft.name, draft.kind, draft.region, draft.country, round(draft.lat, 5), round(draft.lng, 5),
             draft.radius, draft.population, draft.locality, draft.rank, cell),
        )  # fmt: skip
        for spelt, name in draft.names.items():
            rank = draft.rank if name.listed else 0
            score = max(1, draft.standing + name.boost)
            database.execute("INSERT INTO name VALUES (?,?,?,?,?)", (spelt, number, score, rank, name.mended))
            if rank:
                for length in range(1, min(SHORT_PREFIX, len(spelt)) + 1):
                    picked.setdefault(spelt[:length], []).append((-rank, number))
    for prefix, places in picked.items():
        best = list(dict.fromkeys(place for _, place in sorted(places)))[:PICKED]
        database.executemany("INSERT INTO prefix VALUES (?,?,?)", [(prefix, n, place) for n, place in enumerate(best)])
    database.execute("COMMIT")
    database.create_function("sound", 1, sound, deterministic=True)
    database.executescript(HEARD + INDEXES)


if __name__ == "__main__":
    build(pathlib.Path(sys.argv[1]))
