"""Reporting a problem: no account, no cookie, nothing kept about the reader, nothing typed lost."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core import signing
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.test import Client

from directory.models import ProblemReport, Surgeon, today
from directory.pages.report_limit import REPORTS_A_DAY, limit_key
from directory.pages.report_token import SALT, VALID_SECONDS, make_token
from tests.factories import make_surgeon
from tests.pages.reading import Page, open_page

pytestmark = pytest.mark.django_db

HOME = "http://testserver"


@pytest.fixture(autouse=True)
def _nothing_counted_yet():
    cache.clear()


@pytest.fixture
def reader() -> Client:
    """A browser that would be refused wherever Django's own protection still stood in the way."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def alice() -> Surgeon:
    return make_surgeon(family_name="Fernbrook")


def send(reader: Client, surgeon: Surgeon, *, headers: dict[str, str] | None = None, **fields: str):
    fields = {"token": make_token(surgeon.slug), "category": "phone", "text": "It rings and rings."} | fields
    address = f"{surgeon.get_absolute_url()}/report"
    return reader.post(address, fields, headers={"Origin": HOME} if headers is None else headers)


def test_a_report_arrives_without_account_or_cookie(reader, alice):
    page = open_page(reader, f"{alice.get_absolute_url()}/report")
    answer = send(reader, alice, token=page.value("token"))
    assert answer.status_code == 302
    assert "Your report has arrived" in open_page(reader, answer["Location"]).text
    assert not reader.cookies
    report = ProblemReport.objects.get()
    assert (report.surgeon, report.category, report.text) == (alice, "phone", "It rings and rings.")
    assert (report.state, report.reported_on) == ("open", today())


def test_nothing_about_the_reader_is_kept(reader, alice):
    fields = {field.name for field in ProblemReport._meta.get_fields()}
    assert fields == {"id", "surgeon", "category", "text", "reported_on", "state", "note", "closed_on"}


def test_a_surgeon_who_is_not_listed_cannot_be_asked_about(reader):
    hidden = make_surgeon(family_name="Hiddenbrook", listed=False)
    assert reader.get(f"{hidden.get_absolute_url()}/report").status_code == 404
    assert send(reader, hidden).status_code == 404
    assert not ProblemReport.objects.exists()
    assert "Hiddenbrook" not in open_page(reader, f"{hidden.get_absolute_url()}/report/sent").text


# ---------------------------------------------------------- what is sent wrong


def refused(answer, words: str) -> Page:
    """The page that says why, with what was typed still in it."""
    assert answer.status_code in (403, 422, 429)
    page = Page(answer.content.decode())
    assert words in page.text
    assert not ProblemReport.objects.filter(text="It rings and rings.").exists()
    return page


def test_without_a_category_it_is_asked_for_and_the_text_stays(reader, alice):
    page = refused(send(reader, alice, category=""), "Choose what is wrong.")
    assert "It rings and rings." in page.text


def test_a_category_of_ones_own_is_refused(reader, alice):
    refused(send(reader, alice, category="praise"), "Select a valid choice")


@pytest.mark.parametrize("category", ["credentials", "other"])
def test_a_doubt_needs_words(reader, alice, category):
    page = refused(send(reader, alice, category=category, text=" "), "Say in a few words what is wrong")
    assert [one["value"] for one in page.all("input") if "checked" in one] == [category]


def test_a_dead_phone_needs_none(reader, alice):
    assert send(reader, alice, text="").status_code == 302


def test_what_looks_like_a_social_security_number_is_refused_kindly(reader, alice):
    page = refused(send(reader, alice, text="My number is 219-09-9999, call me."), "a social security number")
    assert "219-09-9999" in page.text  # she can see what to take out
    assert not ProblemReport.objects.exists()


def test_a_text_that_is_too_long_is_kept_on_the_page(reader, alice):
    page = refused(send(reader, alice, text="long " * 500), "Use at most 2000 characters; this has 2499.")
    assert page.text.count("long ") > 490


def test_an_error_is_tied_to_its_field(reader, alice):
    page = refused(send(reader, alice, category="other", text=""), "Say in a few words")
    (area,) = page.all("textarea")
    assert area["aria-invalid"] == "true"
    assert set(area["aria-describedby"].split()) <= set(page.ids)
    assert "#text" in page.links


# ----------------------------------------------------- sent from somewhere else


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://testserver.evil.example", "https://testserver"]
)
def test_another_site_cannot_send_it(reader, alice, origin):
    refused(send(reader, alice, headers={"Origin": origin}), "Another site tried to send this form")


def test_a_browser_that_names_another_site_without_an_origin_is_refused(reader, alice):
    refused(send(reader, alice, headers={"Sec-Fetch-Site": "cross-site"}), "Another site tried")


def test_a_trusted_origin_may_send_it(reader, alice, settings):
    settings.CSRF_TRUSTED_ORIGINS = ["https://find.society.example"]
    assert send(reader, alice, headers={"Origin": "https://find.society.example"}).status_code == 302


@pytest.mark.parametrize("token", ["", "made-up", "robin:1:x"])
def test_a_form_that_we_did_not_make_is_refused_and_can_be_sent_again(reader, alice, token):
    page = refused(send(reader, alice, token=token), "This page was open for too long")
    assert send(reader, alice, token=page.value("token")).status_code == 302


def test_the_mark_is_for_one_surgeon(reader, alice):
    refused(send(reader, alice, token=make_token("somebody-else")), "This page was open for too long")


def test_the_mark_ends_after_a_day(reader, alice, monkeypatch):
    now = signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now - VALID_SECONDS - 1)
    old = make_token(alice.slug)
    monkeypatch.undo()
    refused(send(reader, alice, token=old), "This page was open for too long")
    assert signing.TimestampSigner(salt=SALT).unsign(old) == alice.slug  # only its age was wrong


# ------------------------------------------------------------------ not a flood


def test_one_network_may_send_so_many_a_day_and_the_text_stays(reader, alice):
    for number in range(REPORTS_A_DAY):
        assert send(reader, alice, text=f"report {number}").status_code == 302
    page = refused(send(reader, alice), "Many reports came from your network today")
    assert "It rings and rings." in page.text
    elsewhere = Client(REMOTE_ADDR="198.51.100.7")
    assert send(elsewhere, alice).status_code == 302


def test_a_report_that_was_refused_does_not_count(reader, alice):
    for _number in range(REPORTS_A_DAY + 1):
        send(reader, alice, category="")
    assert send(reader, alice).status_code == 302


def test_the_address_is_counted_under_a_hash_that_changes_with_the_day_and_the_key(monkeypatch, settings):
    key = limit_key("203.0.113.9")
    assert "203.0.113.9" not in key
    assert key == limit_key("203.0.113.9")
    assert key != limit_key("203.0.113.10")
    with monkeypatch.context() as tomorrow:
        tomorrow.setattr("directory.pages.report_limit.today", lambda: today().replace(year=2031))
        assert key != limit_key("203.0.113.9")
    settings.SECRET_KEY = "another"
    assert key != limit_key("203.0.113.9")


def test_a_household_with_ipv6_counts_as_one_network():
    assert limit_key("2001:db8:1:2::5") == limit_key("2001:db8:1:2:ffff::9")
    assert limit_key("2001:db8:1:2::5") != limit_key("2001:db8:1:3::5")


# ---------------------------------------------------------------------- staff


@pytest.fixture
def stella(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("stella"))
    return client


def test_staff_see_reports_and_close_them_on_the_day(stella, alice):
    report = ProblemReport.objects.create(surgeon=alice, category="phone", text="Dead line.")
    assert "The phone number does not work" in open_page(stella, "/staff/directory/problemreport/").text
    address = f"/staff/directory/problemreport/{report.pk}/change/"
    assert "Dead line." in open_page(stella, address).text
    answer = stella.post(address, {"state": "mended", "note": "New number.", "text": "changed"})
    assert answer.status_code == 302
    report.refresh_from_db()
    assert (report.state, report.closed_on, report.text) == ("mended", today(), "Dead line.")
    stella.post(address, {"state": "open", "note": ""})
    report.refresh_from_db()
    assert report.closed_on is None


def test_the_database_refuses_a_closed_report_without_its_day(alice):
    with pytest.raises(IntegrityError, match="problem_report_that_is_closed_says_when"), transaction.atomic():
        ProblemReport.objects.create(surgeon=alice, category="phone", state="mended")
