"""How often the words of patients lead to what they mean, on sets that are judged like those kept aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from directory.search.words import Resolver, Vocabulary
from tests.search.words import resolver
from tests.search.words.sets import FOLDER, Score, rows, score

# Least shares: first, in three. The sets "held" and "unseen" were written before any phrase was added for them;
# no word was ever changed for those called "sealed", so they tell best what a stranger's sentence meets.
LEAST = {
    "names": (0.97, 0.99),
    "held_names": (0.97, 0.99),
    "sentences": (0.92, 0.98),
    "held_sentences": (0.92, 0.98),
    "unseen_sentences": (0.92, 0.98),
    "sealed_sentences": (0.87, 0.97),
    "spanish": (0.95, 0.98),
    "held_spanish": (0.95, 0.98),
    "typing": (0.93, 0.99),
}


def faults(name: str, found: Score, least: tuple[float, float]) -> str:
    """A table of what was missed, empty when the shares are reached."""
    if found.first >= least[0] and found.in_three >= least[1]:
        return ""
    head = f"{name}: first {found.first:.3f} of {least[0]}, in three {found.in_three:.3f} of {least[1]}"
    return "\n  ".join((head, *found.misses))


@pytest.mark.parametrize("name", LEAST)
def test_what_patients_say_leads_to_what_they_mean(name: str) -> None:
    assert not (table := faults(name, score(resolver(), FOLDER / f"{name}.tsv"), LEAST[name])), table


@pytest.mark.parametrize(("folder", "kind"), [("eval", "names"), ("eval/sentences", "sentences")])
def test_the_development_sets_are_understood_too(shared: Path, folder: str, kind: str) -> None:
    found = score(resolver(), shared / folder / "treatment_queries.tsv")
    assert not (table := faults(folder, found, LEAST[kind])), table


@pytest.mark.parametrize("name", ["negatives", "held_negatives"])
def test_what_other_doctors_are_asked_for_is_not_taken_for_a_treatment(name: str) -> None:
    queries = [row["query"] for row in rows(FOLDER / f"{name}.tsv")]
    taken = [query for query in queries if resolver().read(query).outcome in ("found", "ambiguous")]
    assert len(taken) <= 0.06 * len(queries), "\n".join(taken)


def test_what_patients_say_is_seldom_called_unknown() -> None:
    queries = [row["query"] for name in LEAST if name != "typing" for row in rows(FOLDER / f"{name}.tsv")]
    unknown = [query for query in queries if resolver().read(query).outcome == "unknown"]
    assert len(unknown) <= 0.02 * len(queries), "\n".join(unknown)


def test_the_table_of_misses_says_what_was_wanted_and_what_came() -> None:
    deaf = Resolver(Vocabulary(targets=(), terms=()))
    table = faults("names", score(deaf, FOLDER / "names.tsv"), LEAST["names"])
    assert table.startswith("names: first 0.000 of 0.97")
    assert "tumy tuck: wanted tummy-tuck, got nothing" in table
