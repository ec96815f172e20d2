"""What completes a place while it is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.places import suggest


def labels(text: str) -> list[str]:
    return [place.label for place in suggest(text)]


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("winnet", "Winnetka, Illinois"),
        ("chic", "Chicago, Illinois"),
        ("st lou", "St. Louis, Missouri"),
        ("saint lou", "St. Louis, Missouri"),
        ("portland, m", "Portland, Maine"),
        ("beverly hills", "Beverly Hills, California"),
        ("toronto, o", "Toronto, Ontario, Canada"),
        ("nueva y", "New York, New York"),
        ("9021", "ZIP 90210, Beverly Hills, California"),
        ("60093-12", "ZIP 60093, Winnetka, Illinois"),
        ("tex", "Texas"),
        ("chcago", "Chicago, Illinois"),
        ("winetk", "Winnetka, Illinois"),
        ("bay a", "San Francisco Bay Area, California"),
    ],
)
def test_the_likeliest_comes_first(typed: str, label: str):
    assert labels(typed)[0] == label


def test_no_two_suggestions_read_the_same_and_a_limit_is_kept():
    found = labels("spring")
    assert len(found) == len(set(found)) == 7
    assert len(suggest("spring", limit=3)) == 3


def test_the_better_known_place_comes_before_the_lesser():
    found = labels("springfield")
    assert found.index("Springfield, Missouri") < found.index("Springfield, Illinois")


@pytest.mark.parametrize("typed", ["", " ", "%", "_", "💥", "\ud800", "'"])
def test_nothing_completes_what_is_no_beginning(typed: str):
    assert suggest(typed) == []


@given(st.text(max_size=300))
def test_suggest_never_raises(typed: str):
    assert len(suggest(typed)) <= 7
