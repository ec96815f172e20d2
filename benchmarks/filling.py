"""Fills the benchmark's database with invented members, once."""

from __future__ import annotations

import resource
import sys
import time

from django.core.management import call_command
from django.db import connection
from tqdm import tqdm

from directory.models import Listing, Surgeon
from members.invented import load, people

SEED = 20_261


def fill(members: int) -> None:
    """Migrates, loads vocabulary and articles, and invents members unless so many are there."""
    start = time.perf_counter()
    call_command("migrate", verbosity=0)
    call_command("load_vocabulary", verbosity=0)
    call_command("sync_articles", verbosity=0)
    if Surgeon.objects.count() != members:
        with tqdm(total=members, unit=" members", disable=not sys.stderr.isatty()) as bar:
            load(people(members, seed=SEED), progress=bar.update)
        took = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"loaded in {took:.0f} s, peak memory {peak:,.0f} MB")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    listed = Listing.objects.values("surgeon").distinct().count()
    print(f"{listed:,} listed at {Listing.objects.count():,} practices")
