from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.api import exports
from directory.api.records import records
from tests.api.conftest import Ask
from tests.api.shapes import assert_fits
from tests.factories import make_surgeon

pytestmark = pytest.mark.django_db


def lines(response: Any) -> list[dict]:
    return [json.loads(line) for line in b"".join(response.streaming_content).splitlines()]


def rows(response: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode())))


def test_everybody_who_is_listed_is_exported_as_their_record(ask: Ask, monkeypatch):
    monkeypatch.setattr(exports, "BATCH", 2)  # several batches
    slugs = [make_surgeon(practices=2).slug for _ in range(5)]
    make_surgeon(listed=False)

    exported = lines(ask("export/surgeons.ndjson"))

    assert [one["slug"] for one in exported] == slugs
    for one in exported:
        assert_fits(one, "Surgeon")
    assert exported[0] == ask(f"surgeons/{slugs[0]}/").json()


def test_the_table_has_a_line_a_surgeon_and_office(ask: Ask):
    surgeon = make_surgeon(practices=2, languages=["en", "es"], procedures=["chemical-peel", "facelift"])

    exported = rows(ask("export/surgeons.csv"))

    assert [one["slug"] for one in exported] == [surgeon.slug] * 2
    assert list(exported[0]) == list(exports.COLUMNS)
    assert exported[0]["languages"] == "en;es"
    assert exported[0]["procedures"] == "chemical-peel;facelift"
    assert exported[0]["phone"] == "+13125550142"
    assert float(exported[1]["lat"]) == pytest.approx(float(exported[0]["lat"]) + 0.1)


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(text: str):
    assert exports.harmless(text) == f"'{text}"


@pytest.mark.parametrize("value", ["+13125550142", "Plain", "", None, -87.7, 2008])
def test_other_cells_are_as_they_are(value: Any):
    assert exports.harmless(value) == value


@pytest.mark.parametrize("path", ["export/surgeons.ndjson", "export/surgeons.csv"])
def test_an_export_joins_to_the_log(ask: Ask, path: str, client):
    make_surgeon()
    response = ask(path)
    later = make_surgeon()

    [change] = ask("changes/", since=response["Snapshot-Cursor"]).json()["changes"]

    assert change["slug"] == later.slug
    assert f"since={response['Snapshot-Cursor']}>" in response["Link"]


@pytest.mark.parametrize("count", [3, 9])
def test_a_batch_costs_the_same_queries_whatever_its_size(ask: Ask, count: int):
    for _ in range(count):
        make_surgeon()
    ask("surgeons/")
    with CaptureQueriesContext(connection) as queries:
        assert len(lines(ask("export/surgeons.ndjson"))) == count
    # revisions twice; a batch of ids, its surgeons, five prefetches; the batch that is empty
    assert len(queries) <= 10, [query["sql"][:90] for query in queries]


def test_an_export_is_streamed_a_batch_at_a_time(ask: Ask, monkeypatch):
    monkeypatch.setattr(exports, "BATCH", 2)
    for _ in range(6):
        make_surgeon()
    response = ask("export/surgeons.ndjson")
    asked: list[list[str]] = []

    def watched(slugs: Iterable[str], **rest: Any) -> dict[str, Any]:
        asked.append(list(slugs))
        return records(slugs, **rest)

    monkeypatch.setattr(exports, "records", watched)

    next(iter(response.streaming_content))

    assert [len(slugs) for slugs in asked] == [2]
