"""The treatments: an index that can be narrowed, and a page that leads to surgeons and to what to read."""

from __future__ import annotations

import datetime as dt

import pytest

from directory.models import Procedure, Term
from directory.search.upkeep import bump
from tests.factories import make_article, make_concern, make_procedure, make_surgeon, make_text
from tests.pages.reading import open_page, search_for

pytestmark = pytest.mark.django_db

MESOBOTOX = "Mesobotox (intradermal botulinum toxin)"


def add_term(slug: str, text: str, *, lang: str = "en", role: str = "synonym") -> None:
    Term.objects.create(procedure=make_procedure(slug), text=text, lang=lang, role=role)
    bump("vocabulary")


# ------------------------------------------------------------------ the index


def test_the_index_holds_every_treatment_under_its_category_with_how_many_offer_it(client):
    make_surgeon(procedures=("facelift", "chemical-peel"))
    make_surgeon(procedures=("facelift",))
    make_procedure("tummy-tuck")
    page = open_page(client, "/treatments/")
    assert {"/treatments/facelift", "/treatments/chemical-peel", "/treatments/tummy-tuck"} <= set(page.links)
    assert "Facelift (rhytidectomy) surgeons: 2" in page.text
    assert "Chemical peel surgeons: 1" in page.text
    assert "Tummy tuck (abdominoplasty) surgeons" not in page.text


def test_a_retired_treatment_is_not_in_the_index(client):
    make_procedure("facelift")
    make_procedure("old-lift", retired=True)
    assert "/treatments/old-lift" not in open_page(client, "/treatments/").links


def test_the_index_narrows_to_a_part_of_a_name(client):
    make_procedure("facelift")
    make_procedure("chemical-peel")
    page = open_page(client, "/treatments/?q=PEEL")
    assert "/treatments/chemical-peel" in page.links
    assert "/treatments/facelift" not in page.links
    assert page.value("q") == "PEEL"


def test_the_index_narrows_to_a_nickname(client):
    make_procedure("facelift")
    add_term("buttock-augmentation", "booty lift")
    page = open_page(client, "/treatments/?q=booty")
    assert "/treatments/buttock-augmentation" in page.links
    assert "/treatments/facelift" not in page.links


def test_the_index_understands_a_misspelling(client):
    make_procedure("facelift")
    make_procedure("chemical-peel")
    assert "/treatments/chemical-peel" in open_page(client, "/treatments/?q=chemicle+peal").links


def test_a_worry_typed_into_the_index_leads_to_its_concern(client):
    make_concern("large-pores")
    assert "/concerns/large-pores" in open_page(client, "/treatments/?q=large+pores").links


def test_words_that_fit_nothing_are_kept_and_can_be_searched_for(client):
    make_procedure("facelift")
    page = open_page(client, "/treatments/?q=zzqx")
    assert "Nothing here is called “zzqx”" in page.text
    assert page.value("treatment") == "zzqx"


@pytest.mark.parametrize("query", ["%00", "a" * 500, "%25_%27%22", "%3Cscript%3E"])
def test_odd_words_break_nothing(client, query):
    make_procedure("facelift")
    open_page(client, f"/treatments/?q={query}")


# ------------------------------------------------------------------- one page


def test_the_page_says_what_the_vocabulary_knows(client):
    make_concern("large-pores", treatments=("mesobotox", "chemical-peel"))
    add_term("mesobotox", "micro-botox")
    add_term("mesobotox", "mesobótox", lang="es")
    page = open_page(client, "/treatments/mesobotox")
    assert "Injection" in page.text
    assert "Also called micro-botox." in page.text
    assert "/concerns/large-pores" in page.links
    assert "/treatments/chemical-peel" in page.links  # used for the same concern


def test_the_parts_of_a_combined_treatment_lead_to_each_other(client):
    whole, part = make_procedure("mommy-makeover"), make_procedure("tummy-tuck")
    whole.includes.add(part)
    assert "/treatments/tummy-tuck" in open_page(client, "/treatments/mommy-makeover").links
    assert "/treatments/mommy-makeover" in open_page(client, "/treatments/tummy-tuck").links


def test_alternatives_come_by_how_many_concerns_they_share(client):
    make_concern("one", treatments=("mesobotox", "chemical-peel", "microneedling"))
    make_concern("two", treatments=("mesobotox", "microneedling"))
    make_concern("three", treatments=("facelift",))
    links = open_page(client, "/treatments/mesobotox").links
    assert links.index("/treatments/microneedling") < links.index("/treatments/chemical-peel")
    assert "/treatments/facelift" not in links


def test_the_page_counts_listed_surgeons_only_and_leads_to_them(client):
    make_surgeon(procedures=("mesobotox",))
    make_surgeon(procedures=("mesobotox",), listed=False)
    page = open_page(client, "/treatments/mesobotox")
    assert "One listed surgeon" in page.text
    assert search_for(MESOBOTOX) in page.links


def test_nobody_offering_it_is_said(client):
    make_procedure("mesobotox")
    assert "No listed surgeon yet" in open_page(client, "/treatments/mesobotox").text


def test_the_search_is_filled_with_the_treatment(client):
    make_procedure("facelift")
    page = open_page(client, "/treatments/facelift")
    assert page.value("treatment") == "Facelift (rhytidectomy)"
    assert page.value("place") == ""


def test_articles_about_it_are_linked_and_the_one_that_names_it_first_gives_its_key_points(client):
    make_article("pores", treatments=("mesobotox", "chemical-peel"), key_points=["It erases nothing."])
    meso, peel = (open_page(client, f"/treatments/{slug}") for slug in ("mesobotox", "chemical-peel"))
    assert "/learn/pores" in meso.links
    assert "/learn/pores" in peel.links
    assert "It erases nothing." in meso.text
    assert "It erases nothing." not in peel.text


def test_the_text_is_shown_with_its_risks_and_that_nobody_has_reviewed_it(client):
    make_concern("large-pores", treatments=("chemical-peel", "mesobotox"))
    make_text("chemical-peel", risks="Burns.\nScars.", questions=["How deep?"])
    page = open_page(client, "/treatments/chemical-peel")
    assert "What can go wrong Burns. Scars." in page.text
    assert "How it is done how of chemical-peel" in page.text
    assert "Awaiting medical review." in page.text
    assert "How deep?" in page.text
    assert "Where would it be done" not in page.text
    meso = open_page(client, "/treatments/mesobotox")
    assert "Chemical peel brief how of chemical-peel brief downtime of chemical-peel" in meso.text
    assert "Awaiting medical review" not in meso.text


def test_a_reviewed_text_names_who_read_it_and_when(client):
    make_text("chemical-peel", reviewed_on=dt.date(2026, 10, 12), reviewer="Ada Ash, MD", state="reviewed")
    page = open_page(client, "/treatments/chemical-peel")
    assert "Reviewed by Ada Ash, MD on 12 Oct 2026" in page.text
    assert page.data["lastReviewed"] == "2026-10-12"
    assert "Awaiting" not in page.text


def test_machines_read_a_medical_page_with_its_way_down(client):
    make_text("chemical-peel")
    page = open_page(client, "/treatments/chemical-peel")
    assert page.data["@type"] == "MedicalWebPage"
    assert page.data["about"]["howPerformed"] == "how of chemical-peel"
    assert page.data["url"] == "http://testserver/treatments/chemical-peel"
    steps = page.data["breadcrumb"]["itemListElement"]
    assert [step["name"] for step in steps] == ["Treatments", "Chemical peel"]
    assert {"rel": "canonical", "href": page.data["url"]} in page.all("link")


def test_the_address_for_machines_is_the_one_the_operator_gave(client, settings):
    settings.SITE_URL = "https://finder.example"
    make_procedure("facelift")
    page = open_page(client, "/treatments/facelift?utm=1")
    assert {"rel": "canonical", "href": "https://finder.example/treatments/facelift"} in page.all("link")


def test_a_treatment_that_does_not_exist_is_not_found(client):
    assert client.get("/treatments/no-such-thing").status_code == 404


def test_the_pages_cost_the_same_however_much_there_is(client, django_assert_num_queries):
    make_procedure("facelift")
    make_surgeon(procedures=("chemical-peel", "mesobotox"))
    make_surgeon(procedures=("chemical-peel", "microneedling"), practices=3)
    for number in range(5):
        make_concern(f"concern-{number}", treatments=("chemical-peel", f"other-{number}"))
        make_article(treatments=("chemical-peel",))
    open_page(client, "/treatments/facelift")  # the process reads words, articles and arrays once
    for slug in ("facelift", "chemical-peel"):
        # the treatment, revisions, texts, the main article, synonyms, concerns, parts, wholes;
        # revisions and a card to count
        with django_assert_num_queries(10):
            open_page(client, f"/treatments/{slug}")
    assert Procedure.objects.count() > 5
    with django_assert_num_queries(5):  # revisions, categories, treatments; revisions and a card to count
        open_page(client, "/treatments/")
