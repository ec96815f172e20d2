"""The front page: the question and the other ways in."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import make_article, make_concern, make_surgeon
from tests.pages.reading import open_page

pytestmark = pytest.mark.django_db


def test_the_question_is_a_plain_form_that_works_without_a_script(client: Client) -> None:
    page = open_page(client, reverse("home"))
    assert {"treatment", "place"} <= {one.get("name") for one in page.all("input")}
    assert any(one.get("action") == reverse("search") for one in page.all("form"))


def test_a_worry_is_as_near_as_a_treatment(client: Client) -> None:
    make_concern("large-pores")
    make_surgeon(procedures=["facelift"])
    page = open_page(client, reverse("home"))
    assert reverse("concern", args=["large-pores"]) in page.links
    assert reverse("treatment", args=["facelift"]) in page.links


def test_a_treatment_says_how_many_listed_surgeons_offer_it(client: Client) -> None:
    make_surgeon(procedures=["facelift"])
    make_surgeon(procedures=["facelift"])
    make_surgeon(procedures=["facelift"], listed=False)
    assert "Facelift 2" in open_page(client, reverse("home")).text


def test_articles_are_offered(client: Client) -> None:
    article = make_article("peels")
    assert reverse("article", args=[article.slug]) in open_page(client, reverse("home")).links


def test_the_strip_says_that_the_surgeons_are_invented_only_where_they_are(client: Client, settings: object) -> None:
    settings.DEMONSTRATION = True  # type: ignore[attr-defined]
    assert "every surgeon here is invented" in client.get(reverse("home")).content.decode()
    settings.DEMONSTRATION = False  # type: ignore[attr-defined]
    assert "every surgeon here is invented" not in client.get(reverse("home")).content.decode()


def test_every_link_of_the_frame_leads_somewhere(client: Client) -> None:
    page = open_page(client, reverse("home"))
    for link in {link for link in page.links if link.startswith("/")}:
        assert client.get(link).status_code == 200, link


def test_words_can_be_sent_without_leaving_them_in_the_address(client: Client) -> None:
    buttons = [one for one in open_page(client, reverse("home")).all("button") if one.get("type") == "submit"]
    assert buttons[0].get("formmethod", "") == ""  # what Enter presses
    assert buttons[-1]["formmethod"] == "post"
