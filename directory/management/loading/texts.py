"""The committed texts about treatments and concerns into records: everything or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import transaction

from directory.learn.texts import TextError, TextSource, check_slugs, read_texts
from directory.learn.texts_fields import Kind
from directory.management.loading.report import Report
from directory.models import Concern, Procedure, Text, today
from directory.search.upkeep import bump

Key = tuple[Kind, str, str]
ABOUT: dict[Kind, str] = {"treatments": "procedure_id", "concerns": "concern_id"}


def sync_texts(folder: Path) -> Report:
    """Makes the texts those of the files under `folder`, in one transaction; gives what changed, a line a language.

    A text whose entry is gone is removed. Raises TextError with every fault in every file, and writes nothing.
    """
    sources = read_texts(folder)
    report = Report()
    with transaction.atomic():
        ids = known_ids()
        if problems := check_slugs(sources, ids):
            raise TextError(problems)
        there: dict[Key, Text] = {_key(text): text for text in Text.objects.select_related("procedure", "concern")}
        wanted = {(one.kind, one.slug, one.lang): one for one in sources}
        gone = sorted(there.keys() - wanted.keys())
        Text.objects.filter(pk__in=[there[key].pk for key in gone]).delete()
        for key, source in wanted.items():
            _note(report, _write(source, there.get(key), ids[source.kind][source.slug]), key)
        for key in gone:
            _note(report, "removed", key)
        if report.changed:
            bump("articles")
    return report


def known_ids() -> dict[Kind, dict[str, int]]:
    """Slug to key of all that the vocabulary holds today, by kind."""
    return {
        "treatments": dict(Procedure.objects.filter(retired=False).values_list("slug", "pk")),
        "concerns": dict(Concern.objects.filter(retired=False).values_list("slug", "pk")),
    }


def _key(text: Text) -> Key:
    if text.procedure:
        return "treatments", text.procedure.slug, text.lang
    assert text.concern  # noqa: S101 - a constraint of the table
    return "concerns", text.concern.slug, text.lang


def _note(report: Report, deed: str, key: Key) -> None:
    kind, slug, lang = key
    report.note(f"texts about {kind} ({lang})", deed, [slug])


def _write(source: TextSource, text: Text | None, about: int) -> str:
    """Saves one text if anything in it differs, and gives "created", "changed" or "unchanged"."""
    wanted: dict[str, Any] = {
        "fields": source.fields,
        "state": source.state,
        "reviewed_on": source.reviewed_on,
        "reviewer": source.reviewer,
    }
    if text and all(getattr(text, name) == value for name, value in wanted.items()):
        return "unchanged"
    deed = "changed" if text else "created"
    text = text or Text(lang=source.lang, **{ABOUT[source.kind]: about})
    for name, value in wanted.items():
        setattr(text, name, value)
    text.updated = today()
    text.save()
    return deed
