"""Reads go to a replica where there is one, writes to the primary."""

from __future__ import annotations

import random
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Model

READ_SIDE = {"directory"}


class Replicas:
    """Sends reads of the directory to a random replica, unless a transaction on the primary is open.

    Inside a transaction the reader must see what it just wrote; members and accounts always read the primary.
    """

    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        names = [name for name in settings.DATABASES if name != "default"]
        inside = transaction.get_connection("default").in_atomic_block
        if not names or inside or model._meta.app_label not in READ_SIDE:
            return "default"
        return random.choice(names)  # noqa: S311 - spreads load, guards nothing

    def db_for_write(self, model: type, **hints: Any) -> str:
        return "default"

    def allow_relation(self, *objects: Any, **hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == "default"
