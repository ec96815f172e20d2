"""The quick engine: the read model's numbers as NumPy arrays in the process, about 110 bytes a row.

It answers what directory.search.sql answers, to the bit (tests hold them together), for all but searches by name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db import connections, router
from numpy.typing import NDArray

from directory.models import Listing
from directory.models.procedures import MASK_WORD_BITS
from directory.search.geometry import FARTHEST, MANY_BANDS, Circle
from directory.search.plan import UNKNOWN_YEAR, Found, Plan, Row, Tally

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
CHUNK = 50_000
SOUTHMOST_BAND = -900
BANDS = 1_802
BAND_APART = 1_000.0  # more than all longitudes; in the sum they keep a hundredth of a millimetre
MASKS = ("flags", "languages", "p0", "p1", "p2", "p3")
LOAD = """
    SELECT id, surgeon_id, band, lng, x, y, z, listed_until, facts_until, practice_since,
           flags, languages, p0, p1, p2, p3, family_key
    FROM directory_listing ORDER BY family_key, given_key, surgeon_id, id
"""


@dataclass(frozen=True, slots=True)
class Arrays:
    """Columns of all listings, ordered by band and longitude; `starts[band + 900]` is where a band begins."""

    listing: Ints
    surgeon: Ints
    where: Floats  # band and longitude in one number, by which all columns are ordered
    x: Floats
    y: Floats
    z: Floats
    listed_until: NDArray[np.int32]
    facts_until: NDArray[np.int32]
    since: NDArray[np.int32]
    masks: Ints  # one row a mask, in the order of MASKS
    name_rank: NDArray[np.int32]
    family_rank: NDArray[np.int32]
    starts: Ints

    def __len__(self) -> int:
        return len(self.listing)


def load() -> Arrays:
    """Reads the read model into arrays, a chunk at a time."""
    chunks: list[list[NDArray[Any]]] = []
    family, last_key = -1, None
    with connections[router.db_for_read(Listing)].cursor() as cursor:
        cursor.execute(LOAD)
        while rows := cursor.fetchmany(CHUNK):
            families = np.empty(len(rows), np.int32)
            for place, row in enumerate(rows):
                key = bytes(row[16])
                if key != last_key:
                    family, last_key = family + 1, key
                families[place] = family
            chunks.append([*_columns(rows), families])
    return _arranged(chunks)


def _columns(rows: list[tuple[Any, ...]]) -> list[NDArray[Any]]:
    columns = list(zip(*rows, strict=True))
    whole = [np.array(columns[place], np.int64) for place in (0, 1, 2)]
    floats = [np.array(columns[place], np.float64) for place in (3, 4, 5, 6)]
    days = [np.array(columns[place], "datetime64[D]").astype(np.int32) for place in (7, 8)]
    since = np.array([UNKNOWN_YEAR if year is None else year for year in columns[9]], np.int32)
    masks = np.array(columns[10:16], np.int64)
    return [*whole, *floats, *days, since, masks]


def _arranged(chunks: list[list[NDArray[Any]]]) -> Arrays:
    if not chunks:
        chunks = [[*_columns_of_nothing(), np.empty(0, np.int32)]]
    listing, surgeon, band, lng, x, y, z, listed, facts, since, masks, family = (
        np.concatenate(parts, axis=-1) for parts in zip(*chunks, strict=True)
    )
    rank = np.arange(len(listing), dtype=np.int32)
    order = np.lexsort((listing, lng, band))
    counts = np.bincount(band - SOUTHMOST_BAND, minlength=BANDS)
    return Arrays(
        listing=listing[order],
        surgeon=surgeon[order],
        where=(band * BAND_APART + lng)[order],
        x=x[order],
        y=y[order],
        z=z[order],
        listed_until=listed[order],
        facts_until=facts[order],
        since=since[order],
        masks=np.ascontiguousarray(masks[:, order]),
        name_rank=rank[order],
        family_rank=family[order],
        starts=np.concatenate(([0], np.cumsum(counts))),
    )


def _columns_of_nothing() -> list[NDArray[Any]]:
    ints, floats, small = np.empty(0, np.int64), np.empty(0, np.float64), np.empty(0, np.int32)
    return [ints, ints, ints, floats, floats, floats, floats, small, small, small, np.empty((len(MASKS), 0), np.int64)]


def find(arrays: Arrays, plan: Plan) -> Found:
    """The page, the total and the tally of what matches `plan`."""
    rows, chords = _matching(arrays, plan)
    nearest, groups = _one_a_surgeon(arrays, rows, chords)
    found, distances = rows[nearest], chords[nearest]
    order = _order(arrays, found, distances, plan)
    start = _start(arrays, found[order], distances[order], plan) if plan.after else 0
    page = order[start : start + plan.limit]
    return Found(
        rows=_as_rows(arrays, found[page], distances[page]),
        more=len(order) > start + plan.limit,
        total=len(order),
        tally=_tally(arrays, rows, groups),
    )


def nearest_outside(arrays: Arrays, plan: Plan, count: int) -> list[Row]:
    """The `count` nearest surgeons who match but for the radius."""
    if plan.circle is None:
        return []
    inside, radius = plan.circle.chord_squared, plan.circle.radius_metres
    while True:
        radius = min(max(radius * 2, 80_000.0), FARTHEST)
        wider = Circle(centre=plan.circle.centre, radius_metres=radius)
        rows, chords = _matching(arrays, plan, wider)
        nearest, _ = _one_a_surgeon(arrays, rows, chords)
        outside = nearest[chords[nearest] > inside]
        if len(outside) >= count or radius >= FARTHEST:
            found, distances = rows[outside], chords[outside]
            order = np.lexsort((arrays.surgeon[found], arrays.family_rank[found], distances))[:count]
            return _as_rows(arrays, found[order], distances[order])


def _as_rows(arrays: Arrays, rows: Ints, chords: Floats) -> list[Row]:
    return [
        Row(*values)
        for values in zip(arrays.listing[rows].tolist(), arrays.surgeon[rows].tolist(), chords.tolist(), strict=True)
    ]


def _candidates(arrays: Arrays, circle: Circle | None) -> Ints:
    if circle is None:
        return np.arange(len(arrays))
    first, last = circle.bands()
    starts, ranges = arrays.starts, circle.longitudes()
    if last - first >= MANY_BANDS or ranges == ((-180.0, 180.0),):
        return np.arange(starts[first - SOUTHMOST_BAND], starts[last - SOUTHMOST_BAND + 1])
    bands, parts = np.arange(first, last + 1) * BAND_APART, []
    for west, east in ranges:
        begins = np.searchsorted(arrays.where, bands + west).tolist()
        ends = np.searchsorted(arrays.where, bands + east, side="right").tolist()
        parts += [np.arange(begin, end) for begin, end in zip(begins, ends, strict=True) if begin < end]
    return np.concatenate(parts) if parts else np.empty(0, np.int64)


def _matching(arrays: Arrays, plan: Plan, circle: Circle | None = None) -> tuple[Ints, Floats]:
    """The rows that match, and their squared chords (zeros without a place)."""
    circle = circle or plan.circle
    rows = _candidates(arrays, circle)
    keep = arrays.listed_until[rows] >= np.datetime64(plan.day).astype(np.int32)
    chords = np.zeros(len(rows))
    if circle:
        x, y, z = circle.centre.earth_centred()
        dx, dy, dz = arrays.x[rows] - x, arrays.y[rows] - y, arrays.z[rows] - z
        chords = dx * dx + dy * dy + dz * dz
        keep &= chords <= circle.chord_squared
    if plan.dated:
        keep &= arrays.facts_until[rows] >= np.datetime64(plan.day).astype(np.int32)
    if plan.since_at_most is not None:
        keep &= arrays.since[rows] <= plan.since_at_most
    keep &= _masked(arrays, rows, plan)
    return rows[keep], chords[keep]


def _masked(arrays: Arrays, rows: Ints, plan: Plan) -> NDArray[np.bool_]:
    keep = np.ones(len(rows), np.bool_)
    for place, mask in enumerate((plan.flags, plan.languages, *plan.all_of)):
        if mask:
            keep &= arrays.masks[place, rows] & mask == mask
    if any(plan.any_of):
        offers = np.zeros(len(rows), np.bool_)
        for place, word in enumerate(plan.any_of, start=2):
            if word:
                offers |= arrays.masks[place, rows] & word != 0
        keep &= offers
    return keep


def _one_a_surgeon(arrays: Arrays, rows: Ints, chords: Floats) -> tuple[Ints, tuple[Ints, Ints]]:
    """Places in `rows` of each surgeon's nearest, and (order, starts) that group the rows by surgeon."""
    surgeons = arrays.surgeon[rows]
    order = np.lexsort((arrays.listing[rows], chords, surgeons))
    ordered = surgeons[order]
    starts = (
        np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1]))) if len(rows) else np.empty(0, np.int64)
    )
    return order[starts], (order, starts)


def _order(arrays: Arrays, found: Ints, chords: Floats, plan: Plan) -> Ints:
    if plan.sort == "name":
        return np.argsort(arrays.name_rank[found])
    first = chords if plan.sort == "distance" else arrays.since[found]
    return np.lexsort((arrays.surgeon[found], arrays.family_rank[found], first))


def _start(arrays: Arrays, ordered: Ints, chords: Floats, plan: Plan) -> int:
    """Where the page after the mark begins: behind the marked surgeon; raises LookupError when she is not there."""
    mark = plan.after
    assert mark is not None  # noqa: S101
    at = np.flatnonzero(arrays.surgeon[ordered] == mark.surgeon_id)
    if len(at) and (plan.sort != "distance" or chords[at[0]] == mark.chord_squared):
        return int(at[0]) + 1
    raise LookupError("the marked surgeon has moved or gone; the reference engine compares keys")


def _tally(arrays: Arrays, rows: Ints, groups: tuple[Ints, Ints]) -> Tally:
    order, starts = groups
    if not len(starts):
        return Tally()
    merged = np.bitwise_or.reduceat(arrays.masks[:, rows[order]], starts, axis=1)
    counts = sum(_bit_counts(merged[:, at : at + CHUNK]) for at in range(0, merged.shape[1], CHUNK))
    by_mask = np.asarray(counts).reshape(len(MASKS), 64)
    flags, languages = ({1 << bit: int(row[bit]) for bit in np.flatnonzero(row).tolist()} for row in by_mask[:2])
    procedures = by_mask[2:, :MASK_WORD_BITS].ravel()
    return Tally(
        flags=flags,
        languages=languages,
        procedures={ordinal: int(procedures[ordinal]) for ordinal in np.flatnonzero(procedures).tolist()},
    )


def _bit_counts(masks: Ints) -> Ints:
    """How many columns have each bit, mask by mask, lowest bit first."""
    octets = np.ascontiguousarray(masks.T).astype("<i8", copy=False).view(np.uint8)
    counts: Ints = np.unpackbits(octets, axis=1, bitorder="little").sum(axis=0, dtype=np.int64)
    return counts
