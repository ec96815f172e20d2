"""An online geocoder behind the gazetteer: any service that geopy knows, paced, timed and remembered.

Settings: GEOCODER (a service of geopy by name, "nominatim"; none by default), GEOCODER_OPTIONS (what its class takes,
`timeout` in seconds among them), GEOCODER_PAUSE (seconds between two questions), GEOCODER_MEMORY (seconds an answer is
kept in Django's cache). What was typed leaves the machine only when GEOCODER is set, and is never logged or stored:
the cache holds a keyed hash of it.
"""

from __future__ import annotations

import functools
import hashlib
import hmac
import re
import threading
import time
from typing import Any

from geopy.adapters import URLLibAdapter
from geopy.exc import GeopyError
from geopy.geocoders import get_geocoder_for_service
from geopy.geocoders.base import Geocoder

from directory.places.conf import cache, setting
from directory.places.normalise import key
from directory.places.place import Place
from directory.places.point import Point
from directory.places.regions import state_keys

TIMEOUT, PAUSE, MEMORY = 3.0, 1.0, 30 * 24 * 3600  # seconds
LONGEST_QUEUE = 5.0  # seconds: whoever would wait longer for the service hears that it is unavailable
NOTHING = "nothing"  # what is remembered where the service knew no place


class Unavailable(Exception):
    """The service was asked, or was to be, and gave no answer."""


def is_configured() -> bool:
    return bool(setting("GEOCODER"))


def locate(text: str) -> Place | None:
    """What the configured service says a text means; None where it knows nothing. Raises Unavailable."""
    store, name = cache(), _remembered_as(text)
    known = store.get(name) if store else None
    if known is None:
        known = _ask(text)
        if store:
            store.set(name, known, setting("GEOCODER_MEMORY", MEMORY))
    return None if known == NOTHING else known


def _ask(text: str) -> Place | str:
    try:
        geocoder = _geocoder(setting("GEOCODER"), tuple(sorted(setting("GEOCODER_OPTIONS", {}).items())))
        _pacer.wait(setting("GEOCODER_PAUSE", PAUSE))
        location = geocoder.geocode(text)
    except (GeopyError, OSError) as error:
        raise Unavailable(type(error).__name__) from None  # its message may quote the text
    if location is None:
        return NOTHING
    return _place(location.address or "", location.latitude, location.longitude)


@functools.lru_cache(maxsize=4)
def _geocoder(service: str, options: tuple[tuple[str, Any], ...]) -> Geocoder:
    # The adapter is named, because geopy's own choice retries or not depending on what is installed.
    return get_geocoder_for_service(service)(**{"timeout": TIMEOUT, "adapter_factory": URLLibAdapter, **dict(options)})


def _place(address: str, lat: float, lng: float) -> Place:
    """A place from a service's answer: its address read backwards for the state, the rest taken as it comes."""
    parts = [part.strip() for part in address.split(",")]
    spelt = (key(re.sub(r"\d+", " ", part)) for part in reversed(parts))
    region, country = next((state_keys()[part] for part in spelt if part in state_keys()), ("", ""))
    name = next((part for part in parts if part and not part[0].isdigit()), address)
    return Place(name=name, kind="address", region=region, country=country, point=Point(lat=lat, lng=lng),
                 approximate=False)  # fmt: skip


def _remembered_as(text: str) -> str:
    """A name for the cache from which the text cannot be read, nor guessed by whoever lacks the secret key."""
    secret = str(setting("SECRET_KEY", "")).encode()
    asked = f"{setting('GEOCODER')}\n{key(text)}".encode()
    return "place-" + hmac.new(secret, asked, hashlib.sha256).hexdigest()


class Pacer:
    """Lets questions through one by one, some time apart, from all threads of a process together."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.free_at = 0.0

    def wait(self, pause: float) -> None:
        """Sleep until it is this caller's turn. Raises Unavailable when that is too far off."""
        with self.lock:
            now = time.monotonic()
            turn = max(now, self.free_at)
            if turn - now > LONGEST_QUEUE:
                raise Unavailable("too many questions")
            self.free_at = turn + pause
        time.sleep(turn - now)


_pacer = Pacer()
