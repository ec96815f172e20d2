from __future__ import annotations

import datetime as dt

import pytest

from directory.api.contract.openapi import ReadSchema
from directory.api.deprecation import Deprecation
from directory.api.searching import Search
from directory.api.urls import urlpatterns
from tests.api.conftest import Ask

pytestmark = pytest.mark.django_db
GOING = Deprecation(since=dt.date(2027, 1, 1), until=dt.date(2028, 1, 31), instead="https://finder.example.org/v2")


@pytest.mark.parametrize("asked", [{}, {"radius": "far"}])
def test_what_has_to_go_says_so_with_every_answer(ask: Ask, monkeypatch, asked: dict[str, str]):
    monkeypatch.setattr(Search, "deprecated", GOING)

    response = ask("surgeons/", **asked)

    assert response["Deprecation"] == "@1798761600"
    assert response["Sunset"] == "Mon, 31 Jan 2028 23:59:59 GMT"
    assert response["Link"].startswith('<https://finder.example.org/v2>; rel="deprecation"')
    assert {"Sunset", "Deprecation"} <= set(response["Access-Control-Expose-Headers"].split(", "))
    assert "Sunset" not in ask("treatments/")


def test_the_schema_says_it_too(monkeypatch):
    schema = ReadSchema()
    schema.view = Search()
    assert not schema.is_deprecated()
    monkeypatch.setattr(Search, "deprecated", GOING)
    assert schema.is_deprecated()


def test_nothing_goes_within_a_year_of_its_notice():
    for route in urlpatterns:
        going = route.callback.view_class.deprecated
        assert going is None or going.until - going.since >= dt.timedelta(days=365)
