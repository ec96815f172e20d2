"""The articles: what to keep first, how far to trust it, and a search at the end."""

from __future__ import annotations

import datetime as dt

import pytest

from directory.models import today
from tests.factories import make_article, make_surgeon
from tests.pages.reading import Page, open_page, search_for

pytestmark = pytest.mark.django_db

MESOBOTOX = "Mesobotox (intradermal botulinum toxin)"


def page_of(client, article) -> Page:
    return open_page(client, article.get_absolute_url())


def test_the_index_holds_every_article_but_no_draft(client):
    make_article("peels", title="About peels", minutes=4)
    make_article("unfinished", state="draft")
    page = open_page(client, "/learn/")
    assert "/learn/peels" in page.links
    assert "4 minutes" in page.text
    assert "/learn/unfinished" not in page.links


def test_a_draft_has_no_page(client):
    assert client.get(make_article(state="draft").get_absolute_url()).status_code == 404


def test_key_points_come_before_the_text_and_sources_end_it(client):
    article = make_article(html="<h2 id='a'>Body begins</h2><p>Text.</p>", contents=[["a", "Body begins"]])
    text = page_of(client, article).text
    main = text[text.index("If you read only this") :]
    order = [main.index(words) for words in ("It helps some.", "Body begins", "What to ask", "Who near you", "A label")]
    assert order == sorted(order)


def test_the_table_of_contents_leads_to_what_is_there(client):
    article = make_article(html="<h2 id='a'>One</h2><h2 id='b'>Two</h2>", contents=[["a", "One"], ["b", "Two"]])
    page = page_of(client, article)
    inside = [link[1:] for link in page.links if link.startswith("#")]
    assert {"a", "b", "questions", "search", "sources"} <= set(inside)
    assert set(inside) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


# ----------------------------------------------------------------- the review


def test_that_nobody_has_reviewed_it_is_said_plainly(client):
    article = make_article(state="awaiting medical review")
    assert "Awaiting medical review." in page_of(client, article).text
    assert "Awaiting medical review" in open_page(client, "/learn/").text


def test_a_review_names_who_and_when(client):
    day = today() - dt.timedelta(days=30)
    page = page_of(client, make_article(state="reviewed", reviewed_on=day, reviewer="R. Oak, MD"))
    assert "Reviewed by R. Oak, MD on" in page.text
    assert "Awaiting" not in page.text
    assert page.data["lastReviewed"] == day.isoformat()


def test_a_review_that_is_more_than_a_year_old_is_said_to_be_overdue(client):
    review = {"state": "reviewed", "reviewer": "R. Oak, MD"}
    due = page_of(client, make_article(reviewed_on=today() - dt.timedelta(days=365), **review))
    overdue = page_of(client, make_article(reviewed_on=today() - dt.timedelta(days=366), **review))
    assert "overdue" not in due.text
    assert "A new review is overdue" in overdue.text


# ------------------------------------------------------------------ the way on


def test_the_search_is_filled_with_the_first_treatment_and_all_are_linked(client):
    make_surgeon(procedures=("chemical-peel",))
    page = page_of(client, make_article(treatments=("mesobotox", "chemical-peel"), concerns=("large-pores",)))
    assert page.value("treatment") == MESOBOTOX
    assert {"/treatments/mesobotox", "/treatments/chemical-peel", "/concerns/large-pores"} <= set(page.links)
    assert search_for("Chemical peel") in page.links
    assert search_for(MESOBOTOX) not in page.links  # nobody offers it


def test_contributors_are_linked_while_they_are_listed_and_not_named_after(client):
    listed = make_surgeon(family_name="Fernbrook")
    ended = make_surgeon(family_name="Hiddenbrook", standing="ended")
    page = page_of(client, make_article(contributors=[listed, ended]))
    assert listed.get_absolute_url() in page.links
    assert "Hiddenbrook" not in page.text


def test_experts_are_named_with_who_quoted_them(client):
    expert = {"name": "Lara Elm", "credentials": "MD", "quoted_by": "A Society"}
    page = page_of(client, make_article(experts=[expert]))
    assert "Lara Elm , MD" in page.text or "Lara Elm, MD" in page.text
    assert "quoted by A Society" in page.text


def test_sources_lead_out_without_a_referrer(client):
    source = {"title": "A trial", "publisher": "A journal", "year": None, "url": "https://journal.example/1"}
    page = page_of(client, make_article(sources=[source]))
    (link,) = [one for one in page.all("a") if one.get("href") == source["url"]]
    assert "noreferrer" in link["rel"]
    assert "None" not in page.text


def test_related_articles_share_a_concern_or_a_treatment(client):
    article = make_article("meso", treatments=("mesobotox",), concerns=("large-pores",))
    make_article("pores", treatments=("facelift",), concerns=("large-pores",))
    make_article("tucks", treatments=("tummy-tuck",))
    links = page_of(client, article).links
    assert "/learn/pores" in links
    assert "/learn/tucks" not in links
    assert "/learn/meso" not in links


def test_the_loop_holds(client):
    """Article, treatment, search, surgeon, article: each page links to the next."""
    surgeon = make_surgeon(procedures=("mesobotox",))
    make_article("pores", treatments=("mesobotox",))
    assert "/treatments/mesobotox" in open_page(client, "/learn/pores").links
    assert search_for(MESOBOTOX) in open_page(client, "/treatments/mesobotox").links
    found = open_page(client, search_for(MESOBOTOX)).links
    assert any(link.startswith(surgeon.get_absolute_url()) for link in found)
    assert "/learn/pores" in open_page(client, surgeon.get_absolute_url()).links


# ------------------------------------------------- for machines, and the cost


def test_machines_read_a_medical_page(client):
    data = page_of(client, make_article("pores", title="Pores", treatments=("mesobotox",))).data
    assert (data["@type"], data["headline"], data["url"]) == (
        "MedicalWebPage",
        "Pores",
        "http://testserver/learn/pores",
    )
    assert data["about"] == [{"@type": "MedicalProcedure", "name": MESOBOTOX}]
    assert "lastReviewed" not in data
    assert [step["name"] for step in data["breadcrumb"]["itemListElement"]] == ["Learn", "Pores"]


def test_the_page_costs_the_same_however_much_there_is(client, django_assert_num_queries):
    surgeons = [make_surgeon(procedures=("chemical-peel",)) for _number in range(4)]
    small = make_article(treatments=("facelift",))
    large = make_article(
        treatments=("chemical-peel", "mesobotox", "facelift"), concerns=("large-pores",), contributors=surgeons
    )
    page_of(client, small)  # the process reads words, articles and arrays once
    for article in (small, large):
        # the article, revisions, treatments, concerns and their names, contributors; revisions and a card to count
        with django_assert_num_queries(8):
            page_of(client, article)
    with django_assert_num_queries(1):
        open_page(client, "/learn/")
