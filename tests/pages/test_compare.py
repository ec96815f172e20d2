"""The shortlist side by side, from a link alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import WINNETKA, make_article, make_surgeon

pytestmark = pytest.mark.django_db


def compared(client: Client, *slugs: str, status: int = 200, **query: str) -> str:
    answer = client.get(reverse("compare"), {"s": list(slugs), **query})
    assert answer.status_code == status
    return answer.content.decode()


def test_the_surgeons_of_a_link_stand_side_by_side_in_its_order(client: Client) -> None:
    ash, birch = make_surgeon(family_name="Ash"), make_surgeon(family_name="Birch")
    page = compared(client, birch.slug, ash.slug)
    assert page.index(birch.full_name) < page.index(ash.full_name)
    assert "Board certified in plastic surgery" in page


def test_what_was_asked_about_is_compared_first(client: Client) -> None:
    offers = make_surgeon(procedures=["facelift"], offering={"since": 2012, "volume": "100+"})
    other = make_surgeon(procedures=["chemical-peel"])
    page = compared(client, offers.slug, other.slug, treatment="facelift")
    assert "since 2012, 100 or more a year" in page
    assert "does not say that it is offered" in page


def test_how_far_each_is_from_the_place_that_was_given(client: Client) -> None:
    near, far = make_surgeon(at=WINNETKA), make_surgeon(at=(WINNETKA[0] + 1, WINNETKA[1]))
    page = compared(client, near.slug, far.slug, place="Winnetka, IL", unit="km")
    assert "Distance" in page
    assert "111 km" in page
    assert '<input type="hidden" name="place" value="Winnetka, IL">' in page
    assert "Distance" not in compared(client, near.slug, far.slug)


def test_a_surgeon_who_is_no_longer_listed_is_not_shown_and_not_judged(client: Client) -> None:
    listed, gone = make_surgeon(), make_surgeon(listed=False, family_name="Gone")
    page = compared(client, listed.slug, gone.slug)
    assert "One surgeon of this link is not listed now." in page
    assert gone.full_name not in page


def test_a_fifth_surgeon_is_refused_in_words(client: Client) -> None:
    slugs = [make_surgeon().slug for _ in range(5)]
    assert "Compare up to four surgeons at once." in compared(client, *slugs, status=400)


def test_questions_to_take_along_come_from_the_articles_about_the_treatment(client: Client) -> None:
    make_article("peels", questions=["Is a deep peel for me?"])
    assert "Is a deep peel for me?" in compared(client, make_surgeon().slug, treatment="chemical peel")


def test_an_empty_shortlist_says_how_to_fill_it(client: Client) -> None:
    assert "Nobody on your shortlist yet" in compared(client)


def test_four_surgeons_cost_as_many_queries_as_one(
    client: Client, django_assert_max_num_queries: Callable[..., object]
) -> None:
    slugs = [make_surgeon(practices=2).slug for _ in range(4)]
    compared(client, *slugs)
    with django_assert_max_num_queries(4):  # type: ignore[attr-defined]
        compared(client, *slugs)
