"""The read model follows the records in the same transaction, and the log tells what happened to it."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.db import transaction

from directory.models import Change, Listing, Revision, today
from directory.search import upkeep
from tests.factories import make_practice, make_surgeon

pytestmark = pytest.mark.django_db


def log() -> list[tuple[str, str, str]]:
    return [(one.slug, one.kind, one.reason) for one in Change.objects.all()]


class TestRefresh:
    def test_writes_a_row_for_each_practice_of_a_listed_surgeon(self):
        surgeon = make_surgeon(practices=3)
        assert Listing.objects.filter(surgeon=surgeon).count() == 3

    def test_writes_nothing_for_a_surgeon_who_is_not_listed(self):
        make_surgeon(listed=False)
        assert not Listing.objects.exists()
        assert log() == []

    def test_takes_out_a_surgeon_who_withdraws_and_logs_why(self):
        surgeon = make_surgeon(slug="robin-alder")
        surgeon.consented_on = None
        surgeon.save()
        assert upkeep.refresh([surgeon.pk], reason="consent withdrawn") == 0
        assert not Listing.objects.exists()
        assert log()[-1] == ("robin-alder", "removal", "consent withdrawn")

    def test_logs_one_change_a_surgeon_however_many_practices(self):
        surgeon = make_surgeon(slug="robin-alder", practices=2)
        before = len(log())
        make_practice(surgeon)
        assert log()[before:] == [("robin-alder", "upsert", "test")]

    def test_is_undone_with_the_write_that_failed(self):
        surgeon = make_surgeon()
        rows, changes, revision = Listing.objects.count(), len(log()), Revision.objects.get(name="listings").value

        def fails() -> None:
            with transaction.atomic():
                surgeon.practices.all().delete()
                upkeep.refresh([surgeon.pk], reason="moved")
                raise ArithmeticError

        with pytest.raises(ArithmeticError):
            fails()
        assert (Listing.objects.count(), len(log())) == (rows, changes)
        assert Revision.objects.get(name="listings").value == revision

    def test_numbers_the_log_without_gaps(self):
        for _ in range(3):
            make_surgeon(practices=2)
        numbers = list(Change.objects.values_list("number", flat=True))
        assert numbers == list(range(numbers[0], numbers[0] + 3))
        assert Revision.objects.get(name="listings").value == numbers[-1]


class TestRebuild:
    def test_writes_the_same_rows_again(self):
        make_surgeon(practices=2)
        make_surgeon(listed=False)
        before = list(
            Listing.objects.order_by("practice_id").values("practice_id", "card", "flags", "p0", "listed_until")
        )
        Listing.objects.all().delete()
        seen: list[int] = []
        assert upkeep.rebuild(progress=seen.append) == 1
        after = Listing.objects.order_by("practice_id").values("practice_id", "card", "flags", "p0", "listed_until")
        assert list(after) == before
        assert sum(seen) == 2


class TestTheDailyJob:
    def test_finds_the_surgeons_whose_rows_say_more_than_holds(self):
        ends = make_surgeon(certificate_expires=today())
        make_surgeon()
        assert upkeep.lapsed() == []
        with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=1)):
            assert upkeep.lapsed() == [ends.pk]
            upkeep.refresh(upkeep.lapsed(), reason="certificate ended")
            assert upkeep.lapsed() == []
        assert not Listing.objects.filter(surgeon=ends).exists()
        assert log()[-1] == (ends.slug, "removal", "certificate ended")
