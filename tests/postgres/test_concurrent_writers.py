"""Many writers at once: the change log skips nothing, and a reader that follows it misses nothing."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction

from directory.models import Change, Listing, Surgeon
from directory.search.upkeep import refresh
from tests.factories import make_surgeon

WRITERS, WRITES = 4, 12


def write(pk: int, times: int) -> None:
    """Takes a surgeon out and puts her in again, `times` times, each in a transaction of its own."""
    try:
        for number in range(times):
            with transaction.atomic():
                Surgeon.objects.filter(pk=pk).update(do_not_list=number % 2 == 0)
                refresh([pk], reason="test")
    finally:
        connection.close()


def follow(done: threading.Event, seen: list[int]) -> None:
    """Reads the log as a mirror does: whatever lies behind the last number seen."""
    try:
        while True:
            finished = done.is_set()
            last = seen[-1] if seen else 0
            seen += Change.objects.filter(number__gt=last).values_list("number", flat=True)
            if finished:
                return
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_a_mirror_that_follows_the_log_under_concurrent_writers_misses_no_change():
    surgeons = [make_surgeon(practices=2) for _ in range(WRITERS)]
    first = Change.objects.count()
    done, seen = threading.Event(), list(Change.objects.values_list("number", flat=True))
    reader = threading.Thread(target=follow, args=(done, seen))
    writers = [threading.Thread(target=write, args=(one.pk, WRITES)) for one in surgeons]
    for thread in (reader, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    reader.join()
    assert seen == list(range(seen[0], seen[0] + first + WRITERS * WRITES))


@pytest.mark.django_db(transaction=True)
def test_two_writers_of_one_surgeon_leave_each_practice_with_one_row():
    surgeon = make_surgeon(practices=3)
    threads = [threading.Thread(target=write, args=(surgeon.pk, 6)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    surgeon.refresh_from_db()
    wanted = 0 if surgeon.do_not_list else 3
    assert Listing.objects.filter(surgeon=surgeon).count() == wanted
