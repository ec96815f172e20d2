"""The makers of test records keep their word: whom they call listed is found."""

from __future__ import annotations

from typing import Any

import pytest

from directory.models import Article, Offering, Surgeon
from directory.places import Point
from directory.search.criteria import Criteria
from directory.search.finder import search
from tests.factories import make_article, make_practice, make_procedure, make_surgeon

pytestmark = pytest.mark.django_db


def found(**criteria: Any) -> list[str]:
    return [hit.card["family"] for hit in search(Criteria(**criteria)).hits]


def test_a_surgeon_as_made_is_found_near_her_practice():
    make_surgeon(family_name="Thistlewood", at=(41.9, -87.6))
    assert found(near=Point(lat=41.9, lng=-87.6)) == ["Thistlewood"]
    assert found(near=Point(lat=30.0, lng=-97.0)) == []


def test_a_surgeon_made_unlisted_is_not_found():
    surgeon = make_surgeon(listed=False)
    assert not Surgeon.objects.listed().filter(pk=surgeon.pk).exists()
    assert found() == []


def test_what_is_a_practices_own_goes_to_the_practices():
    surgeon = make_surgeon(practices=2, phone="+13125550177", gender="female")
    assert {one.phone for one in surgeon.practices.all()} == {"+13125550177"}
    assert surgeon.gender == "female"


def test_a_practice_added_later_is_found_there():
    surgeon = make_surgeon(family_name="Birch")
    make_practice(surgeon, at=(30.27, -97.74))
    assert found(near=Point(lat=30.27, lng=-97.74)) == ["Birch"]


def test_two_surgeons_of_one_name_get_two_slugs():
    assert make_surgeon(family_name="Oak").slug != make_surgeon(family_name="Oak").slug


def test_procedures_come_from_the_vocabulary_or_are_made_up_apart_from_it():
    assert make_procedure("facelift").name == "Facelift (rhytidectomy)"
    assert make_procedure("moon-surgery").ordinal >= 200
    assert make_procedure("star-surgery").ordinal != make_procedure("moon-surgery").ordinal


def test_an_article_keeps_the_order_of_its_treatments():
    article = make_article(treatments=("facelift", "chemical-peel"), concerns=("large-pores",))
    ordered = Article.objects.get().articletreatment_set.values_list("procedure__slug", flat=True)
    assert list(ordered) == ["facelift", "chemical-peel"]
    assert article.concerns.get().slug == "large-pores"


def test_offerings_take_more_fields():
    make_surgeon(offering={"since": 2011, "volume": "50-99"})
    assert Offering.objects.get().since == 2011
