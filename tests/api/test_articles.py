from __future__ import annotations

import datetime as dt

import pytest

from tests.api.conftest import Ask
from tests.api.shapes import assert_fits
from tests.factories import make_article, make_surgeon

pytestmark = pytest.mark.django_db


def slugs(answer: dict) -> list[str]:
    return [one["slug"] for one in answer["results"]]


def test_articles_are_listed_and_narrowed(ask: Ask):
    make_article("peels", treatments=["chemical-peel"], concerns=["large-pores"])
    make_article("lifts", treatments=["facelift"], reviewed_on=dt.date(2026, 1, 2), reviewer="Dr. Example")

    everything = ask("articles/").json()

    assert_fits(everything, "Articles")
    assert slugs(everything) == ["lifts", "peels"]
    assert slugs(ask("articles/", treatment="facelift").json()) == ["lifts"]
    assert slugs(ask("articles/", concern="large-pores").json()) == ["peels"]
    assert slugs(ask("articles/", reviewed="true").json()) == ["lifts"]
    assert slugs(ask("articles/", reviewed="false").json()) == ["peels"]


def test_an_article_is_shown_with_its_listed_contributors_only(ask: Ask):
    listed, hidden = make_surgeon(), make_surgeon(listed=False)
    make_article("peels", contributors=[listed, hidden])

    answer = ask("articles/peels/").json()

    assert_fits(answer, "ArticleDetail")
    assert [one["slug"] for one in answer["contributors"]] == [listed.slug]
    assert answer["contents"][0] == {"id": "what-it-is", "heading": "What it is"}


def test_a_draft_is_not_shown(ask: Ask):
    make_article("peels", state="draft")
    assert slugs(ask("articles/").json()) == []
    assert ask("articles/peels/").status_code == 404
