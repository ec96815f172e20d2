"""A surgeon's page: only of those who are listed, each fact with its dates, and the way on."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from directory.models import Listing, Offering, Surgeon, today
from directory.pages.wording import within
from tests.factories import make_article, make_practice, make_procedure, make_surgeon
from tests.pages.reading import Page, open_page

pytestmark = pytest.mark.django_db

LONG_AGO = dt.timedelta(days=120)


def page_of(client, surgeon: Surgeon, query: str = "") -> Page:
    return open_page(client, surgeon.get_absolute_url() + query)


def facts_of(surgeon: Surgeon) -> list[dict[str, str]]:
    facts: list[dict[str, str]] = json.loads(Listing.objects.filter(surgeon=surgeon)[0].card)["evidence"]
    return facts


# ---------------------------------------------------------------- who has one


@pytest.mark.parametrize(
    "missing",
    [
        {"listed": False},
        {"board": None},
        {"accreditor": None},
        {"do_not_list": True},
        {"standing": "suspended"},
        {"certification": {"status": "revoked"}},
        {"membership_until": dt.date(2020, 1, 1)},
    ],
    ids=lambda missing: next(iter(missing)),
)
def test_who_is_not_listed_has_no_page_and_nothing_of_the_record_is_shown(client, missing):
    hidden = make_surgeon(family_name="Hiddenbrook", phone="+13125550199", biography="A secret life.", **missing)
    answer = client.get(hidden.get_absolute_url())
    nobody = client.get("/surgeons/never-was-here")
    assert (answer.status_code, nobody.status_code) == (404, 404)
    assert answer.content == nobody.content  # not even that there is a record


def test_the_page_of_nobody_offers_a_search(client):
    page = open_page(client, "/surgeons/never-was-here", status=404)
    assert "Nobody is listed here now" in page.text
    assert any(form.get("action") == "/search" for form in page.all("form"))


def test_a_surgeon_whose_certificate_expires_today_has_a_page(client):
    assert page_of(client, make_surgeon(certificate_expires=today()))
    ended = make_surgeon(certificate_expires=today() - dt.timedelta(days=1))
    assert client.get(ended.get_absolute_url()).status_code == 404


# --------------------------------------------------------------- the evidence


def test_every_fact_stands_there_in_the_words_of_the_search_with_its_dates_and_source(client):
    surgeon = make_surgeon()
    page = page_of(client, surgeon)
    shown = facts_of(surgeon)
    assert {fact["kind"] for fact in shown} == {"certification", "membership", "facility", "confirmation"}
    dates = {one["datetime"] for one in page.all("time")}
    for fact in shown:
        assert fact["statement"] in page.text
        assert fact["source"] in page.text
        assert {fact["checked_on"], fact["valid_until"]} <= dates


def test_a_certificate_that_has_run_out_is_not_shown_beside_one_that_holds(client):
    surgeon = make_surgeon()
    surgeon.certifications.create(
        board="aboto", certificate="other", status="active", verified_on=today(), expires=today() - LONG_AGO
    )
    assert "Otolaryngology" not in page_of(client, surgeon).text


def test_a_lifetime_certificate_says_so(client):
    page = page_of(client, make_surgeon(certificate_expires=None))
    assert "lifetime certificate" in page.text
    assert "Holds until for life" in page.text


def test_a_hand_certificate_is_never_called_plastic_surgery(client):
    page = page_of(client, make_surgeon(certificate="hand"))
    assert "Board certified in surgery of the hand" in page.text
    assert "Board certified in plastic surgery" not in page.text


def test_an_overdue_confirmation_is_said_with_its_day(client):
    since = today() - LONG_AGO
    page = page_of(client, make_surgeon(confirmed_on=since))
    assert "has not confirmed this record since" in page.text
    assert since.isoformat() in {one["datetime"] for one in page.all("time")}


def test_on_the_ninetieth_day_a_confirmation_still_counts(client):
    page = page_of(client, make_surgeon(confirmed_on=today() - dt.timedelta(days=90)))
    assert "has not confirmed" not in page.text


def test_a_candidate_is_marked_as_not_yet_certified(client, settings):
    settings.LIST_CANDIDATES = True
    page = page_of(client, make_surgeon(member_class="candidate", board=None))
    assert "Not yet board certified" in page.text
    assert "Board certified in" not in page.text
    assert "Plastic surgeon in" not in page.text


def test_the_bars_are_numbers_in_every_language(client):
    from django.utils import translation

    surgeon = make_surgeon()
    with translation.override("es"):
        page = page_of(client, surgeon)
    numbers = [one[name] for one in page.all("rect") for name in ("x", "width")]
    assert numbers
    assert all(0 <= float(number) <= 100 for number in numbers)


# ------------------------------------------------- what is offered, and where


def test_treatments_are_grouped_and_lead_to_their_pages(client):
    surgeon = make_surgeon(procedures=("facelift", "chemical-peel"), offering={"since": 2011, "volume": "50-99"})
    page = page_of(client, surgeon)
    assert {"/treatments/facelift", "/treatments/chemical-peel"} <= set(page.links)
    assert "Face and neck" in page.text
    assert page.text.count("50 to 99 a year") == 2
    assert page.text.count("since 2011") == 2


def test_what_the_office_has_not_said_is_said_to_be_unsaid(client):
    page = page_of(client, make_surgeon(accepting=None, telehealth=None))
    assert "has not said how many" in page.text
    assert "New patients: the office has not said" in page.text
    assert "Hours: the office has not said" in page.text


def test_a_treatment_of_one_practice_among_two_names_it_once(client):
    surgeon = make_surgeon(practices=2, procedures=())
    branch = make_practice(surgeon, name="Harbor Branch")
    Offering.objects.create(surgeon=surgeon, procedure=make_procedure("facelift"), practice=branch)
    page = page_of(client, surgeon)
    assert "at Harbor Branch only" in page.text
    assert page.links.count("/treatments/facelift") == 1


def test_a_practice_has_its_address_a_telephone_link_and_leads_out_without_a_referrer(client):
    surgeon = make_surgeon(website="https://lakeside.example/", phone="+13125550142")
    page = page_of(client, surgeon)
    assert "1 Elm Street" in page.text
    assert "tel:+13125550142" in page.links
    assert "(312) 555-0142" in page.text
    outward = [one for one in page.all("a") if one.get("href", "").startswith("http")]
    assert {one["href"].split("/")[2] for one in outward} == {"lakeside.example", "www.openstreetmap.org"}
    assert all({"noreferrer", "noopener", "external"} <= set(one["rel"].split()) for one in outward)


def test_hours_are_a_table_with_one_day_marked_as_today(client):
    page = page_of(client, make_surgeon(hours={"mon": "8:30-17:00", "sat": "9:00-12:00, 13:00-15:30"}))
    assert "8:30 am to 5:00 pm" in page.text
    assert "9:00 am to 12:00 pm, 1:00 pm to 3:30 pm" in page.text
    assert page.text.count("closed") == 5
    assert page.text.count("(today)") == 1


def test_hours_in_words_are_shown_as_they_were_written(client):
    assert "by appointment" in page_of(client, make_surgeon(hours={"thu": "by appointment"})).text


def test_without_a_photo_the_initials_stand_for_the_face(client):
    page = page_of(client, make_surgeon(given_name="Marigold", family_name="Quill"))
    assert not page.all("img")
    assert "M Q" in page.text


def test_a_photo_has_its_size_and_a_name(client):
    page = page_of(client, make_surgeon(given_name="Marigold", family_name="Quill", photo="surgeons/one.jpg"))
    (photo,) = page.all("img")
    assert photo["alt"] == "Portrait of Marigold Quill"
    assert photo["src"] == "/media/surgeons/one.jpg"
    assert photo["width"]
    assert photo["height"]


def test_text_of_a_member_cannot_become_part_of_the_page(client):
    surgeon = make_surgeon(biography="<script>alert(1)</script>", family_name="Quill</script><b>")
    page = page_of(client, surgeon)
    assert not [one for one in page.all("script") if not one]
    assert not page.all("b")
    assert page.data["name"].startswith(surgeon.full_name)


# ------------------------------------------------------------------ the way on


def test_articles_about_what_is_offered_are_linked(client):
    surgeon = make_surgeon(procedures=("chemical-peel",))
    make_article("peels", treatments=("chemical-peel",))
    make_article("faces", treatments=("facelift",))
    page = page_of(client, surgeon)
    assert "/learn/peels" in page.links
    assert "/learn/faces" not in page.links


def test_who_comes_from_a_search_sees_what_she_asked_about_and_the_way_back(client):
    surgeon = make_surgeon(procedures=("facelift", "chemical-peel"))
    make_article("peels", treatments=("chemical-peel",))
    page = page_of(client, surgeon, "?treatment=chemical+peel&near=42.11,-87.74")
    assert "You wrote chemical peel" in page.text
    assert "/search?treatment=chemical+peel&near=42.11,-87.74" in page.links
    assert "0.2 miles from" in page.text or "0.3 miles from" in page.text
    assert page.links.count("/treatments/chemical-peel") == 2
    assert page.links.count("/treatments/facelift") == 1


def test_who_comes_otherwise_sees_no_question(client):
    page = page_of(client, make_surgeon())
    assert "What you asked about" not in page.text
    assert "Back to the search" not in page.text


@pytest.mark.parametrize("query", ["?radius=never", "?near=here", "?treatment=zzqx", "?place=Nowhereville+XQ", "?x=1"])
def test_a_question_that_cannot_be_read_leaves_the_page_whole(client, query):
    assert "The evidence" in page_of(client, make_surgeon(), query).text


def test_the_page_ends_in_a_way_to_report_a_problem(client):
    surgeon = make_surgeon()
    assert f"{surgeon.get_absolute_url()}/report" in page_of(client, surgeon).links


# ------------------------------------------------- for machines, and the cost


def test_machines_read_a_physician_with_the_same_facts(client):
    surgeon = make_surgeon(procedures=("chemical-peel",), practices=2)
    data = page_of(client, surgeon).data
    assert (data["@type"], data["telephone"], len(data["location"])) == ("Physician", "+13125550142", 2)
    assert data["address"]["postalCode"] == "60093"
    assert data["url"] == f"http://testserver{surgeon.get_absolute_url()}"
    assert [one["name"] for one in data["availableService"]] == ["Chemical peel"]


def test_the_page_costs_the_same_however_much_there_is(client, django_assert_num_queries):
    small = make_surgeon(procedures=("facelift",))
    large = make_surgeon(procedures=("facelift", "chemical-peel", "mesobotox", "tummy-tuck"), practices=5)
    for _number in range(6):
        make_article(treatments=("facelift",))
    page_of(client, small)  # the process reads words and articles once
    for surgeon in (small, large):
        # revisions, the surgeon, certificates, facilities, practices, offerings
        with django_assert_num_queries(6):
            page_of(client, surgeon)


def test_a_reader_who_has_the_page_already_is_told_so(client):
    surgeon = make_surgeon()
    first = client.get(surgeon.get_absolute_url())
    assert "public" in first["Cache-Control"]
    again = client.get(surgeon.get_absolute_url(), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    surgeon.practices.update(city="Evanston")
    assert client.get(surgeon.get_absolute_url(), headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_the_page_cannot_be_written_to(client):
    assert client.post(make_surgeon().get_absolute_url()).status_code == 405


def test_who_confirmed_reads_as_part_of_the_sentence() -> None:
    assert within("The surgeon") == "the surgeon"
    assert within("Theodora Ash") == "Theodora Ash"
