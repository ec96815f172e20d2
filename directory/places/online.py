"""An online geocoder behind the gazetteer: any service that geopy knows, timed, paced and remembered.

Settings: GEOCODER (a service of geopy by name, "nominatim"; none by default), GEOCODER_OPTIONS (what its class takes),
GEOCODER_TIMEOUT_SECONDS. What was typed leaves the machine only when GEOCODER is set, and is never logged or stored:
the cache knows a keyed hash of the question.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import hmac
import logging
import re
from typing import Any

from geopy.adapters import URLLibAdapter
from geopy.exc import GeocoderQueryError
from geopy.geocoders import get_geocoder_for_service
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.util import logger as geopy_logger

from directory.places.address import STREET
from directory.places.conf import cache, setting
from directory.places.normalise import key
from directory.places.pacer import Pacer, TooBusy
from directory.places.place import Place
from directory.places.point import Point
from directory.places.regions import state_keys

TIMEOUT_SECONDS = 3.0
REMEMBERED_SECONDS = 30 * 24 * 3600
NOTHING = "nothing"  # what is remembered where the service knew no place

logger = logging.getLogger(__name__)
pacer = Pacer(pause=1.0, longest_wait=2.0, rest=30.0)


class Unavailable(Exception):
    """The service was asked, or was to be, and gave no answer."""


def is_configured() -> bool:
    return bool(setting("GEOCODER"))


def locate(text: str) -> Place | None:
    """What the configured service says a text means; None where it knows nothing. Raises Unavailable."""
    name = _remembered_as(text)
    known = _recall(name)
    if known is None:
        known = _ask(text) or NOTHING
        with contextlib.suppress(Exception):  # a cache that is down only means asking again
            cache().set(name, known, REMEMBERED_SECONDS)
    return known if isinstance(known, Place) else None


def _recall(name: str) -> Any:
    with contextlib.suppress(Exception):
        return cache().get(name)
    return None


def _ask(text: str) -> Place | None:
    service = setting("GEOCODER")
    try:
        pacer.wait()
    except TooBusy as busy:
        raise Unavailable(str(busy)) from None
    try:
        location = geocoder(service, tuple(sorted(setting("GEOCODER_OPTIONS", {}).items()))).geocode(text)
        return _place(location) if location else None
    except GeocoderQueryError:  # it understood that it understands nothing
        return None
    except Exception as error:  # whatever breaks in or behind a service, a visitor is told so and goes on
        pacer.let_it_rest()
        kind = type(error).__name__  # its message and its traceback may quote what was typed
        logger.warning("The geocoder %s gave no answer: %s", service, kind)
        raise Unavailable(kind) from None


@functools.lru_cache(maxsize=4)
def geocoder(service: str, options: tuple[tuple[str, Any], ...]) -> Geocoder:
    """The service of geopy by that name. Raises GeocoderNotFound, or TypeError for options it does not take."""
    geopy_logger.setLevel(logging.WARNING)  # at DEBUG it writes down every address it asks for
    # The adapter is named, because geopy's own choice retries or not depending on what is installed.
    usual = {"timeout": setting("GEOCODER_TIMEOUT_SECONDS", TIMEOUT_SECONDS), "adapter_factory": URLLibAdapter}
    return get_geocoder_for_service(service)(**usual, **dict(options))


def _place(location: Location) -> Place:
    """A place from an answer: its address read backwards for the state, its point to about half a mile."""
    parts = [part.strip() for part in (location.address or "").split(",")]
    spelt = (key(re.sub(r"\d+", " ", part)) for part in reversed(parts))
    region, country = next((state_keys()[part] for part in spelt if part in state_keys()), ("", ""))
    named = [part for part in parts if part and not re.search(r"\d", part) and not STREET.search(part)]
    point = Point(lat=location.latitude, lng=location.longitude).rounded()
    return Place(name=(named or parts)[0], kind="address", region=region, country=country, point=point)


def _remembered_as(text: str) -> str:
    """A name for the cache from which the text cannot be read, nor guessed by whoever lacks the secret key."""
    secret = str(setting("SECRET_KEY", "")).encode()
    asked = f"{setting('GEOCODER')}\n{key(text)}".encode()
    return "place-" + hmac.new(secret, asked, hashlib.sha256).hexdigest()
