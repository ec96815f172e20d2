"""Search in Learn: by what the words mean and by the words themselves."""

from __future__ import annotations

import pytest

from directory.models import Term
from directory.search.upkeep import bump
from tests.factories import make_article, make_concern, make_procedure, make_text
from tests.pages.reading import Page, open_page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _something_to_read(db: None) -> None:
    make_concern("large-pores", treatments=("mesobotox",))
    make_article(
        "pores", title="Large pores", treatments=("mesobotox",), concerns=("large-pores",), source_text="It stings."
    )
    make_article("peels", title="About peels", treatments=("chemical-peel",), source_text="Early lymphoma, once.")
    make_text("facelift", risks="A hematoma, which is blood under the skin.")
    make_text("large-pores", soon="A sore that bleeds.")


@pytest.mark.parametrize("words", ["pores", "does+mesobotox+hurt", "large+poers", "Is+mesobotox+safe%3F"])
def test_a_question_finds_the_article_about_what_it_means(client, words):
    links = open_page(client, f"/learn/?q={words}").links
    assert "/learn/pores" in links
    assert "/learn/peels" not in links


def test_a_word_that_only_the_body_says_finds_the_article(client):
    assert "/learn/peels" in open_page(client, "/learn/?q=lymphomas").links
    assert "/learn/pores" not in open_page(client, "/learn/?q=lymphomas").links


def test_a_part_of_a_word_is_not_the_word(client):
    assert "/learn/peels" not in open_page(client, "/learn/?q=ear").links


def test_a_synonym_finds_treatment_and_concern(client):
    Term.objects.create(procedure=make_procedure("facelift"), text="rhytidectomy", role="synonym")
    bump("vocabulary")
    assert "/treatments/facelift" in open_page(client, "/learn/?q=rhytidectomy").links
    page = open_page(client, "/learn/?q=pores")
    assert {"/concerns/large-pores", "/learn/pores"} <= set(page.links)


def test_what_a_text_says_finds_what_it_is_about(client):
    assert "/treatments/facelift" in open_page(client, "/learn/?q=hematoma").links
    assert "/concerns/large-pores" in open_page(client, "/learn/?q=sore+bleeds").links


def test_what_the_words_hardly_mean_is_not_shown(client):
    make_concern("large-breasts", treatments=("breast-reduction",))
    Term.objects.create(concern=make_concern("large-breasts"), text="my back and neck hurt", role="phrase")
    bump("vocabulary")
    assert "/concerns/large-breasts" in open_page(client, "/learn/?q=my+neck+hurts").links
    assert "/concerns/large-breasts" not in open_page(client, "/learn/?q=does+mesobotox+hurt").links


def test_the_article_named_by_its_title_comes_first(client):
    make_article("other", title="Another", source_text="Of large pores.")
    links = open_page(client, "/learn/?q=large+pores").links
    assert links.index("/learn/pores") < links.index("/learn/other")


def test_a_draft_is_not_found(client):
    make_article("unfinished", state="draft", title="Lymphoma")
    assert "/learn/unfinished" not in open_page(client, "/learn/?q=lymphoma").links


def test_words_that_fit_nothing_are_kept_and_can_be_searched_for(client):
    page = open_page(client, "/learn/?q=zzqx")
    assert "Nothing here is called “zzqx”" in page.text
    assert page.value("treatment") == "zzqx"


@pytest.mark.parametrize("query", ["%00", "a" * 500, "%25_%27%22(", "%3Cscript%3E", "how", "???"])
def test_odd_words_break_nothing(client, query):
    open_page(client, f"/learn/?q={query}")


def test_a_search_that_no_treatment_fits_leads_to_learn_with_its_words_but_not_from_a_private_one(client):
    page = open_page(client, "/search?treatment=qwertzuiop")
    assert "/learn/?q=qwertzuiop" in page.links
    assert "qwertzuiop" not in "".join(Page(client.post("/search", {"treatment": "qwertzuiop"}).content.decode()).links)
