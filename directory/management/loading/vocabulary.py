"""The committed vocabulary into records: everything or nothing, and only what differs is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from django.db import models, transaction

from directory.management.loading.checking import VocabularyError, read
from directory.management.loading.report import Report
from directory.management.loading.terms import load_ambiguous, load_terms
from directory.models import Category, Concern, ConcernTreatment, Procedure
from directory.models.procedures import MAX_ORDINAL
from directory.search.upkeep import bump


def load_vocabulary(folder: Path) -> Report:
    """Makes the records say what the files in `folder` say, in one transaction; gives what changed.

    A slug that is gone is retired and keeps its ordinal, which is never given to another; one that comes back lives
    again. Raises VocabularyError, and writes nothing, where the files do not agree.
    """
    files = read(folder)
    known = files["procedures"]
    report = Report()
    with transaction.atomic():
        categories = _categories(known["categories"], report)
        procedures = _procedures(known, categories, report)
        concerns = _upsert(
            Concern, {row["slug"]: {"name": row["name"], "retired": False} for row in known["concerns"]}, report
        )
        _retire(Concern, concerns, {row["slug"] for row in known["concerns"]}, report)
        _pairs(
            ConcernTreatment,
            ("concern_id", "procedure_id", "position"),
            {
                (concerns[row["slug"]].pk, procedures[slug].pk, place)
                for row in known["concerns"]
                for place, slug in enumerate(row["treat"])
            },
            "treatments of concerns",
            report,
        )
        _pairs(
            Procedure.includes.through,
            ("from_procedure_id", "to_procedure_id"),
            {
                (procedures[row["slug"]].pk, procedures[slug].pk)
                for row in known["procedures"]
                for slug in row.get("includes") or ()
            },
            "procedures within procedures",
            report,
        )
        load_terms(files, procedures, concerns, report)
        load_ambiguous(known["ambiguous_terms"], procedures, report)
        if report.changed:
            bump("vocabulary")
    return report


def _categories(rows: list[dict[str, Any]], report: Report) -> dict[str, Any]:
    wanted = {
        row["slug"]: {"name": row["name"], "track": row["track"], "position": place} for place, row in enumerate(rows)
    }
    return _upsert(Category, wanted, report)


def _procedures(known: dict[str, Any], categories: Mapping[str, Any], report: Report) -> dict[str, Any]:
    taken = dict(Procedure.objects.values_list("slug", "ordinal"))
    new = [row["slug"] for row in known["procedures"] if row["slug"] not in taken]
    first = max(taken.values(), default=-1) + 1
    if new and first + len(new) - 1 > MAX_ORDINAL:
        raise VocabularyError(
            [f"procedures.yaml: no ordinals are left above {MAX_ORDINAL}; the masks need a fifth word"]
        )
    ordinals = taken | {slug: first + place for place, slug in enumerate(new)}
    wanted = {
        row["slug"]: {
            "name": row["name"],
            "category_id": categories[row["category"]].pk,
            "kind": row["kind"],
            "track": row.get("track") or categories[row["category"]].track,
            "society_path": row.get("asps") or "",
            "ordinal": ordinals[row["slug"]],
            "retired": False,
        }
        for row in known["procedures"]
    }
    found = _upsert(Procedure, wanted, report)
    _retire(Procedure, found, wanted, report)
    return found


def _upsert(model: type[models.Model], wanted: Mapping[str, dict[str, Any]], report: Report) -> dict[str, Any]:
    """All records of `model` by slug, the wanted ones made or made right."""
    kind = str(model._meta.verbose_name_plural)
    there: dict[str, Any] = {one.slug: one for one in model._default_manager.all()}  # type: ignore[attr-defined]
    changed = []
    for slug, values in wanted.items():
        if slug in there and any(getattr(there[slug], name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(there[slug], name, value)
            changed.append(there[slug])
    new = [slug for slug in wanted if slug not in there]
    made = model._default_manager.bulk_create([model(slug=slug, **wanted[slug]) for slug in new])
    if changed:
        model._default_manager.bulk_update(changed, list(next(iter(wanted.values()))))
    report.note(kind, "created", new)
    report.note(kind, "changed", [one.slug for one in changed])
    report.note(kind, "unchanged", wanted.keys() - set(new) - {one.slug for one in changed})
    return there | dict(zip(new, made, strict=True))


def _retire(model: type[models.Model], there: Mapping[str, Any], wanted: Iterable[str], report: Report) -> None:
    gone = sorted(slug for slug, one in there.items() if slug not in set(wanted) and not one.retired)
    model._default_manager.filter(slug__in=gone).update(retired=True)
    report.note(str(model._meta.verbose_name_plural), "retired", gone)


def _pairs(
    model: type[models.Model], fields: tuple[str, ...], wanted: set[tuple[Any, ...]], kind: str, report: Report
) -> None:
    """Makes the rows of a relation those in `wanted`, tuples of `fields`."""
    there = {row[1:]: row[0] for row in model._default_manager.values_list("pk", *fields)}
    gone = [there[row] for row in there.keys() - wanted]
    new = sorted(wanted - there.keys())
    model._default_manager.filter(pk__in=gone).delete()
    model._default_manager.bulk_create([model(**dict(zip(fields, row, strict=True))) for row in new])
    report.note(kind, "created", map(str, new))
    report.note(kind, "removed", map(str, gone))
    report.note(kind, "unchanged", map(str, there.keys() & wanted))
