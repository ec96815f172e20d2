"""A geocoding service that answers from a table, slot by slot like any of geopy's."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from geopy import geocoders
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.util import logger as geopy_logger

from directory.places import online
from directory.places.pacer import Pacer

ATLANTIS = Location("Atlantis Hall, 12 Coral Street, Atlantis, Florida 33462, United States", (26.59231, -80.10087), {})


class FakeService(Geocoder):
    """Answers `answer`, or raises it; `asked` keeps what was asked, `built_with` what it was configured with."""

    answer: Any = ATLANTIS
    asked: list[str] = []
    built_with: dict[str, Any] = {}

    def __init__(self, *, timeout: Any, adapter_factory: Callable[..., Any], domain: str = "") -> None:
        super().__init__(timeout=timeout, adapter_factory=adapter_factory)
        FakeService.built_with = {"timeout": timeout, "domain": domain}

    def geocode(self, query: str) -> Any:
        FakeService.asked.append(query)
        geopy_logger.debug("asking for %s", query)  # as geopy does
        if isinstance(FakeService.answer, Exception):
            raise FakeService.answer
        return FakeService.answer


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[type[FakeService]]:
    """The fake, configured by its name as a real one would be, with an empty cache and no pause between questions."""
    monkeypatch.setitem(geocoders.SERVICE_TO_GEOCODER, "fake", FakeService)
    monkeypatch.setattr(online, "pacer", Pacer(pause=0, longest_wait=0, rest=60))
    monkeypatch.setattr(FakeService, "answer", ATLANTIS)
    monkeypatch.setattr(FakeService, "asked", [])
    settings.GEOCODER = "fake"
    settings.GEOCODER_OPTIONS = {}
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": str(id(monkeypatch))}
    }
    geopy_logger.setLevel(logging.NOTSET)
    online.geocoder.cache_clear()
    yield FakeService
    online.geocoder.cache_clear()
