"""The gazetteer as a geopy geocoder, for whatever expects one."""

from __future__ import annotations

from typing import Any

from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point as GeopyPoint

from directory.places.codes import nearest
from directory.places.offline import resolve
from directory.places.place import Place
from directory.places.point import Point


class Gazetteer(Geocoder):
    """Geocodes from the committed tables: no network, no key, no wait. `Location.raw` is the `Place`."""

    def __init__(self, *, timeout: Any = DEFAULT_SENTINEL, user_agent: str | None = None) -> None:
        super().__init__(timeout=timeout, user_agent=user_agent)

    def geocode(self, query: str, exactly_one: bool = True, *, timeout: Any = DEFAULT_SENTINEL) -> Any:
        """The likeliest `Location` of a text or None, or with `exactly_one=False` all that it may mean."""
        answer = resolve(query)
        if not answer.place:
            return None
        if exactly_one:
            return _location(answer.place)
        return [_location(place) for place in (answer.place, *answer.alternatives)]

    def reverse(self, query: Any, exactly_one: bool = True, *, timeout: Any = DEFAULT_SENTINEL) -> Any:
        """The city of 5,000 people or more that a point is in or near. `query` is whatever geopy takes for a point."""
        given = GeopyPoint(query)
        place = nearest(Point(lat=given.latitude, lng=given.longitude))
        if place is None:
            return None
        return _location(place) if exactly_one else [_location(place)]


def _location(place: Place) -> Location:
    return Location(place.label, (place.point.lat, place.point.lng), place)
