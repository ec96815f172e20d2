"""The program of docs/mirror.md, while many members change their records at once."""

from __future__ import annotations

import random
import threading
from typing import Any

import orjson
import pytest
from django.db import connection

from directory.api import exports
from directory.api.records import records
from directory.models import Change, Surgeon
from members.services.changing import changing
from tests.docs.test_mirror import recipe
from tests.factories import make_practice, make_surgeon

WRITERS, WRITES, SURGEONS = 4, 250, 30


def write(seed: int, failures: list[BaseException]) -> None:
    """Random changes to random surgeons, each through the service that members use."""
    chance = random.Random(seed)
    try:
        for number in range(WRITES):
            surgeon = Surgeon.objects.get(pk=chance.choice(Surgeon.objects.values_list("pk", flat=True)))
            with changing(surgeon, by=None, reason="test") as locked:
                change(locked, chance, f"{seed}-{number}")
    except BaseException as error:  # a thread must not lose what went wrong in it
        failures.append(error)
    finally:
        connection.close()


def change(surgeon: Surgeon, chance: random.Random, mark: str) -> None:
    what = chance.choice(("biography", "leave", "come", "close", "open"))
    surgeon.biography = f"Written by {mark}."
    surgeon.do_not_list = what == "leave" or (surgeon.do_not_list and what != "come")
    surgeon.save()
    if what == "close" and surgeon.practices.count() > 1:
        surgeon.practices.all()[1].delete()
    elif what == "open" and surgeon.practices.count() < 4:
        make_practice(surgeon, at=(42.0 + chance.random(), -87.7))


@pytest.mark.django_db(transaction=True)
def test_a_mirror_that_begins_amid_a_thousand_writes_ends_equal(live_server: Any, settings: Any, monkeypatch: Any):
    settings.API_REQUESTS_PER_MINUTE = 0
    monkeypatch.setattr(exports, "BATCH", 5)  # so that writes fall between the batches of the export
    for number in range(SURGEONS):
        make_surgeon(practices=1 + number % 3)
    before = Change.objects.count()
    mirror = recipe(live_server.url)
    failures: list[BaseException] = []
    writers = [threading.Thread(target=write, args=(seed, failures)) for seed in range(WRITERS)]
    for thread in writers:
        thread.start()

    copy, cursor = mirror["begin"]()
    while any(thread.is_alive() for thread in writers):
        cursor = mirror["follow"](copy, cursor)
    cursor = mirror["follow"](copy, cursor)

    assert not failures
    slugs = Surgeon.objects.values_list("slug", flat=True)
    assert copy == orjson.loads(orjson.dumps(records(slugs, site=live_server.url, lang="en")))
    assert 0 < len(copy) < SURGEONS
    assert int(cursor) > before + WRITERS * WRITES / 2  # those who were out and stay out leave no line
