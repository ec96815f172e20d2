"""The committed sets of queries, and how well a resolver answers them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from directory.search.words import Resolver

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Shares of the queries (0 to 1) with an acceptable answer first and among the first three, and the misses."""

    first: float
    in_three: float
    misses: tuple[str, ...]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def score(resolver: Resolver, path: Path) -> Score:
    """Ask `suggest` every query of a file with the columns query and acceptable (slugs, parted by commas)."""
    asked = rows(path)
    first = in_three = 0
    misses = []
    for row in asked:
        good = set(row["acceptable"].split(","))
        slugs = [match.slug for match in resolver.suggest(row["query"], limit=3)]
        first += bool(good & set(slugs[:1]))
        in_three += bool(good & set(slugs))
        if not good & set(slugs[:1]):
            misses.append(f"{row['query']}: wanted {row['acceptable']}, got {', '.join(slugs) or 'nothing'}")
    return Score(first=first / len(asked), in_three=in_three / len(asked), misses=tuple(misses))
