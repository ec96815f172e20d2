from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from directory.search.upkeep import bump
from tests.api.conftest import Ask
from tests.factories import make_article, make_concern, make_surgeon

pytestmark = pytest.mark.django_db
READS = [
    "surgeons/", "surgeons/robin-marlowe/", "treatments/", "treatments/chemical-peel/", "concerns/",
    "concerns/large-pores/", "articles/", "articles/peels/", "suggest/treatments/?q=peel", "suggest/places/?q=winn",
    "places/?q=60093", "changes/", "export/surgeons.ndjson", "export/surgeons.csv",
    "sandbox/found/surgeons/",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _records(db: None) -> None:
    make_concern("large-pores", treatments=["chemical-peel"])
    make_article("peels")
    make_surgeon(given_name="Robin", family_name="Marlowe")


@pytest.mark.parametrize("path", [*(f"/api/v1/{one}" for one in READS), "/api/schema/"])
class TestEveryRead:
    def test_says_how_long_it_holds_and_to_whom(self, client: Client, path: str):
        response = client.get(path)

        assert response.status_code == 200
        assert response["Cache-Control"].startswith("public, max-age=")
        assert response["ETag"].startswith('W/"')
        assert response["Last-Modified"].endswith(" GMT")
        assert response["Content-Language"] == "en"
        assert "Cookie" not in response["Vary"]
        assert not response.cookies

    def test_is_not_sent_twice_to_who_has_it(self, client: Client, path: str):
        first = client.get(path)
        for headers in (
            {"If-None-Match": first["ETag"]},
            {"If-None-Match": f'"other", {first["ETag"].removeprefix("W/")}'},
            {"If-Modified-Since": first["Last-Modified"]},
        ):
            second = client.get(path, headers=headers)
            assert (second.status_code, second.content) == (304, b"")
            for name in ("ETag", "Last-Modified", "Cache-Control", "Content-Language", "Vary"):
                assert second[name] == first[name]

    @pytest.mark.parametrize("what", ["listings", "vocabulary", "articles"])
    def test_is_sent_again_when_anything_has_changed(self, client: Client, path: str, what: str):
        tag = client.get(path)["ETag"]
        bump(what)
        assert client.get(path, headers={"If-None-Match": tag}).status_code == 200

    def test_is_sent_again_when_the_day_has_changed(self, client: Client, path: str):
        tag = client.get(path)["ETag"]
        with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=1), tick=False):
            assert client.get(path, headers={"If-None-Match": tag}).status_code == 200

    def test_answers_head_with_the_same_headers_and_no_body(self, client: Client, path: str):
        get, head = client.get(path), client.head(path)
        assert (head.status_code, b"".join(head)) == (200, b"")
        assert head["ETag"] == get["ETag"]

    def test_may_be_read_from_any_site(self, client: Client, path: str):
        response = client.get(path, headers={"Origin": "https://clinic.example"})
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "ETag" in response["Access-Control-Expose-Headers"]

        asked = client.options(path, headers={"Access-Control-Request-Method": "GET"})
        assert asked.status_code == 204
        assert asked["Access-Control-Allow-Methods"] == asked["Allow"] == "GET, HEAD, OPTIONS"


def test_varies_with_accept_language_only_where_lang_is_not_given(ask: Ask):
    assert "Accept-Language" in ask("treatments/")["Vary"]
    assert "Accept-Language" not in ask("treatments/", lang="es").get("Vary", "")


def test_a_search_that_the_asker_has_is_not_run(ask: Ask, monkeypatch):
    tag = ask("surgeons/", place="60093")["ETag"]
    monkeypatch.setattr("directory.api.searching.search", lambda criteria: pytest.fail("it was run"))
    with CaptureQueriesContext(connection) as queries:
        assert ask("surgeons/", place="60093", If_None_Match=tag).status_code == 304
    assert len(queries) == 1  # the revisions


def test_other_questions_have_other_tags(ask: Ask):
    tags = [
        ask("surgeons/")["ETag"],
        ask("surgeons/", place="60093")["ETag"],
        ask("surgeons/", Accept_Language="es")["ETag"],
        ask("surgeons/", Accept="application/geo+json")["ETag"],
    ]
    assert len(set(tags)) == len(tags)


def test_a_date_does_not_hide_that_nobody_is_there(ask: Ask):
    late = "Fri, 01 Jan 2100 00:00:00 GMT"
    assert ask("surgeons/nobody/", If_Modified_Since=late).status_code == 404
    assert ask("surgeons/", radius="x", If_Modified_Since=late).status_code == 400


def test_a_date_that_is_none_counts_as_not_given(ask: Ask):
    assert ask("surgeons/", If_Modified_Since="yesterday").status_code == 200


def test_nothing_under_api_sets_a_cookie_or_reads_one(client: Client):
    client.cookies["sessionid"] = "x" * 32
    response = client.get("/api/v1/surgeons/")
    assert "Cookie" not in response["Vary"]
    assert "Set-Cookie" not in response
