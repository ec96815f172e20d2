"""What is recognised by its form alone: ZIPs, Canadian postal codes and positions."""

from __future__ import annotations

import dataclasses
import functools
import re

from directory.places import store
from directory.places.place import Place, Resolution
from directory.places.point import Point

ZIP = re.compile(r"(?<![\w.-])(\d{5})(?:[-– ]?\d{4})?(?![\w.])")
SHORT_ZIP = re.compile(r"(?:zip(?: ?code)?[ :]*)?(\d{3,4})(?:-\d{4})?", re.I)
MISTYPED_ZIP = re.compile(r"[\dOoIl]{5}")
POSTAL = re.compile(r"(?<!\w)([A-Za-z]\d[A-Za-z])(?:[ -]?(\d[A-Za-z]\d))?(?!\w)")
MISTYPED_POSTAL = re.compile(r"([A-Za-z][\dOoIl][A-Za-z])(?:[ -]?([\dOoIl][A-Za-z][\dOoIl]))?")
NUMBER = r"([-+−]?\d{1,3}(?:\.\d+)?)\s*°?\s*"
POSITION = re.compile(rf"[(\[]?\s*{NUMBER}([NSns])?\s*[,; ]\s*{NUMBER}([EWew])?\s*[)\]]?")
DIGITS = str.maketrans("OoIl", "0011")
REACHES = (0.5, 1, 3)  # degrees looked around a position for a city: most find one in the first
POSITION_DIGITS = 2  # decimals kept of a position: about half a mile


def find_zip(text: str) -> Place | None:
    """The place of the last ZIP or ZIP+4 in a text that exists."""
    for found in reversed(ZIP.findall(text)):
        if place := _code(found):
            return place
    return None


def find_postal_code(text: str) -> Place | None:
    """The place of a Canadian postal code, or of its first half alone, anywhere in a text."""
    for found in POSTAL.finditer(text):
        if place := _code(found[1].upper()):
            return place
    return None


def mend_code(text: str) -> Resolution | None:
    """A ZIP whose leading zeros a spreadsheet ate, or a code with the letter O for a zero or l for a one."""
    candidates = []
    if short := SHORT_ZIP.fullmatch(text):
        candidates.append(short[1].zfill(5))
    if MISTYPED_ZIP.fullmatch(text):
        candidates.append(text.translate(DIGITS))
    if mistyped := MISTYPED_POSTAL.fullmatch(text):
        first = mistyped[1]
        candidates.append((first[0] + first[1].translate(DIGITS) + first[2]).upper())
    for candidate in candidates:
        if place := _code(candidate):
            return Resolution(outcome="found", text=text, place=place, corrected=place.label)
    return None


def find_position(text: str) -> Place | None:
    """A typed "latitude, longitude", rounded; None for anything else and for what is off the globe."""
    found = POSITION.fullmatch(text)
    if not found or ("." not in text and "," not in text and "°" not in text):
        return None
    lat, lng = (float(found[part].replace("−", "-")) for part in (1, 3))
    if (found[2] or "").upper() == "S":
        lat = -lat
    if (found[4] or "").upper() == "W":
        lng = -lng
    try:
        return position(Point(lat=lat, lng=lng))
    except ValueError:
        return None


def position(point: Point) -> Place:
    """A place that is a bare position, named after what it is near."""
    point = point.rounded(POSITION_DIGITS)
    near = nearest(point)
    return Place(
        name=f"{point.lat}, {point.lng}", kind="position", region=near.region if near else "",
        country=near.country if near else "", point=point, locality=near.name if near else "",
    )  # fmt: skip


@functools.lru_cache(maxsize=2_000)
def nearest(point: Point) -> Place | None:
    """The city a position is in or near: a large city reaches up to four miles further than its middle.

    Only cities of 5,000 people and more count. None where there is none within about three degrees.
    """
    for degrees in REACHES:
        if around := store.sizable_around(point, degrees):
            best = min(around, key=lambda city: city.miles_from(point) - min(4, 0.004 * city.population**0.5))
            if degrees == REACHES[-1] or best.miles_from(point) < store.miles_east(degrees, point):
                return store.place_of(best)
    return None


def in_address(place: Place) -> Place:
    """The place of a code or a town, as far as it says where an address is."""
    return dataclasses.replace(place, kind="address", approximate=True, radius_miles=None)


def _code(spelt: str) -> Place | None:
    for match in store.named(spelt.lower(), limit=3):
        if match.place.kind in ("zip", "postal_code"):
            return match.place
    return None
