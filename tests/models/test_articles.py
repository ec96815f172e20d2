"""Which articles patients may see."""

from __future__ import annotations

import pytest

from directory.learn.article import DRAFT as DRAFT_IN_FILES
from directory.models import Article
from directory.models.articles import DRAFT
from directory.places import Point
from directory.search.criteria import Criteria
from directory.search.finder import search
from tests.factories import make_article, make_surgeon


def test_a_draft_is_called_the_same_in_files_and_records():
    assert DRAFT == DRAFT_IN_FILES


@pytest.mark.django_db
def test_a_draft_is_neither_published_nor_offered_beside_a_search():
    make_surgeon(procedures=("chemical-peel",))
    make_article("ready", treatments=("chemical-peel",))
    make_article("unfinished", treatments=("chemical-peel",), state=DRAFT)
    assert [one.slug for one in Article.objects.published()] == ["ready"]
    answer = search(Criteria(procedure=("chemical-peel",), near=Point(lat=42.11, lng=-87.74)))
    assert [one.slug for one in answer.articles] == ["ready"]
    assert [one.slug for one in answer.hits[0].articles] == ["ready"]
