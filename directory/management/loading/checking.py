"""Whether the vocabulary's files agree with each other, before a record is touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from directory.models.procedures import Kind, Track

FILES = ("procedures", "phrases", "es")
NEEDED = {
    "categories": ("slug", "name", "track"),
    "procedures": ("slug", "name", "category", "kind"),
    "concerns": ("slug", "name", "treat"),
    "ambiguous_terms": ("term", "means"),
}


class VocabularyError(ValueError):
    """The files cannot be used; `problems` holds every fault, each naming its file."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def read(folder: Path) -> dict[str, Any]:
    """The three files by name, faultless; raises VocabularyError with all that is wrong in them."""
    files, problems = {}, []
    for name in FILES:
        try:
            files[name] = yaml.load((folder / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            problems.append(f"{name}.yaml: cannot be read: {error}")
            continue
        if not isinstance(files[name], dict):
            problems.append(f"{name}.yaml: is not a mapping")
    problems = problems or list(_incomplete(files["procedures"])) or list(_broken(files))
    if problems:
        raise VocabularyError(problems)
    return files


def _incomplete(known: dict[str, Any]) -> Iterator[str]:
    for section, fields in NEEDED.items():
        rows = known.get(section)
        if not isinstance(rows, list) or not rows:
            yield f"procedures.yaml: {section} is missing or empty"
            continue
        for number, row in enumerate(rows, 1):
            missing = [field for field in fields if not isinstance(row, dict) or not row.get(field)]
            if missing:
                yield f"procedures.yaml: {section}, entry {number}: lacks {', '.join(missing)}"
    if not isinstance(known.get("misspellings"), dict):
        yield "procedures.yaml: misspellings is missing"


def _broken(files: dict[str, Any]) -> Iterator[str]:
    known = files["procedures"]
    slugs = {section: [row["slug"] for row in known[section]] for section in ("categories", "procedures", "concerns")}
    yield from _twice(known, slugs)
    yield from _values(known, set(slugs["categories"]))
    yield from _references(known, set(slugs["procedures"]))
    targets = {*slugs["procedures"], *slugs["concerns"]}
    for file, words in (("procedures.yaml: misspellings", known["misspellings"]), *list(files.items())[1:]):
        where = file if ":" in file else f"{file}.yaml"
        yield from (f"{where}: {slug!r} is no procedure or concern" for slug in words if slug not in targets)
    for file in FILES[1:]:
        yield from (f"{file}.yaml: {slug!r} is missing" for slug in sorted(targets - set(files[file])))
    yield from (
        f"es.yaml: {slug!r} has no name"
        for slug, row in files["es"].items()
        if not isinstance(row, dict) or not row.get("name")
    )


def _twice(known: dict[str, Any], slugs: dict[str, list[str]]) -> Iterator[str]:
    together = {
        "categories": slugs["categories"],
        "procedures and concerns": slugs["procedures"] + slugs["concerns"],
        "ambiguous_terms": [row["term"] for row in known["ambiguous_terms"]],
    }
    for where, names in together.items():
        yield from (
            f"procedures.yaml: {where}: {name!r} is there twice" for name, count in Counter(names).items() if count > 1
        )


def _values(known: dict[str, Any], categories: set[str]) -> Iterator[str]:
    for section in ("categories", "procedures"):
        for row in known[section]:
            where = f"procedures.yaml: {section}: {row['slug']}"
            if row.get("track", "both") not in Track.values:
                yield f"{where}: track {row['track']!r} is none of {', '.join(Track.values)}"
            if section == "procedures" and row["kind"] not in Kind.values:
                yield f"{where}: kind {row['kind']!r} is none of {', '.join(Kind.values)}"
            if section == "procedures" and row["category"] not in categories:
                yield f"{where}: there is no category {row['category']!r}"


def _references(known: dict[str, Any], procedures: set[str]) -> Iterator[str]:
    named = [(f"procedures: {row['slug']}: includes", row.get("includes") or []) for row in known["procedures"]]
    named += [(f"concerns: {row['slug']}: treat", row["treat"]) for row in known["concerns"]]
    named += [(f"ambiguous_terms: {row['term']}: means", row["means"]) for row in known["ambiguous_terms"]]
    for where, slugs in named:
        for slug, count in Counter(slugs).items():
            if slug not in procedures:
                yield f"procedures.yaml: {where}: there is no procedure {slug!r}"
            elif count > 1:
                yield f"procedures.yaml: {where}: {slug!r} is there twice"
