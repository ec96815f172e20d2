from __future__ import annotations

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st

from directory.places import Point
from directory.places.point import METRES_PER_MILE
from directory.search.geometry import Circle, arc_miles, band

points = st.builds(Point, lat=st.floats(-89, 89), lng=st.floats(-180, 180))


def chord_squared(one: Point, other: Point) -> float:
    return sum((a - b) ** 2 for a, b in zip(one.earth_centred(), other.earth_centred(), strict=True))


@given(one=points, bearing=st.floats(0, 360), miles=st.floats(0.01, 500))
def test_the_arc_over_the_chord_is_the_geodesic_within_7_metres_up_to_500_miles(one, bearing, miles):
    end = geodesic(miles=miles).destination((one.lat, one.lng), bearing)
    other = Point(lat=end.latitude, lng=max(-180, min(180, end.longitude)))
    error = abs(arc_miles(chord_squared(one, other)) - miles) * METRES_PER_MILE
    # 5 cm at 100 miles, 40 cm at 200, 7 m at 500: the error grows with the cube of the distance.
    assert error <= 0.01 + 7 * (miles / 500) ** 3


@given(centre=points, bearing=st.floats(0, 360), share=st.floats(0, 1), miles=st.floats(0.1, 3000))
def test_the_window_of_a_circle_holds_every_point_of_it(centre, bearing, share, miles):
    end = geodesic(miles=miles * share).destination((centre.lat, centre.lng), bearing)
    circle = Circle(centre=centre, radius_metres=miles * METRES_PER_MILE)
    first, last = circle.bands()
    assert first <= band(end.latitude) <= last
    assert any(west <= end.longitude <= east for west, east in circle.longitudes())


def test_a_window_across_the_180th_meridian_has_two_parts():
    parts = Circle(centre=Point(lat=52, lng=179.9), radius_metres=50_000).longitudes()
    assert len(parts) == 2
    assert {edge for part in parts for edge in part} >= {-180.0, 180.0}


@pytest.mark.parametrize(("lat", "lng"), [(91, 0), (0, 181), (float("nan"), 0), (0, float("inf"))])
def test_a_point_off_the_earth_is_refused(lat, lng):
    with pytest.raises(ValueError, match="is not between"):
        Point(lat=lat, lng=lng)
