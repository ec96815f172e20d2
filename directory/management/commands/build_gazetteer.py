"""Compiles the gazetteer before the first visitor needs it."""

from __future__ import annotations

import sqlite3
import time
from typing import Any

from django.core.management.base import BaseCommand

from directory.places import build


class Command(BaseCommand):
    help = "Compiles the committed tables of places into GAZETTEER_PATH, unless that was done; says how many there are."

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        start = time.monotonic()
        path = build()
        took = time.monotonic() - start
        database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            kinds = database.execute("SELECT kind, count(*) FROM place GROUP BY kind ORDER BY count(*) DESC").fetchall()
        finally:
            database.close()
        if verbosity:
            counts = ", ".join(f"{count:,} {kind}" for kind, count in kinds)
            self.stdout.write(f"{sum(count for _, count in kinds):,} places in {took:.1f} s: {counts}")
