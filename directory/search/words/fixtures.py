"""Reads the committed vocabulary files; production builds the same `Vocabulary` from the database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from directory.search.words.model import Ambiguous, Kind, Target, Term, Vocabulary


def _load(path: Path) -> Any:
    with path.open(encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.CSafeLoader)


def read_vocabulary(folder: Path) -> Vocabulary:
    known, phrases, spanish = (_load(folder / f"{name}.yaml") for name in ("procedures", "phrases", "es"))
    listed: list[tuple[Kind, dict[str, Any]]] = [("procedure", row) for row in known["procedures"]]
    listed += [("concern", row) for row in known["concerns"]]
    targets = tuple(
        Target(
            kind=kind,
            slug=row["slug"],
            names={"en": row["name"], "es": spanish[row["slug"]]["name"]},
            treated_by=tuple(row.get("treat", ())),
        )
        for kind, row in listed
    )
    terms = [
        term
        for kind, row in listed
        for term in _terms(kind, row, phrases, spanish, known["misspellings"].get(row["slug"], ()))
    ]
    ambiguous = tuple(
        Ambiguous(term=row["term"], means=tuple(row["means"]), note=row.get("note", ""))
        for row in known["ambiguous_terms"]
    )
    return Vocabulary(targets=targets, terms=tuple(terms), ambiguous=ambiguous)


def _terms(
    kind: Kind, row: dict[str, Any], phrases: dict[str, Any], spanish: dict[str, Any], misspellings: list[str]
) -> Iterator[Term]:
    slug = row["slug"]
    for text in row.get("synonyms") or row.get("also") or ():
        yield Term(kind=kind, slug=slug, text=text, role="synonym", lang="en")
    for text in misspellings:
        yield Term(kind=kind, slug=slug, text=text, role="misspelling", lang="en")
    for text in phrases[slug]:
        yield Term(kind=kind, slug=slug, text=text, role="phrase", lang="en")
    for text in spanish[slug]["synonyms"]:
        yield Term(kind=kind, slug=slug, text=text, role="synonym", lang="es")
    for text in spanish[slug]["phrases"]:
        yield Term(kind=kind, slug=slug, text=text, role="phrase", lang="es")
