"""The reference engine: plain SQL over the read model, the same text on SQLite and PostgreSQL.

One statement reads the rows of a circle; counting, one row a surgeon and the page's slice are done on what it gives.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db import connections, router

from directory.models import Listing
from directory.search.geometry import FARTHEST, MANY_BANDS, Circle
from directory.search.plan import UNKNOWN_YEAR, Found, Plan, Row, Tally

COLUMNS = "id, surgeon_id, {chord}, family_key, given_key, practice_since, flags, languages, procedures"
CHORD = "((x - %s) * (x - %s) + (y - %s) * (y - %s) + (z - %s) * (z - %s))"


@dataclass(slots=True)
class Line:
    """A surgeon's matching rows seen as one: the nearest of them, and all that any of them has."""

    listing_id: int
    surgeon_id: int
    chord_squared: float
    family_key: bytes
    given_key: bytes
    practice_since: int
    flags: int
    languages: int
    procedures: bytes

    def key(self, sort: str) -> tuple[Any, ...]:
        """The total order: distance, then family name, then id; or name; or longest in practice."""
        if sort == "distance":
            return (self.chord_squared, self.family_key, self.surgeon_id)
        if sort == "experience":
            return (self.practice_since, self.family_key, self.surgeon_id)
        return (self.family_key, self.given_key, self.surgeon_id)


def find(plan: Plan) -> Found:
    """The page, the total and the tally of what matches `plan`."""
    lines = _one_a_surgeon(_rows(plan))
    ordered = sorted(lines, key=lambda line: line.key(plan.sort))
    start = 0
    if plan.after:
        mark = _mark_key(plan)
        start = next((place for place, line in enumerate(ordered) if line.key(plan.sort) > mark), len(ordered))
    page = ordered[start : start + plan.limit]
    return Found(
        rows=[Row(line.listing_id, line.surgeon_id, line.chord_squared) for line in page],
        more=len(ordered) > start + plan.limit,
        total=len(ordered),
        tally=tally(lines),
    )


def nearest_outside(plan: Plan, count: int) -> list[Row]:
    """The `count` nearest surgeons who match but for the radius: none of their matching practices lies inside it."""
    if plan.circle is None:
        return []
    inside = plan.circle.chord_squared
    radius = plan.circle.radius_metres
    while True:
        radius = min(max(radius * 2, 80_000.0), FARTHEST)
        wider = replace(plan, circle=Circle(centre=plan.circle.centre, radius_metres=radius), after=None)
        lines = [line for line in _one_a_surgeon(_rows(wider)) if line.chord_squared > inside]
        if len(lines) >= count or radius >= FARTHEST:
            lines.sort(key=lambda line: line.key("distance"))
            return [Row(line.listing_id, line.surgeon_id, line.chord_squared) for line in lines[:count]]


def _mark_key(plan: Plan) -> tuple[Any, ...]:
    mark = plan.after
    assert mark is not None  # noqa: S101
    line = Line(0, mark.surgeon_id, mark.chord_squared, mark.family_key, mark.given_key, mark.practice_since, 0, 0, b"")
    return line.key(plan.sort)


def _one_a_surgeon(rows: Iterable[tuple[Any, ...]]) -> list[Line]:
    lines: dict[int, Line] = {}
    for listing, surgeon, chord, family, given, since, flags, languages, procedures in rows:
        line = lines.get(surgeon)
        if line is None:
            year = UNKNOWN_YEAR if since is None else since
            lines[surgeon] = Line(
                listing, surgeon, chord, bytes(family), bytes(given), year, flags, languages, bytes(procedures)
            )
            continue
        line.flags |= flags
        line.languages |= languages
        line.procedures = bytes(set(line.procedures) | set(bytes(procedures)))
        if (chord, listing) < (line.chord_squared, line.listing_id):
            line.chord_squared, line.listing_id = chord, listing
    return list(lines.values())


def tally(lines: list[Line]) -> Tally:
    """Counts of surgeons by bit and by ordinal; the bytes of all procedures are counted in one pass."""
    return Tally(
        flags=_bits(Counter(line.flags for line in lines)),
        languages=_bits(Counter(line.languages for line in lines)),
        procedures=dict(Counter(b"".join(line.procedures for line in lines))),
    )


def _bits(counted: Counter[int]) -> dict[int, int]:
    bits: Counter[int] = Counter()
    for mask, count in counted.items():
        while mask:
            lowest = mask & -mask
            bits[lowest] += count
            mask ^= lowest
    return dict(bits)


def _rows(plan: Plan) -> list[tuple[Any, ...]]:
    text, values = statement(plan)
    with connections[router.db_for_read(Listing)].cursor() as cursor:
        cursor.execute(text, values)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def statement(plan: Plan) -> tuple[str, list[Any]]:
    """The SQL and its values for all rows that match `plan`."""
    chord = "CAST(0 AS double precision)"  # PostgreSQL would make a decimal of 0.0, which no cursor could carry
    values: list[float] = []
    if plan.circle:
        x, y, z = plan.circle.centre.earth_centred()
        chord = CHORD
        values = [x, x, y, y, z, z]
    wheres, where_values = _conditions(plan)
    if plan.circle and math.isfinite(plan.circle.chord_squared):
        wheres.append(f"{CHORD} <= %s")
        where_values += [*values, plan.circle.chord_squared]
    columns = COLUMNS.format(chord=chord)
    return f"SELECT {columns} FROM directory_listing WHERE {' AND '.join(wheres)}", values + where_values  # noqa: S608


def _conditions(plan: Plan) -> tuple[list[str], list[Any]]:
    day = plan.day.isoformat()
    wheres: list[str] = ["listed_until >= %s"]
    values: list[Any] = [day]
    if plan.circle:
        _window(plan.circle, wheres, values)
    words = list(enumerate(plan.any_of))
    if any(plan.any_of):
        wheres.append("(" + " OR ".join(f"p{place} & %s <> 0" for place, word in words if word) + ")")
        values += [word for word in plan.any_of if word]
    for column, mask in (
        *((f"p{place}", word) for place, word in enumerate(plan.all_of)),
        ("flags", plan.flags),
        ("languages", plan.languages),
    ):
        if mask:
            wheres.append(f"{column} & %s = %s")
            values += [mask, mask]
    if plan.dated:
        wheres.append("facts_until >= %s")
        values.append(day)
    if plan.since_at_most is not None:
        wheres.append("practice_since <= %s")
        values.append(plan.since_at_most)
    for name in plan.names:
        wheres.append("name_key LIKE %s")
        values.append(f"% {name}%")
    return wheres, values


def _window(circle: Circle, wheres: list[str], values: list[Any]) -> None:
    """Narrows to the circle's bands and longitudes, which the index (band, lng) serves."""
    first, last = circle.bands()
    if last - first < MANY_BANDS:
        wheres.append(f"band IN ({', '.join(['%s'] * (last - first + 1))})")
        values += range(first, last + 1)
    ranges = circle.longitudes()
    if ranges != ((-180.0, 180.0),):
        wheres.append("(" + " OR ".join(["lng BETWEEN %s AND %s"] * len(ranges)) + ")")
        values += [edge for pair in ranges for edge in pair]
