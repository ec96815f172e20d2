"""Takes invented members out again, and nobody else."""

from __future__ import annotations

from django.db import models, transaction

from directory.models import (
    Certification,
    Facility,
    FacilityAttestation,
    Offering,
    Practice,
    Surgeon,
)
from directory.search.upkeep import refresh
from members.invented.versions import REASON

BATCH = 500


def invented(reason: str = REASON) -> models.QuerySet[Surgeon]:
    """The members whose first version says that they were invented; an id is never given twice."""
    return Surgeon.objects.filter(pk__in=_marked(Surgeon, reason))


def remove() -> int:
    """Removes every invented member and what was invented with them; gives how many there were.

    The change log gets a removal for each who was listed. A facility stays if someone else operates there.
    """
    removed = 0
    while ids := list(invented().order_by("pk").values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            _remove(ids)
        removed += len(ids)
    with transaction.atomic():
        empty = Facility.objects.filter(pk__in=_marked(Facility, REASON), attestations__isnull=True)
        gone = list(empty.values_list("pk", flat=True))
        empty.delete()
        _forget(Facility, "id", gone)
    return removed


def _remove(ids: list[int]) -> None:
    surgeons = Surgeon.objects.filter(pk__in=ids)
    surgeons.update(do_not_list=True)
    refresh(ids, reason="removed")
    Offering.objects.filter(surgeon_id__in=ids)._raw_delete("default")
    surgeons.delete()
    _forget(Surgeon, "id", ids)
    for model in (Certification, FacilityAttestation, Practice, Offering):
        _forget(model, "surgeon_id", ids)


def _marked(model: type[models.Model], reason: str) -> models.QuerySet:
    history = model.history  # type: ignore[attr-defined]
    marked: models.QuerySet = history.filter(history_type="+", history_change_reason__startswith=reason)
    return marked.values("id")


def _forget(model: type[models.Model], column: str, ids: list[int]) -> None:
    model.history.filter(**{f"{column}__in": ids}).delete()  # type: ignore[attr-defined]
