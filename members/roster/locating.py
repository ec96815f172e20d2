"""Where an office is, from the gazetteer alone: its ZIP or postal code, or else its city, and which of the two."""

from __future__ import annotations

import functools

from directory.models import Practice
from directory.places import Gazetteer, Place
from directory.places.regions import PROVINCES, US_STATES, country_name
from members.roster.draft import Fields

SOURCE = "gazetteer"
_gazetteer = Gazetteer()


def region_code(text: str, country: str) -> str:
    """IL for "IL", "il" and "Illinois". Raises ValueError for a state or province that is none."""
    names = {"US": US_STATES, "CA": PROVINCES}.get(country)
    if names is None or not text:
        return text
    code = text.strip(" .").upper()
    if code in names:
        return code
    for known, name in names.items():
        if name.casefold() == text.casefold():
            return known
    raise ValueError(f"“{text}” is not a state or province. Write its two letters, such as IL.")


def point(*, city: str, region: str, postal_code: str, country: str) -> tuple[Fields, str]:
    """Latitude, longitude, source and exactness, and a note where the postal code could not be used.

    A code that lies in another state than the row says was mistyped: the city decides. Raises ValueError where
    neither is known.
    """
    coded = _look(postal_code) if postal_code and country in ("US", "CA") else None
    if (
        coded
        and coded.kind in ("zip", "postal_code")
        and (coded.country, coded.region) == (country, region or coded.region)
    ):
        return _fields(coded, Practice.Exactness.POSTAL_CODE), ""
    town = _look(f"{city}, {region}" if region else f"{city}, {country_name(country)}") if city else None
    if not town or town.kind != "city" or town.country != country or (region and town.region not in ("", region)):
        raise ValueError("Neither the postal code nor the city is known to the gazetteer. Correct one of them.")
    doubt = f"{postal_code} is not a postal code there that the gazetteer knows; the point is the city's."
    return _fields(town, Practice.Exactness.CITY), doubt if postal_code and country in ("US", "CA") else ""


@functools.lru_cache(maxsize=4_000)
def _look(text: str) -> Place | None:
    found = _gazetteer.geocode(text)
    return found.raw if found else None


def _fields(place: Place, exactness: str) -> Fields:
    return {
        "lat": place.point.lat, "lng": place.point.lng, "point_source": SOURCE, "exactness": str(exactness),
    }  # fmt: skip
