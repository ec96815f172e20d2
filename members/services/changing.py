"""The one way to change a surgeon: all of it or nothing, under her lock, signed, and seen by search at once."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from django.db import transaction

from directory.models import Listing, Surgeon
from directory.models.versions import versions_by
from directory.search.upkeep import refresh


@contextlib.contextmanager
def changing(surgeon: Surgeon, *, by: Any, reason: str) -> Iterator[Surgeon]:
    """Gives the surgeon as she is in the database, locked; what is saved inside is undone if anything raises.

    `by` is the user, None for a command; `reason` stands in the history beside every version made inside, where only
    members and staff read it. The public log of changes says "edited" and no more.
    """
    with transaction.atomic(), versions_by(by, reason):
        locked = Surgeon.objects.select_for_update().get(pk=surgeon.pk)
        had = set(Listing.objects.filter(surgeon=locked).values_list("surgeon_id", flat=True))
        yield locked
        refresh([locked.pk], reason="edited", had=had)
