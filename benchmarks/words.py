"""The treatment words: how well they are understood, how long it takes, and what it weighs."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.clock import milliseconds, table
from directory.search.words import Resolver, Vocabulary
from tests.search.words.sets import FOLDER, rows, score

ROOT = Path(__file__).resolve().parent.parent
SETS = (
    "names",
    "held_names",
    "sentences",
    "held_sentences",
    "unseen_sentences",
    "sealed_sentences",
    "spanish",
    "held_spanish",
    "typing",
)


def report() -> None:
    """Prints two tables; reads the committed vocabulary, not the database."""
    gc.collect()
    before = _resident()
    start = time.perf_counter()
    resolver = Resolver(Vocabulary.from_fixtures(ROOT / "fixtures" / "vocabulary"))
    taken = time.perf_counter() - start
    gc.collect()
    weight = _resident() - before
    table(("words", "queries", "first", "in three"), (_quality(resolver, name) for name in SETS))
    queries = [row["query"] for name in SETS for row in rows(FOLDER / f"{name}.tsv")]
    finished = milliseconds(resolver.read, queries)
    typed = milliseconds(resolver.suggest, list(_keystrokes(queries)))
    table(
        ("words, in process", "median ms", "p99 ms", "slowest ms"),
        (("a text finished", *_spread(finished)), ("a key pressed", *_spread(typed))),
    )
    print(f"Reading the vocabulary and building the resolver: {taken:.1f} s and {weight:.0f} MB, once a process.")


def _quality(resolver: Resolver, name: str) -> tuple[object, ...]:
    path = FOLDER / f"{name}.tsv"
    found = score(resolver, path)
    return name.replace("_", " "), len(rows(path)), f"{found.first:.3f}", f"{found.in_three:.3f}"


def _keystrokes(queries: list[str]) -> Iterator[str]:
    """Every beginning of every fifth query, as a typeahead is asked."""
    for query in queries[::5]:
        yield from (query[:length] for length in range(1, len(query) + 1))


def _spread(taken: list[float]) -> tuple[str, str, str]:
    ordered = sorted(taken)
    median, slow, slowest = (f"{ordered[int((len(ordered) - 1) * share)]:.2f}" for share in (0.5, 0.99, 1.0))
    return median, slow, slowest


def _resident() -> float:
    """Megabytes of this process in memory; 0 where the system does not tell."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


if __name__ == "__main__":
    report()
