"""Keeps the read model right: called inside the transaction of the write that changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction
from django.db.models import F

from directory.models import Change, Listing, Revision, Surgeon
from directory.search.listing_rows import listing_rows

BATCH = 500
Progress = Callable[[int], Any]


def bump(name: str, by: int = 1) -> int:
    """Raises a revision by `by` and gives its new value; the row stays locked until the transaction ends."""
    with transaction.atomic():
        if not Revision.objects.filter(name=name).update(value=F("value") + by):
            Revision.objects.bulk_create([Revision(name=name)], ignore_conflicts=True)
            Revision.objects.filter(name=name).update(value=F("value") + by)
        return Revision.objects.get(name=name).value


def refresh(surgeon_ids: Iterable[int], *, reason: str, had: Iterable[int] = ()) -> int:
    """Writes the listings of these surgeons anew and logs it; gives how many of them are listed now.

    Call it inside the transaction of the write. `had` are those who had rows before a write that may have taken the
    rows with it, as deleting a practice does. A surgeon who is not (or no longer) listed loses the rows; the log gets
    an upsert for each who is, and a removal for each who was. Surgeons that are neither leave no trace.
    """
    wanted = sorted(set(surgeon_ids))
    before = set(had)
    listed = 0
    with transaction.atomic():
        for start in range(0, len(wanted), BATCH):
            listed += _refresh(wanted[start : start + BATCH], reason, before)
    return listed


def _refresh(ids: list[int], reason: str, before: set[int]) -> int:
    had = before.intersection(ids) | set(
        Listing.objects.filter(surgeon_id__in=ids).values_list("surgeon_id", flat=True)
    )
    rows = listing_rows(Surgeon.objects.filter(pk__in=ids))
    has = {row.surgeon_id for row in rows}
    Listing.objects.filter(surgeon_id__in=ids).delete()
    Listing.objects.bulk_create(rows, batch_size=BATCH)
    _log(has, had - has, reason)
    return len(has)


def _log(upserts: set[int], removals: set[int], reason: str) -> None:
    touched = sorted(upserts | removals)
    if not touched:
        return
    first = bump("listings", by=len(touched)) - len(touched) + 1
    slugs = dict(Surgeon.objects.filter(pk__in=touched).values_list("pk", "slug"))
    Change.objects.bulk_create(
        Change(
            number=first + place,
            surgeon_id=pk,
            slug=slugs[pk],
            kind=Change.Kind.UPSERT if pk in upserts else Change.Kind.REMOVAL,
            reason=reason,
        )
        for place, pk in enumerate(touched)
    )


def lapsed() -> list[int]:
    """The surgeons whose rows say more than holds today: for the daily job. Search hides them without it."""
    from directory.models import today

    return list(Listing.objects.filter(facts_until__lt=today()).values_list("surgeon_id", flat=True).distinct())


def rebuild(*, progress: Progress | None = None, reason: str = "rebuilt") -> int:
    """Writes all listings anew, a batch a transaction; gives how many surgeons are listed.

    `progress` is called with the number of surgeons done in each batch.
    """
    listed, last = 0, 0
    while ids := list(Surgeon.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        listed += refresh(ids, reason=reason)
        last = ids[-1]
        if progress:
            progress(len(ids))
    return listed
