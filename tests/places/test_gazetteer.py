"""The gazetteer behind geopy's own interface."""

from __future__ import annotations

import pytest
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from hypothesis import given
from hypothesis import strategies as st

from directory.places import Gazetteer, Place, Point, nearest


def test_it_is_a_geocoder_that_geopys_own_tools_take():
    gazetteer = Gazetteer()
    assert isinstance(gazetteer, Geocoder)
    location = RateLimiter(gazetteer.geocode, min_delay_seconds=0)("Winnetka, IL")
    assert isinstance(location, Location)
    assert location.address == "Winnetka, Illinois"
    assert isinstance(location.raw, Place)
    assert (location.latitude, location.longitude) == (location.raw.point.lat, location.raw.point.lng)


def test_it_returns_all_that_a_name_may_mean_when_asked_to():
    locations = Gazetteer().geocode("Springfield", exactly_one=False)
    assert locations[0].address == "Springfield, Missouri"
    assert "Springfield, Illinois" in [location.address for location in locations]


def test_an_unknown_place_is_none():
    assert Gazetteer().geocode("asdfghjkl") is None


@pytest.mark.parametrize("position", [(42.1, -87.73), "42.1, -87.73"])
def test_a_position_is_reversed_to_the_city_around_it(position: object):
    assert Gazetteer().reverse(position).address == "Winnetka, Illinois"
    assert [one.address for one in Gazetteer().reverse(position, exactly_one=False)] == ["Winnetka, Illinois"]


def test_in_the_middle_of_the_ocean_there_is_no_city():
    assert Gazetteer().reverse((-45, -130)) is None


@given(lat=st.floats(-90, 90), lng=st.floats(-180, 180))
def test_the_nearest_city_is_near_itself(lat: float, lng: float):
    city = nearest(Point(lat=lat, lng=lng))
    if city is None:
        return
    again = Gazetteer().reverse((city.point.lat, city.point.lng)).raw
    assert again.point.miles_to(city.point) <= 4, "a larger neighbour reaches at most four miles further"
