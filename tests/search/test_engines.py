"""Both engines against brute force over the WGS84 geodesic, and against each other to the bit."""

from __future__ import annotations

import dataclasses
import functools
import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.models import Listing
from directory.places import Point
from directory.places.point import METRES_PER_MILE
from directory.search import arrays, sql
from directory.search.cursors import Mark
from directory.search.geometry import Circle
from directory.search.masks import FLAGS, LANGUAGES, procedure_words
from directory.search.plan import UNKNOWN_YEAR, Found, Plan
from tests.search.scatter import CORNERS, DAY, by_brute_force, scatter

pytestmark = pytest.mark.django_db
EVERY_ROW = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])

BITS = [bit for values in FLAGS.values() for bit in values.values()]
anywhere = st.builds(
    Point,
    lat=st.floats(-90, 90, allow_nan=False),
    lng=st.floats(-180, 180, allow_nan=False),
) | st.sampled_from(CORNERS)
near_chicago = st.builds(Point, lat=st.floats(41.5, 42.2), lng=st.floats(-88.3, -87.4))
radii = st.sampled_from([0.0, 1, 5, 25, 100, 500]) | st.floats(0, 600)
ordinals = st.lists(st.sampled_from(range(0, 200, 25)), max_size=2, unique=True)
filters = st.fixed_dictionaries(
    {},
    optional={
        "any_of": ordinals.map(procedure_words),
        "all_of": ordinals.map(procedure_words),
        "flags": st.sampled_from(BITS),
        "dated": st.booleans(),
        "languages": st.sampled_from(list(LANGUAGES.values())),
        "since_at_most": st.sampled_from([1990, 2010]),
    },
)


@pytest.fixture
def listings() -> list[Listing]:
    return scatter(seed=7)


def circle(centre: Point, miles: float) -> Circle:
    return Circle(centre=centre, radius_metres=miles * METRES_PER_MILE)


def surgeons(found: Found) -> list[int]:
    return [row.surgeon_id for row in found.rows]


def assert_same_order(found: Found, expected: list[tuple[float, str, int]]) -> None:
    """The same surgeons in the same order; where two distances differ by less than a metre, either may come first."""
    assert found.total == len(expected)
    metres = {surgeon: distance for distance, _, surgeon in expected}
    got = surgeons(found)
    assert set(got) == set(metres)
    in_turn = [metres[surgeon] for surgeon in got]
    assert all(later - earlier > -1 for earlier, later in itertools.pairwise(in_turn))


def edge_is_clear(expected_wide: list[tuple[float, str, int]], radius_metres: float) -> bool:
    """Whether nobody stands so near the edge of the circle that the arc's few metres of error could decide.

    Those at the very point are inside at any radius: there is no error in nothing.
    """
    return all(abs(metres - radius_metres) > 30 or metres == 0 for metres, _, _ in expected_wide)


class TestTheEngines:
    @EVERY_ROW
    @given(centre=anywhere | near_chicago, miles=radii, chosen=filters)
    def test_give_what_brute_force_gives(self, listings, centre, miles, chosen):
        plan = Plan(day=DAY, circle=circle(centre, miles), sort="distance", limit=1000, **chosen)
        wider = dataclasses.replace(plan, circle=circle(centre, miles + 1))
        if edge_is_clear(by_brute_force(listings, wider), miles * METRES_PER_MILE):
            expected = by_brute_force(listings, plan)
            assert_same_order(sql.find(plan), expected)
            assert_same_order(arrays.find(arrays.load(), plan), expected)

    @EVERY_ROW
    @given(centre=anywhere | near_chicago, miles=radii | st.just(12_500.0), chosen=filters, limit=st.integers(1, 40))
    def test_agree_to_the_bit(self, listings, centre, miles, chosen, limit):
        plan = Plan(day=DAY, circle=circle(centre, miles), sort="distance", limit=limit, **chosen)
        loaded = arrays.load()
        for order in ("distance", "name", "experience"):
            ordered = dataclasses.replace(plan, sort=order)
            assert arrays.find(loaded, ordered) == sql.find(ordered)
        assert arrays.nearest_outside(loaded, plan, 5) == sql.nearest_outside(plan, 5)

    def test_take_a_point_as_near_to_nothing_as_a_float_can_be(self, listings):
        plan = Plan(day=DAY, circle=circle(Point(lat=5e-324, lng=-1e-200), 25), sort="distance")
        assert sql.find(plan).total >= 1
        assert arrays.find(arrays.load(), plan) == sql.find(plan)

    def test_find_everyone_within_12500_miles(self, listings):
        plan = Plan(day=DAY, circle=circle(Point(lat=10, lng=10), 12_500), sort="distance", limit=1000)
        everyone = {one.surgeon_id for one in listings if one.listed_until >= DAY}
        assert set(surgeons(sql.find(plan))) == everyone
        assert set(surgeons(arrays.find(arrays.load(), plan))) == everyone

    def test_find_those_at_the_very_point_with_radius_0(self, listings):
        plan = Plan(day=DAY, circle=circle(Point(lat=42.1081, lng=-87.7359), 0), sort="distance", limit=1000)
        here = {one.surgeon_id for one in listings if one.lat == 42.1081 and one.listed_until >= DAY}
        assert here
        assert set(surgeons(sql.find(plan))) == here

    def test_order_ties_by_family_name_then_id(self, listings):
        plan = Plan(day=DAY, circle=circle(Point(lat=42.1081, lng=-87.7359), 0), sort="distance", limit=1000)
        families = {one.surgeon_id: bytes(one.family_key) for one in listings}
        keys = [(families[surgeon], surgeon) for surgeon in surgeons(sql.find(plan))]
        assert keys == sorted(keys)
        assert len({family for family, _ in keys}) > 1

    def test_list_through_the_last_day_and_not_after_it(self, listings):
        for one in listings:
            if one.listed_until < DAY:
                continue
            whole = Plan(
                day=one.listed_until, circle=circle(Point(lat=one.lat, lng=one.lng), 0), sort="distance", limit=1000
            )
            assert one.surgeon_id in surgeons(sql.find(whole))

    @pytest.mark.parametrize("sort", ["distance", "name", "experience"])
    def test_page_through_everything_once_and_in_order(self, listings, sort):
        plan = Plan(day=DAY, circle=circle(Point(lat=42, lng=-87.8), 12_500), sort=sort, limit=1000)
        everyone, keys = sql.find(plan).rows, {one.surgeon_id: one for one in listings}
        for engine in (sql.find, functools.partial(arrays.find, arrays.load())):
            seen, after = [], None
            while True:
                page = engine(dataclasses.replace(plan, limit=7, after=after))
                seen += page.rows
                if not page.more:
                    break
                last = page.rows[-1]
                one = keys[last.surgeon_id]
                after = Mark(
                    chord_squared=last.chord_squared,
                    family_key=bytes(one.family_key),
                    given_key=bytes(one.given_key),
                    practice_since=UNKNOWN_YEAR if one.practice_since is None else one.practice_since,
                    surgeon_id=last.surgeon_id,
                )
            assert seen == everyone

    def test_go_on_after_a_surgeon_who_has_left(self, listings):
        plan = Plan(day=DAY, circle=circle(Point(lat=42, lng=-87.8), 12_500), sort="distance", limit=1000)
        everyone = sql.find(plan).rows
        last = everyone[9]
        one = next(one for one in listings if one.surgeon_id == last.surgeon_id)
        mark = Mark(
            chord_squared=last.chord_squared, family_key=bytes(one.family_key), given_key=bytes(one.given_key),
            practice_since=0, surgeon_id=last.surgeon_id,
        )  # fmt: skip
        Listing.objects.filter(surgeon_id=last.surgeon_id).delete()
        after = dataclasses.replace(plan, after=mark)
        assert sql.find(after).rows == everyone[10:]
        with pytest.raises(LookupError):
            arrays.find(arrays.load(), after)

    def test_find_names_by_the_beginning_of_their_words(self, listings):
        plan = Plan(day=DAY, names=("el",), limit=1000)
        found = set(surgeons(sql.find(plan)))
        assert found == {
            one.surgeon_id for one in listings if one.listed_until >= DAY and one.surgeon.family_name in ("Elm", "Élan")
        }


class TestTheQuickEngine:
    def test_answers_with_nothing_when_there_are_no_listings(self):
        plan = Plan(day=DAY, circle=circle(Point(lat=42, lng=-87.8), 25), sort="distance")
        assert arrays.find(arrays.load(), plan) == sql.find(plan)
        assert arrays.nearest_outside(arrays.load(), plan, 5) == []
