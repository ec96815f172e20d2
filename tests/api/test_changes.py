from __future__ import annotations

import pytest

from directory.models import Surgeon
from directory.search.upkeep import refresh
from tests.api.conftest import Ask
from tests.api.shapes import assert_fits
from tests.factories import make_surgeon

pytestmark = pytest.mark.django_db


def delist(surgeon: Surgeon) -> None:
    Surgeon.objects.filter(pk=surgeon.pk).update(do_not_list=True)
    refresh([surgeon.pk], reason="asked not to be listed")


def test_the_log_begins_at_the_beginning_and_goes_on_where_it_ended(ask: Ask, client):
    surgeons = [make_surgeon() for _ in range(5)]

    answer = ask("changes/", limit="2").json()
    seen = []
    while True:
        assert_fits(answer, "Changes")
        seen += [one["slug"] for one in answer["changes"]]
        if not answer["more"]:
            break
        answer = client.get(answer["next"]).json()

    assert seen == [surgeon.slug for surgeon in surgeons]
    assert client.get(answer["next"]).json()["changes"] == []


def test_who_leaves_the_list_is_a_removal_without_a_record(ask: Ask):
    surgeon = make_surgeon()
    cursor = ask("changes/").json()["cursor"]
    delist(surgeon)

    [change] = ask("changes/", since=cursor).json()["changes"]

    assert (change["kind"], change["slug"], change["surgeon"]) == ("removal", surgeon.slug, None)
    assert change["reason"] == "asked not to be listed"


def test_an_old_upsert_of_who_has_left_since_carries_no_record(ask: Ask):
    surgeon = make_surgeon()
    delist(surgeon)
    first, second = ask("changes/").json()["changes"]
    assert (first["kind"], first["surgeon"]) == ("upsert", None)
    assert second["kind"] == "removal"


def test_an_upsert_carries_the_record(ask: Ask):
    surgeon = make_surgeon()
    [change] = ask("changes/").json()["changes"]
    assert change["surgeon"] == ask(f"surgeons/{surgeon.slug}/").json()


def test_a_copy_kept_by_the_log_is_the_list(ask: Ask):
    surgeons = [make_surgeon() for _ in range(6)]
    delist(surgeons[1])
    refresh([surgeons[2].pk], reason="edited")

    copy: dict[str, dict] = {}
    for change in ask("changes/").json()["changes"]:
        if change["surgeon"]:
            copy[change["slug"]] = change["surgeon"]
        else:
            copy.pop(change["slug"], None)

    assert set(copy) == {one["slug"] for one in ask("surgeons/").json()["results"]}
    assert len(copy) == 5
