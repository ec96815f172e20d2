"""The search page: each outcome says what is so and what to do next, and a bad question keeps what was typed."""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import patch

import pytest
from django.test import Client
from django.urls import reverse

from directory.models import today
from directory.places import Resolution
from tests.factories import WINNETKA, make_article, make_concern, make_procedure, make_surgeon
from tests.pages.reading import open_page

pytestmark = pytest.mark.django_db
EL_PASO = (31.76, -106.49)
QUESTION = {"treatment": "chemical peel", "place": "Winnetka, IL"}


def ask(client: Client, **query: str) -> str:
    answer = client.get(reverse("search"), query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_row_says_how_far_why_it_matched_and_what_was_checked_when(client: Client) -> None:
    make_surgeon(given_name="Alma", family_name="Ash", offering={"since": 2019, "volume": "50-99"})
    page = ask(client, **QUESTION)
    assert "1 surgeon within 25 miles of Winnetka, Illinois" in page
    assert "Chemical peel since 2019, 50 to 99 a year." in page
    assert "Board certified in plastic surgery by the American Board of Plastic Surgery (ABPS) until" in page
    assert "checked " in page
    assert 'href="tel:+13125550142"' in page
    assert "(312) 555-0142" in page


def test_an_office_that_has_not_said_how_many_is_not_made_to_say_it(client: Client) -> None:
    make_surgeon()
    assert "Chemical peel. Has not said how many a year." in ask(client, **QUESTION)


def test_a_lifetime_certificate_shows_no_end(client: Client) -> None:
    make_surgeon(certificate_expires=None)
    assert "(ABPS), lifetime certificate" in ask(client, **QUESTION)


def test_a_certificate_that_runs_out_today_is_shown_as_running_out(client: Client) -> None:
    make_surgeon(certificate_expires=today())
    assert "runs out in 0 days" in ask(client, **QUESTION)


def test_a_concern_with_one_treatment_names_it(client: Client) -> None:
    make_surgeon()
    make_concern(slug="rough-skin", name="Rough skin", treatments=["chemical-peel"])
    page = ask(client, treatment="rough skin", place="Winnetka, IL")
    assert "treatment for it" not in page
    assert f'We looked for surgeons who offer <a href="{reverse("treatment", args=["chemical-peel"])}">' in page
    assert "Or did you mean" not in page


def test_an_empty_directory_blames_no_filter(client: Client) -> None:
    make_procedure("chemical-peel")
    assert "Nobody is listed yet" in ask(client)
    assert "No listed surgeon offers this yet" in ask(client, treatment="chemical peel")
    assert "Nobody is left with all of these filters" in ask(client, telehealth="true")


def test_what_to_read_stands_beside_the_surgeons(client: Client) -> None:
    make_surgeon()
    article = make_article("peels")
    assert reverse("article", args=[article.slug]) in ask(client, **QUESTION)


def test_nobody_near_names_the_nearest_and_a_circle_that_has_her(client: Client) -> None:
    make_surgeon(at=EL_PASO, city="El Paso", region="TX")
    page = ask(client, treatment="chemical peel", place="Alpine, TX")
    assert "Nobody within 25 miles of Alpine, Texas" in page
    assert "in El Paso, TX" in page
    assert "Look within 250 miles (1)" in page
    assert "Beyond your 25 miles" in page


def test_the_filter_that_keeps_everybody_away_is_named_with_what_it_hides(client: Client) -> None:
    make_surgeon(accepting=False)
    page = ask(client, **QUESTION, accepting="true")
    assert "Nobody is left with all of these filters" in page
    assert "Leave out the filter “New patients” (1)" in page


def test_an_unknown_treatment_offers_other_ways_in(client: Client) -> None:
    make_procedure()
    page = ask(client, treatment="qwertzuiop", place="Winnetka, IL")
    assert "We know no treatment called “qwertzuiop”" in page
    assert reverse("concerns") in page


def test_an_unknown_place_keeps_the_treatment(client: Client) -> None:
    make_procedure()
    page = open_page(client, f"{reverse('search')}?treatment=chemical+peel&place=Xyzzyqq")
    assert "We do not know a place called “Xyzzyqq”" in page.text
    assert page.value("treatment") == "chemical peel"


def test_a_misspelt_place_is_offered_as_one_to_press(client: Client) -> None:
    make_surgeon()
    page = ask(client, treatment="chemical peel", place="Tapma Florda")
    assert "Tampa" in page


def test_a_geocoder_that_does_not_answer_is_not_an_unknown_place(client: Client) -> None:
    make_procedure()
    down = Resolution(outcome="unavailable", text="12 Main St, Nowhere")
    with patch("directory.search.understanding.resolve", return_value=down):
        page = ask(client, treatment="chemical peel", place="12 Main St, Nowhere")
    assert "ZIP codes and cities still work" in page


def test_a_place_of_many_offers_the_others(client: Client) -> None:
    make_surgeon(at=(37.2, -93.3))
    page = ask(client, treatment="chemical peel", place="Springfield")
    assert "We took Springfield, Missouri." in page
    assert "place=Springfield%2C+IL" in page or "place=Springfield,+IL" in page


def test_words_with_two_meanings_offer_both(client: Client, load_words: None) -> None:
    make_surgeon(procedures=["ipl", "buttock-augmentation"])
    page = ask(client, treatment="BBL", place="Winnetka, IL")
    assert "which has more than one meaning" in page
    assert page.count("treatment=") > 2


@pytest.fixture
def load_words() -> None:
    from tests.factories import load_vocabulary

    load_vocabulary()


def test_a_worry_says_how_many_treatments_it_was_taken_for(client: Client) -> None:
    make_concern("large-pores", treatments=["chemical-peel", "microneedling"])
    make_surgeon()
    page = ask(client, treatment="large pores", place="Winnetka, IL")
    assert "2 treatments for it" in page
    assert "Narrow to" in page


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"radius": "9999"}, "Use a number from 1 to 500."),
        ({"near": "here"}, "Use latitude,longitude"),
        ({"gender": "x"}, "Use one of: female"),
        ({"cursor": "abc"}, "Use the cursor of the last page"),
        ({"procedure": "no-such"}, "There is no treatment no-such"),
    ],
)
def test_a_bad_parameter_is_named_and_nothing_typed_is_lost(client: Client, query: dict[str, str], said: str) -> None:
    make_procedure()
    answer = client.get(reverse("search"), {"treatment": "chemical peel"} | query)
    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert 'value="chemical peel"' in answer.content.decode()


def test_what_was_typed_is_shown_as_text_and_never_run(client: Client) -> None:
    make_procedure()
    page = ask(client, treatment='<script>alert(1)</script>"', place='"><b>x')
    assert "<script>alert" not in page
    assert "<b>x" not in page


def test_a_chosen_filter_is_a_chip_that_leads_to_the_question_without_it(client: Client) -> None:
    make_surgeon()
    page = open_page(
        client, f"{reverse('search')}?treatment=chemical+peel&place=Winnetka,+IL&accepting=true&language=en"
    )
    assert any("language=en" in link and "accepting" not in link for link in page.links)
    assert any("accepting=true" in link and "language" not in link for link in page.links)


def test_a_filter_that_leaves_nobody_stays_in_its_place_and_cannot_be_pressed(client: Client) -> None:
    make_surgeon(telehealth=False)
    page = open_page(client, f"{reverse('search')}?place=Winnetka,+IL")
    telehealth = next(one for one in page.all("input") if one.get("name") == "telehealth")
    assert "disabled" in telehealth


def test_the_next_page_goes_on_where_this_one_ends(client: Client) -> None:
    for number in range(22):
        make_surgeon(at=(WINNETKA[0] + number / 1000, WINNETKA[1]))
    first = open_page(client, f"{reverse('search')}?place=Winnetka,+IL")
    onward = next(link for link in first.links if "cursor=" in link)
    second = open_page(client, f"{reverse('search')}{onward}")
    assert "s20" in first.ids
    assert {"s21", "s22"} <= set(second.ids)
    assert "s20" not in second.ids


def test_a_question_that_was_posted_leaves_nothing_in_any_address(client: Client) -> None:
    make_surgeon()
    answer = Client(enforce_csrf_checks=True).post(reverse("search"), QUESTION | {"accepting": "true"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "1 surgeon within 25 miles" in page
    assert "?treatment" not in page
    assert "place=Winnetka" not in page


def test_the_answer_is_kept_by_nobody_and_sets_no_cookie(client: Client) -> None:
    make_surgeon()
    answer = client.get(reverse("search"), QUESTION)
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_twenty_results_cost_as_many_queries_as_two(
    client: Client, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for number in range(20):
        make_surgeon(at=(WINNETKA[0] + number / 1000, WINNETKA[1]), practices=1)
    ask(client, **QUESTION)
    # the revision counters (twice: search and labels), the stored cards
    with django_assert_max_num_queries(4):  # type: ignore[attr-defined]
        assert ask(client, **QUESTION).count('class="result') >= 20


def test_nothing_that_an_office_wrote_is_taken_for_markup(client: Client) -> None:
    wrote = '<b onclick="x">Ash & Co</b>'
    make_surgeon(family_name="O'<i>Dell</i>", credentials="<u>MD</u>", name=wrote, street=wrote, city="<s>Tampa</s>")
    page = ask(client, **QUESTION)
    assert not any(mark in page for mark in ("<b onclick", "<u>MD", "<i>Dell", "<s>Tampa"))
    assert "&lt;b onclick=&quot;x&quot;&gt;Ash &amp; Co&lt;/b&gt;" in page


def test_a_position_is_repeated_no_finer_than_it_was_used(client: Client) -> None:
    make_surgeon()
    page = ask(client, near="42.108712,-87.735821")
    assert "42.11,-87.74" in page
    assert "42.1087" not in page


def test_a_posted_question_can_be_turned_over_and_back_without_an_address(client: Client) -> None:
    for number in range(22):
        make_surgeon(at=(WINNETKA[0] + number / 1000, WINNETKA[1]))
    first = client.post(reverse("search"), {"place": "Winnetka, IL"}).content.decode()
    cursor = first.split('name="cursor" value="')[1].split('"')[0]
    second = client.post(reverse("search"), {"place": "Winnetka, IL", "cursor": cursor, "from": "21"}).content.decode()
    assert 'id="s21"' in second
    assert "Back to the first page" in second
    assert "place=" not in second


def test_machines_keep_the_bare_search_page_and_none_of_its_filtered_ones(client: Client) -> None:
    make_surgeon()
    plain = client.get("/search", {"place": "60093"}).content.decode()
    assert '<link rel="canonical" href="http://testserver/search">' in plain
    assert "noindex" not in plain
    assert "noindex" in client.get("/search", {"place": "60093", "language": "en"}).content.decode()
