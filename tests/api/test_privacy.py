"""What was searched is told to nobody: no log, no cookie, no database, no other host."""

from __future__ import annotations

import logging

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from directory.api import freshness
from tests.api.conftest import Ask
from tests.factories import make_concern, make_surgeon

pytestmark = pytest.mark.django_db
SECRETS = {"treatment": "unmistakable worry", "name": "Unmistakable", "place": "Kenilworth, IL"}
QUESTIONS = [
    ("surgeons/", SECRETS),
    ("surgeons/", {"near": "42.087654,-87.714321"}),
    ("surgeons/", {"near": "42.087654;-87.714321"}),
    ("surgeons/", SECRETS | {"radius": "unmistakable"}),
    ("suggest/treatments/", {"q": "unmistakable worry"}),
    ("suggest/places/", {"q": "Kenilworth"}),
    ("places/", {"q": "Kenilworth, IL"}),
    ("unmistakable/", {}),
]
TELLING = ("unmistakable", "kenilworth", "42.087", "-87.714")


@pytest.mark.parametrize(("path", "question"), QUESTIONS)
def test_nothing_of_a_question_is_in_any_log(ask: Ask, path: str, question: dict[str, str], caplog, capfd):
    make_concern("large-pores", treatments=["chemical-peel"])
    make_surgeon()
    caplog.clear()
    with caplog.at_level(logging.INFO):
        ask(path, **question)
    out = capfd.readouterr()
    for told in (caplog.text, out.out, out.err):
        for secret in TELLING:
            if path == "unmistakable/" and secret == "unmistakable":
                continue  # a path is no question: it is what a server would log of any request
            assert secret not in told.lower()


@pytest.mark.parametrize(("path", "question"), QUESTIONS)
def test_a_question_sets_no_cookie(client: Client, path: str, question: dict[str, str]):
    response = client.get(f"/api/v1/{path}", question)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_nothing_of_a_question_is_kept_in_the_database(ask: Ask):
    make_surgeon()
    cache.clear()
    freshness._first_seen.cache_clear()
    for path, question in QUESTIONS:
        ask(path, **question)
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM cache")
        kept = str(cursor.fetchall()).lower()
    for secret in TELLING:
        assert secret not in kept
    assert "first-seen" in kept  # the table was looked at, and holds what it may


def test_a_position_goes_no_further_than_two_decimals(ask: Ask):
    make_surgeon()
    response = ask("surgeons/", near="42.087654,-87.714321")
    assert "42.0876" not in response.content.decode()
    assert response.json()["query"]["near"] == {"lat": 42.09, "lng": -87.71}
