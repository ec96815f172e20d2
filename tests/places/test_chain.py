"""The gazetteer first; a service, where one is configured, only for what the gazetteer does not know."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from django.core.cache import caches
from geopy.exc import GeocoderQueryError, GeocoderServiceError, GeocoderTimedOut

from directory.places import online, resolve
from directory.places.pacer import Pacer
from tests.places.conftest import FakeService

UNHEARD_OF = "Xyzzyx Qwertzu Hall"


def test_nothing_is_asked_by_default():
    assert resolve(UNHEARD_OF).outcome == "unknown"


def test_an_unknown_place_is_asked_of_the_service(service: type[FakeService]):
    answer = resolve(UNHEARD_OF)
    assert answer.outcome == "found"
    assert answer.place
    assert (answer.place.name, answer.place.region, answer.place.country) == ("Atlantis Hall", "FL", "US")
    assert (answer.place.point.lat, answer.place.point.lng) == (26.59, -80.1), "rounded to about half a mile"


@pytest.mark.parametrize("text", ["Winnetka", "60093", "Springfield", "12 Oak Street, Winnetka, IL", "", "!!!", "💥"])
def test_what_the_gazetteer_knows_and_what_is_no_text_is_never_asked(service: type[FakeService], text: str):
    resolve(text)
    assert service.asked == []


def test_the_same_question_is_asked_once(service: type[FakeService]):
    first, second = resolve(UNHEARD_OF), resolve(UNHEARD_OF.upper() + " ")
    assert first.place == second.place
    assert len(service.asked) == 1


def test_that_a_service_knows_nothing_is_remembered_too(service: type[FakeService]):
    service.answer = None
    assert [resolve(UNHEARD_OF).outcome for _ in range(2)] == ["unknown", "unknown"]
    assert len(service.asked) == 1


def test_a_question_the_service_cannot_read_is_an_unknown_place(service: type[FakeService]):
    service.answer = GeocoderQueryError("bad request")
    assert resolve(UNHEARD_OF).outcome == "unknown"


@pytest.mark.parametrize(
    "outage", [GeocoderTimedOut("slow"), GeocoderServiceError("500"), ConnectionResetError(), KeyError("results")]
)
def test_a_service_that_breaks_is_unavailable_not_unknown(service: type[FakeService], outage: Exception):
    service.answer = outage
    answer = resolve(UNHEARD_OF)
    assert (answer.outcome, answer.place) == ("unavailable", None)


def test_after_an_outage_the_service_is_left_alone_and_nothing_is_remembered(
    service: type[FakeService], monkeypatch: pytest.MonkeyPatch
):
    service.answer = GeocoderTimedOut("slow")
    assert [resolve(UNHEARD_OF).outcome for _ in range(3)] == ["unavailable"] * 3
    assert len(service.asked) == 1
    service.answer = None
    monkeypatch.setattr(online, "pacer", Pacer(pause=0, longest_wait=0, rest=60))  # rested
    assert resolve(UNHEARD_OF).outcome == "unknown"


def test_questions_that_come_too_fast_are_turned_away(service: type[FakeService], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(online, "pacer", Pacer(pause=60, longest_wait=1, rest=60))
    assert resolve(UNHEARD_OF).outcome == "found"
    assert resolve("Plugh Zzyzxian Manor").outcome == "unavailable"
    assert len(service.asked) == 1


def test_a_service_that_does_not_exist_is_unavailable(service: type[FakeService], settings):
    settings.GEOCODER = "no-such-service"
    assert resolve(UNHEARD_OF).outcome == "unavailable"


def test_a_cache_that_is_down_only_means_asking_again(service: type[FakeService], settings):
    settings.CACHES = {"default": {"BACKEND": "tests.places.broken_cache.BrokenCache"}}
    assert [resolve(UNHEARD_OF).outcome for _ in range(2)] == ["found", "found"]
    assert len(service.asked) == 2


def test_its_options_and_timeout_reach_the_service(service: type[FakeService], settings):
    settings.GEOCODER_OPTIONS = {"domain": "geo.example.org"}
    settings.GEOCODER_TIMEOUT_SECONDS = 1.5
    resolve(UNHEARD_OF)
    assert service.built_with == {"timeout": 1.5, "domain": "geo.example.org"}


def test_what_was_typed_is_neither_logged_nor_stored(service: type[FakeService], caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.DEBUG):
        resolve(UNHEARD_OF)
        service.answer = GeocoderServiceError(f"no answer for {UNHEARD_OF}")
        resolve(UNHEARD_OF + " annex")
    assert "gave no answer: GeocoderServiceError" in caplog.text
    assert "Xyzzyx" not in caplog.text
    stored: Any = caches["default"]
    assert stored._cache
    assert not any("xyzzyx" in repr(entry).lower() for entry in stored._cache.items())
