"""Writes the read model of the search anew: all of it, or what the calendar has overtaken."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm

from directory.models import Surgeon
from directory.search import upkeep


class Command(BaseCommand):
    help = "Writes all listings anew; with --lapsed those in which a fact has run out: once a day, after midnight UTC."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--lapsed", action="store_true", help="only surgeons one of whose facts has run out")

    def handle(self, *args: Any, lapsed: bool, verbosity: int, **options: Any) -> None:
        if lapsed:
            ids = upkeep.lapsed()
            listed = upkeep.refresh(ids, reason="lapsed")
            text = f"{len(ids):,} surgeons had a fact run out; {len(ids) - listed:,} of them are no longer listed."
        else:
            hidden = not verbosity or not sys.stderr.isatty()
            with tqdm(total=Surgeon.objects.count(), unit=" surgeons", disable=hidden) as bar:
                text = f"{upkeep.rebuild(progress=bar.update):,} surgeons are listed."
        if verbosity:
            self.stdout.write(text)
