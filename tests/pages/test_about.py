"""How the order is made, what the evidence means, whose data this is."""

from __future__ import annotations

import pytest
from django.conf import settings

from directory.pages.about_notice import read_notice
from directory.search.cards import CONFIRMATION_DAYS
from tests.pages.reading import open_page

NOTICE = settings.BASE_DIR / "NOTICE"


@pytest.mark.parametrize("url", ["/ranking", "/privacy", "/about-the-evidence", "/credits"])
def test_the_pages_have_one_heading_and_may_be_kept(client, url):
    answer = client.get(url)
    assert answer.content.decode().count("<h1") == 1
    assert "public" in answer["Cache-Control"]
    assert client.get(url, headers={"If-None-Match": answer["ETag"]}).status_code == 304


def test_the_order_is_published(client):
    text = open_page(client, "/ranking").text
    assert "Nobody can pay to be listed, or to be higher" in text
    assert text.index("By distance") < text.index("by family name") < text.index("by the order in which the records")
    assert "within 25 miles" in text


def test_the_evidence_names_boards_exactly_and_says_what_they_do_not_prove(client):
    text = open_page(client, "/about-the-evidence").text
    assert "American Board of Plastic Surgery (ABPS)" in text
    assert "hand, and only hand" in text
    assert "What it does not mean" in text
    assert f"Every {CONFIRMATION_DAYS} days" in text


def test_every_credit_in_the_notice_is_on_the_page_with_its_license_and_source(client):
    page = open_page(client, "/credits")
    credits = read_notice(NOTICE)
    assert {"GeoNames", "OpenStreetMap", "Leaflet", "Literata"} <= {one.name for one in credits}
    for one in credits:
        assert one.what in page.text
        assert one.license in page.text
        assert one.source in page.links


def test_the_files_that_the_notice_names_exist():
    for one in read_notice(NOTICE):
        path = one.here.split(",")[0].split(";")[0]
        assert (settings.BASE_DIR / path).exists(), f"{one.name}: {path}"


def test_a_notice_entry_without_a_license_is_refused(tmp_path):
    notice = tmp_path / "NOTICE"
    notice.write_text("Intro.\n\nThing\nWhat: something.\nHere: there\nFrom: https://example.org/\n")
    with pytest.raises(KeyError, match="License"):
        read_notice(notice)
