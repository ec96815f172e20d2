"""Takes a whole import back, by the history: every record as it was, unless somebody has changed it since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models, transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from directory.models import Listing, Practice, Surgeon
from directory.models.versions import versions_by
from directory.search.upkeep import refresh
from members.models import ImportRun, RosterEntry

MODELS = (RosterEntry, Practice, Surgeon)  # those that depend on others first
OURS = (*MODELS, Listing)
BATCH = 500
STAYS = ("id", "created_at", "updated_at")


class CannotUndo(Exception):
    """Nothing was undone; `why` has a line for each record that was changed since."""

    def __init__(self, *why: str) -> None:
        super().__init__("\n".join(why))
        self.why = why


def undo(number: int, *, by: Any = None) -> ImportRun:
    """Gives the run, undone. Raises CannotUndo, and then nothing has changed."""
    with transaction.atomic(), versions_by(by, f"undo of import {number}"):
        run = ImportRun.objects.select_for_update().filter(pk=number).first()
        if run is None:
            raise CannotUndo(f"There is no import {number}.")
        if run.undone_at:
            raise CannotUndo(f"Import {number} was undone on {run.undone_at.date()} already.")
        touched = sorted(_surgeons(run))
        list(Surgeon.objects.select_for_update().filter(pk__in=touched).order_by("pk").values_list("pk"))
        if why := [*_edited(run), *_grown(run)]:
            raise CannotUndo(*dict.fromkeys(why))
        had = set(Listing.objects.filter(surgeon__in=touched).values_list("surgeon_id", flat=True))
        for model in MODELS:
            _restore(model, run)
        refresh(touched, reason="edited", had=had)
        run.undone_at, run.undone_by = timezone.now(), by
        run.save()
        return run


def _versions(model: type[models.Model], run: ImportRun) -> Any:
    """The versions that the run made, oldest first."""
    history = model.history  # type: ignore[attr-defined]
    return history.filter(history_change_reason=run.reason).order_by("history_id")


def _surgeons(run: ImportRun) -> set[int]:
    ids = set(_versions(Surgeon, run).values_list("id", flat=True))
    for model in (Practice, RosterEntry):
        ids.update(_versions(model, run).values_list("surgeon_id", flat=True))
    return ids


def _edited(run: ImportRun) -> Iterator[str]:
    """Each record with a version that is younger than the run's."""
    for model in MODELS:
        history = model.history
        younger = history.filter(id=OuterRef("id"), history_id__gt=OuterRef("history_id"))
        later = younger.exclude(history_change_reason=run.reason).order_by("history_id").values("history_id")[:1]
        found = _versions(model, run).annotate(later=Subquery(later)).exclude(later=None)
        for version in history.filter(history_id__in=list(found.values_list("later", flat=True))):
            surgeon = version.id if model is Surgeon else version.surgeon_id
            how = version.history_change_reason or "no reason given"
            yield f"{_slug(surgeon)}: changed since, on {version.history_date.date()} ({how})"


def _grown(run: ImportRun) -> Iterator[str]:
    """Each person whom the run made and who has more by now: certificates, offices, treatments, reports."""
    new = list(_versions(Surgeon, run).filter(history_type="+").values_list("id", flat=True))
    offices = _versions(Practice, run).filter(history_type="+").values_list("id", flat=True)
    for ids in _batches(new):
        own = Practice.objects.filter(surgeon__in=ids).exclude(pk__in=offices)
        for surgeon in own.values_list("surgeon__slug", flat=True):
            yield f"{surgeon}: has another office since"
        for relation in Surgeon._meta.related_objects:
            model, field = relation.related_model, relation.field.name
            if model in OURS:
                continue
            for pk in model._base_manager.filter(**{f"{field}__in": ids}).values_list(field, flat=True).distinct():
                yield f"{_slug(pk)}: has a {model._meta.verbose_name} since"


def _restore(model: type[models.Model], run: ImportRun) -> None:
    """Takes out what the run made, a batch at a time, and gives the rest its former values."""
    versions = _versions(model, run)
    for ids in _batches(list(versions.filter(history_type="+").values_list("id", flat=True))):
        model._default_manager.filter(pk__in=ids).delete()
    for version in versions.reverse().iterator():  # to what was before the first of them
        record = model._default_manager.filter(pk=version.id).first() if version.history_type == "~" else None
        if record is None:
            continue
        before = version.prev_record
        for field in before.tracked_fields:
            if field.name not in STAYS:
                setattr(record, field.attname, getattr(before, field.attname))
        record.save()


def _slug(surgeon: int) -> str:
    found = Surgeon.objects.filter(pk=surgeon).values_list("slug", flat=True).first()
    return found or f"surgeon {surgeon}, who is gone,"


def _batches(ids: list[int]) -> Iterable[list[int]]:
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
