from __future__ import annotations

import pytest
from django.http import QueryDict

from directory.places import Point
from directory.search.criteria import Criteria
from directory.search.parameters import PARAMETERS, BadParameters, parse, query_string

WRONG = {
    "treatment": ["x" * 301, "a\x00b"],
    "procedure": ["Chemical Peel", "-x", "a--b", "drop table;"],
    "place": ["x" * 301],
    "near": ["41.88", "north,west", "91,0", "0,181", "nan,0", "1,2,3", "4_1,2", "1e1,2", "٤١,٢", "41.88,,-87.63"],
    "radius": ["0", "501", "-5", "many", "1e2", "nan", "٣"],
    "unit": ["miles", "MI"],
    "name": ["x" * 301, "---", "%_", "🙂"],
    "certification": ["abms"],
    "subspecialty": ["feet"],
    "accreditation": ["aaaasf"],
    "language": ["english", "EN"],
    "gender": ["f"],
    "accepting": ["maybe"],
    "telehealth": ["2"],
    "accessibility": ["ramp"],
    "experience": ["-1", "61", "2.5", "ten"],
    "sort": ["price", "relevance"],
    "limit": ["0", "101", "all", "1.5"],
    "cursor": ["x" * 1501],
    "lang": ["fr", "english"],
}


def test_the_table_of_wrong_values_covers_every_parameter():
    assert set(WRONG) == set(PARAMETERS)


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in WRONG.items() for value in values])
def test_a_wrong_value_is_an_error_that_names_its_parameter(name, value):
    query = QueryDict(mutable=True)
    query[name] = value
    with pytest.raises(BadParameters) as caught:
        parse(query)
    assert set(caught.value.errors) == {name}


def test_an_unknown_parameter_is_an_error_only_when_strict():
    with pytest.raises(BadParameters) as caught:
        parse(QueryDict("radios=25"))
    assert set(caught.value.errors) == {"radios"}
    assert parse(QueryDict("utm_source=news"), strict=False) == Criteria()


def test_all_errors_are_told_at_once():
    with pytest.raises(BadParameters) as caught:
        parse(QueryDict("radius=0&limit=0&sort=price"))
    assert set(caught.value.errors) == {"radius", "limit", "sort"}


def test_empty_values_count_as_not_given():
    assert parse(QueryDict("treatment=&place=++&language=&radius=&accepting=")) == Criteria()


def test_a_single_parameter_given_twice_is_an_error():
    with pytest.raises(BadParameters, match="place"):
        parse(QueryDict("place=a&place=b"))


def test_repeated_values_are_kept_once_and_in_order():
    assert parse(QueryDict("language=es&language=en&language=es")).language == ("es", "en")


def test_a_position_is_rounded_to_two_decimals_before_anything_sees_it():
    assert parse(QueryDict("near=41.87654,-87.63123")).near == Point(lat=41.88, lng=-87.63)


@pytest.mark.parametrize("written", ["+41.88,-87.63", " 41.88 , -87.63 ", "41.880,-87.63"])
def test_a_position_may_have_a_sign_and_blanks(written: str):
    query = QueryDict(mutable=True)
    query["near"] = written
    assert parse(query).near == Point(lat=41.88, lng=-87.63)


def test_a_place_and_a_position_contradict():
    with pytest.raises(BadParameters) as caught:
        parse(QueryDict("place=60093&near=1,2"))
    assert set(caught.value.errors) == {"near"}


def test_order_by_distance_needs_a_place():
    with pytest.raises(BadParameters) as caught:
        parse(QueryDict("sort=distance"))
    assert set(caught.value.errors) == {"sort"}
    assert parse(QueryDict("sort=distance&place=60093")).sort == "distance"


def test_a_radius_in_kilometres_is_kept_and_told_in_miles():
    criteria = parse(QueryDict("radius=100&unit=km&place=Toronto"))
    assert criteria.radius == 100
    assert criteria.radius_miles == pytest.approx(62.137, abs=0.001)


@pytest.mark.parametrize(
    "query",
    [
        "treatment=large+pores&place=Winnetka,+IL",
        "procedure=chemical-peel&procedure=facelift&near=41.88,-87.63&radius=50&language=es&accepting=true",
        "name=ng&experience=10&sort=name&limit=5&gender=female&accessibility=step-free&unit=km&lang=es",
    ],
)
def test_a_question_written_as_a_query_string_reads_back_the_same(query):
    criteria = parse(QueryDict(query))
    assert parse(QueryDict(query_string(criteria))) == criteria


def test_a_change_of_the_question_goes_back_to_the_first_page():
    criteria = Criteria(place="60093", cursor="mark")
    assert "cursor" not in query_string(criteria, radius=50.0)
    assert query_string(criteria, cursor="next") == "place=60093&cursor=next"
    assert query_string(Criteria(place="Illinois", radius=25.0)) == "place=Illinois&radius=25"
    assert query_string(Criteria(language=("es", "en"), place="60093"), language=("es",)) == "place=60093&language=es"
