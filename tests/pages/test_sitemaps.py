"""What machines that read the whole site are told: every page that there is, and no other."""

from __future__ import annotations

import datetime as dt
import re
from xml.etree import ElementTree as ET

import pytest

from tests.factories import make_article, make_concern, make_procedure, make_surgeon, make_text

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def locations(client, url: str) -> dict[str, str]:
    """Address -> day of the last change, "" where none is told."""
    answer = client.get(url)
    assert answer.status_code == 200
    found = {}
    for entry in ET.fromstring(answer.content):  # noqa: S314 - our own answer
        parts = {re.sub(r"{.*}", "", one.tag): one.text or "" for one in entry}
        found[parts["loc"].removeprefix("http://testserver")] = parts.get("lastmod", "")[:10]
    return found


def test_every_address_in_every_sitemap_is_there(client):
    make_surgeon(procedures=("facelift",))
    make_concern("large-pores")
    make_article("peels")
    found = [url for section in locations(client, "/sitemap.xml") for url in locations(client, section)]
    assert {"/", "/treatments/facelift", "/concerns/large-pores", "/learn/peels", "/find/us/il"} <= set(found)
    assert len(found) == len(set(found))
    for url in found:
        assert client.get(url).status_code == 200, url


def test_pages_say_when_they_last_changed(client):
    make_surgeon(family_name="Quill", confirmed_on=dt.date(2026, 9, 1), practices=2)
    make_text("facelift", updated=dt.date(2026, 10, 2))
    make_article("peels", updated=dt.date(2026, 10, 3))
    assert locations(client, "/sitemap-treatments.xml")["/treatments/facelift"] == "2026-10-02"
    assert locations(client, "/sitemap-articles.xml")["/learn/peels"] == "2026-10-03"
    assert locations(client, "/sitemap-surgeons.xml") == {"/surgeons/robin-quill": "2026-09-01"}
    whole = locations(client, "/sitemap.xml")
    assert (whole["/sitemap-treatments.xml"], whole["/sitemap-surgeons.xml"]) == ("2026-10-02", "2026-09-01")


def test_who_is_not_listed_and_what_is_not_published_is_in_none(client):
    make_surgeon(family_name="Gone", listed=False)
    make_article("unfinished", state="draft")
    make_procedure("old-lift", retired=True)
    found = [url for section in locations(client, "/sitemap.xml") for url in locations(client, section)]
    assert not [url for url in found if re.search("gone|unfinished|old-lift|find/us", url)]


def test_the_addresses_are_those_of_the_operators_site(client, settings):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://finder.example", ["*"]
    make_article("peels")
    for url in ("/sitemap.xml", "/sitemap-articles.xml", "/learn/feed.atom", "/robots.txt"):
        text = client.get(url).content.decode()
        assert "https://finder.example/" in text
        assert "testserver" not in text


def test_robots_may_read_all_but_later_pages_of_searches_and_a_demonstration_not_at_all(client, settings):
    settings.DEMONSTRATION = False
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /search?*cursor=\n" in text
    assert "Disallow: /\n" not in text
    assert "Sitemap: http://testserver/sitemap.xml" in text
    settings.DEMONSTRATION = True
    assert "Disallow: /\n" in client.get("/robots.txt").content.decode()


def test_a_demonstration_on_ones_own_machine_is_as_open_as_the_real_site(client):
    assert "Disallow: /\n" not in client.get("/robots.txt", headers={"host": "127.0.0.1:8000"}).content.decode()


def test_the_feed_names_the_newest_articles_first_and_no_draft(client):
    make_article("old", title="Old", updated=dt.date(2026, 1, 1), summary="What it was.")
    make_article("new", title="New", updated=dt.date(2026, 10, 1))
    make_article("unfinished", state="draft")
    answer = client.get("/learn/feed.atom")
    assert answer["Content-Type"].startswith("application/atom+xml")
    entries = ET.fromstring(answer.content).findall(f"{ATOM}entry")  # noqa: S314 - our own answer
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["New", "Old"]
    assert entries[1].findtext(f"{ATOM}summary") == "What it was."
    assert entries[0].find(f"{ATOM}link").attrib["href"] == "http://testserver/learn/new"


def test_they_may_be_kept_and_set_no_cookie(client):
    for url in ("/sitemap.xml", "/sitemap-pages.xml", "/robots.txt", "/learn/feed.atom"):
        answer = client.get(url)
        assert "public" in answer["Cache-Control"]
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")


def test_a_section_that_does_not_exist_is_not_found(client):
    assert client.get("/sitemap-none.xml").status_code == 404
