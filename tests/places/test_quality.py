"""How much of what people type is understood, by kind; the bar is the design's."""

from __future__ import annotations

import collections
import csv
from collections.abc import Iterator
from pathlib import Path

from directory.places import Point, resolve

ENOUGH = 0.97


def rows(path: Path) -> Iterator[dict[str, str]]:
    with open(path, encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def is_right(row: dict[str, str]) -> bool:
    place = resolve(row["query"]).place
    if not row["lat"]:
        return place is None
    wanted = Point(lat=float(row["lat"]), lng=float(row["lng"]))
    return place is not None and place.point.miles_to(wanted) <= float(row["tolerance_miles"])


def test_every_kind_of_query_is_understood():
    asked = collections.Counter[str]()
    missed = collections.defaultdict[str, list[str]](list)
    for row in rows(Path(__file__).parent / "queries.tsv"):
        asked[row["kind"]] += 1
        if not is_right(row):
            missed[row["kind"]].append(row["query"])
    assert sum(asked.values()) > 1_100
    assert {kind: queries for kind, queries in missed.items() if len(queries) > (1 - ENOUGH) * asked[kind]} == {}


def test_the_shared_queries_are_understood(shared: Path):
    found = [is_right(row) for row in rows(shared / "eval" / "place_queries.tsv")]
    assert sum(found) >= ENOUGH * len(found)
