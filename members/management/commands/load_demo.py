"""Fills the site with invented members, to try it out."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from tqdm import tqdm

from directory import places
from directory.models import Listing, Practice, Procedure, Surgeon, today
from members import invented
from members.invented.versions import REASON

MEMBERS = 1_500
SEED = 20_261


class Command(BaseCommand):
    help = (
        "Loads the vocabulary, the articles and invented members. Run again, it replaces invented members only, and"
        " only if they would differ; nobody else is touched. Refuses where DEMONSTRATION is off."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--members", type=int, default=MEMBERS, help=f"how many to invent (default {MEMBERS})")
        parser.add_argument("--seed", type=int, default=SEED, help="another seed invents others (default %(default)s)")

    def handle(self, *args: Any, members: int, seed: int, **options: Any) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError("DEMONSTRATION is off: invented members have no place on a real site.")
        if members < 0:
            raise CommandError("--members must be 0 or more.")
        _require_migrations()
        call_command("createcachetable", verbosity=0)
        call_command("load_vocabulary", verbosity=0)
        call_command("sync_articles", verbosity=0)
        call_command("sync_texts", verbosity=0)
        places.build()
        reason = f"{REASON} {recipe(members, seed)}"
        if invented.invented().count() == invented.invented(reason).count() == members:
            self.stdout.write("The invented members are up to date.")
        else:
            invented.remove()
            _invent(members, seed, reason)
        self.stdout.write(_counts())


def recipe(members: int, seed: int) -> str:
    """Twelve hexadecimal digits that change with whatever the invented members depend on: code, words, day, numbers."""
    digest = hashlib.sha256(f"{members} {seed} {today()}".encode())
    for path in sorted(Path(invented.__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    digest.update(" ".join(Procedure.objects.order_by("slug").values_list("slug", flat=True)).encode())
    return digest.hexdigest()[:12]


def _invent(members: int, seed: int, reason: str) -> None:
    bar = tqdm(total=members, desc="Inventing members", unit=" members", disable=not sys.stderr.isatty())
    with bar:
        invented.load(invented.people(members, seed=seed), progress=bar.update, reason=reason)


def _require_migrations() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CommandError("The database is not migrated: run manage.py migrate first.")


def _counts() -> str:
    made = invented.invented()
    listed = Listing.objects.filter(surgeon__in=made).values("surgeon").distinct().count()
    offices = Practice.objects.filter(surgeon__in=made).count()
    text = f"{made.count():,} invented members at {offices:,} practices; {listed:,} of them are listed."
    if others := Surgeon.objects.count() - made.count():
        text += f" {others:,} other members were left as they are."
    return text
