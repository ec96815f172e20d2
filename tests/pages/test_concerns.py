"""The concerns: an index in the patient's words, and a page that sets the treatments side by side."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from directory.models import Concern, Term
from directory.search.upkeep import bump
from tests.factories import make_article, make_concern, make_surgeon, make_text
from tests.pages.reading import open_page, search_for

pytestmark = pytest.mark.django_db

MESOBOTOX = "Mesobotox (intradermal botulinum toxin)"


def test_the_index_holds_every_concern(client):
    make_concern("large-pores")
    make_concern("oily-skin")
    make_concern("old-worry", retired=True)
    links = open_page(client, "/concerns/").links
    assert {"/concerns/large-pores", "/concerns/oily-skin"} <= set(links)
    assert "/concerns/old-worry" not in links


@pytest.mark.parametrize("words", ["pores", "open+pores", "large+poers"])
def test_the_index_narrows_to_a_name_a_lay_word_or_a_misspelling(client, words):
    pores = make_concern("large-pores")
    make_concern("turkey-neck")
    Term.objects.create(concern=pores, text="open pores", role="synonym")
    bump("vocabulary")
    links = open_page(client, f"/concerns/?q={words}").links
    assert "/concerns/large-pores" in links
    assert "/concerns/turkey-neck" not in links


def test_words_that_fit_nothing_are_kept_and_can_be_searched_for(client):
    make_concern("large-pores")
    page = open_page(client, "/concerns/?q=zzqx")
    assert "Nothing here is called “zzqx”" in page.text
    assert page.value("treatment") == "zzqx"


def test_the_page_sets_its_treatments_side_by_side_the_most_typical_first(client):
    make_concern("large-pores", treatments=("mesobotox", "facelift"))
    make_text("mesobotox")
    make_surgeon(procedures=("mesobotox",))
    page = open_page(client, "/concerns/large-pores")
    assert page.links.index("/treatments/mesobotox") < page.links.index("/treatments/facelift")
    brief = " ".join(f"brief {name} of mesobotox" for name in ("how", "downtime", "lasts", "suits"))
    assert f"{MESOBOTOX} {brief} One surgeon" in page.text
    assert search_for(MESOBOTOX) in page.links
    assert "Facelift (rhytidectomy) Surgery nobody yet" in page.text


def test_the_text_says_what_is_normal_and_when_to_see_someone(client):
    make_concern("large-pores", treatments=("mesobotox",))
    make_text("large-pores", normal="Everyone has pores.", soon="A sore that bleeds.")
    page = open_page(client, "/concerns/large-pores")
    assert "What is normal Everyone has pores." in page.text
    assert "When to see someone soon A sore that bleeds." in page.text
    assert "Awaiting medical review." in page.text


def test_where_nothing_is_urgent_nothing_is_said_of_it(client):
    make_concern("large-pores")
    make_text("large-pores", soon="")
    assert "When to see someone soon" not in open_page(client, "/concerns/large-pores").text


def test_english_stands_in_for_a_language_that_has_no_text_yet_and_is_marked_as_english(client):
    make_concern("large-pores")
    make_text("large-pores", normal="Everyone has pores.")
    with override("es"):
        assert "Everyone has pores." in open_page(client, "/concerns/large-pores").text
        assert "en" in [one.get("lang") for one in open_page(client, "/concerns/large-pores").all("div")]
        make_text("large-pores", lang="es", normal="Todos tenemos poros.")
        page = open_page(client, "/concerns/large-pores")
    assert "Todos tenemos poros." in page.text
    assert "Everyone has pores." not in page.text


def test_machines_read_a_medical_page_of_a_condition(client):
    make_concern("large-pores", treatments=("mesobotox",))
    page = open_page(client, "/concerns/large-pores")
    assert page.data["about"]["@type"] == "MedicalCondition"
    assert page.data["about"]["possibleTreatment"][0]["name"] == MESOBOTOX
    assert page.data["breadcrumb"]["itemListElement"][0]["item"] == "http://testserver/concerns/"


def test_the_page_counts_each_surgeon_once(client):
    make_concern("large-pores", treatments=("mesobotox", "chemical-peel"))
    make_surgeon(procedures=("mesobotox", "chemical-peel"), practices=2)
    make_surgeon(procedures=("chemical-peel",))
    make_surgeon(procedures=("facelift",))
    assert "2 listed surgeons offer at least one of them" in open_page(client, "/concerns/large-pores").text


def test_the_search_is_filled_with_the_concern(client):
    make_concern("large-pores")
    assert open_page(client, "/concerns/large-pores").value("treatment") == "Large pores"


def test_articles_about_it_come_before_those_about_its_treatments(client):
    make_concern("large-pores", treatments=("mesobotox",))
    make_article("meso", treatments=("mesobotox",))
    assert "/learn/meso" in open_page(client, "/concerns/large-pores").links
    make_article("pores", treatments=("facelift",), concerns=("large-pores",))
    links = open_page(client, "/concerns/large-pores").links
    assert "/learn/pores" in links
    assert "/learn/meso" not in links


def test_a_concern_that_does_not_exist_is_not_found(client):
    assert client.get("/concerns/no-such-thing").status_code == 404


def test_the_page_costs_the_same_however_much_there_is(client, django_assert_num_queries):
    make_concern("small", treatments=("facelift",))
    make_concern("large-pores")
    assert Concern.objects.get(slug="large-pores").treatments.count() > 5
    make_surgeon(procedures=("chemical-peel", "facelift"))
    open_page(client, "/concerns/small")  # the process reads words, articles and arrays once
    for slug in ("small", "large-pores"):
        # the concern, revisions, names, revisions and a card to count, text, synonyms, treatments, their texts
        with django_assert_num_queries(9):
            open_page(client, f"/concerns/{slug}")
