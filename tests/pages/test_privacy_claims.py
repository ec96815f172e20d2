"""Every line of /privacy is held here: a claim on the page without a test of its name fails."""

from __future__ import annotations

import logging
import re
import sys
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.http import QueryDict
from django.test import Client

from directory.models import ProblemReport
from directory.search.parameters import parse
from tests.factories import make_article, make_concern, make_surgeon
from tests.pages.reading import Page, open_page

pytestmark = pytest.mark.django_db

QUESTION = "?treatment=large+pores&near=42.10816,-87.73594"
# Elements that a browser fetches by itself, and the attribute that says from where.
FETCHED = {
    "script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src", "video": "src", "audio": "src",
    "embed": "src", "object": "data", "use": "href", "form": "action", "input": "src",
}  # fmt: skip


@pytest.fixture
def pages() -> list[str]:
    """Every kind of page that a patient may open."""
    surgeon = make_surgeon(procedures=("mesobotox",), website="https://office.example/", photo="surgeons/a.jpg")
    make_concern("large-pores")
    make_article("pores", treatments=("mesobotox",), contributors=[surgeon])
    one = surgeon.get_absolute_url()
    return [
        "/", "/search", f"/search{QUESTION}", "/search?treatment=zzqx&place=Nowhereville", "/compare", one,
        f"{one}{QUESTION}", f"{one}/report", f"{one}/report/sent", "/surgeons/nobody", "/treatments/",
        "/treatments/?q=pores", "/treatments/mesobotox", "/concerns/", "/concerns/large-pores", "/learn/",
        "/learn/pores", "/ranking", "/privacy", "/about-the-evidence", "/credits",
    ]  # fmt: skip


def test_every_claim_has_its_test(client):
    claims = [one["id"] for one in open_page(client, "/privacy").all("div") if "id" in one]
    here = vars(sys.modules[__name__])
    assert claims
    for claim in claims:
        assert f"test_{claim.replace('-', '_')}" in here, f"nothing holds the claim {claim}"


def test_no_cookie(client, pages):
    for page in pages:
        answer = client.get(page)
        assert not answer.cookies, page
        assert "Cookie" not in answer.get("Vary", ""), page


def test_no_other_host(client, pages):
    for page in pages:
        answer = client.get(page)
        for tag, attributes in Page(answer.content.decode()).elements:
            if attributes.get("rel") == "canonical":
                continue  # names the page itself; nothing is fetched for it
            address = attributes.get(FETCHED.get(tag, ""), "")
            assert not urlsplit(address).netloc, f"{page}: <{tag}> asks {address}"
            assert "srcset" not in attributes, page
            assert "style" not in attributes, page
        allowed = set(answer["Content-Security-Policy"].replace(";", " ").split())
        assert not {one for one in allowed if re.match(r"https?:|\*", one)}, page


def test_not_in_logs(client, pages, caplog, capfd):
    caplog.set_level(logging.INFO)
    with caplog.at_level(logging.INFO, logger="django"):
        for page in (page for page in pages if "?" in page):
            client.get(page)
        client.get("/search?radius=wrong&treatment=large+pores")
        client.get("/surgeons/nobody?treatment=large+pores")
    told = caplog.text + "".join(capfd.readouterr())
    for secret in ("pores", "42.1", "-87.7", "Nowhereville", "zzqx"):
        assert secret not in told, secret


def test_the_server_keeps_no_access_log():
    started = (settings.BASE_DIR / "run").read_text()
    assert "--no-access-log" in started


def test_rounded_position(client):
    criteria = parse(QueryDict("near=42.10816,-87.73594"))
    assert criteria.near is not None
    assert (criteria.near.lat, criteria.near.lng) == (42.11, -87.74)
    surgeon = make_surgeon(at=(42.3, -87.9))
    for page in (f"/search{QUESTION}", f"{surgeon.get_absolute_url()}{QUESTION}"):
        shown = re.sub(r"(?s)<head>.*?</head>", "", client.get(page).content.decode())
        assert "42.10816" not in shown, page


def test_no_referrer(client, pages):
    for page in pages:
        answer = client.get(page)
        assert answer["Referrer-Policy"] in ("strict-origin", "same-origin", "no-referrer"), page
        for link in Page(answer.content.decode()).all("a"):
            if urlsplit(link.get("href", "")).netloc:
                assert "noreferrer" in link.get("rel", "").split(), f"{page}: {link['href']}"


def test_anonymous_report(db):
    names = {field.name for field in ProblemReport._meta.get_fields()}
    assert not names & {"ip", "address", "email", "name", "user", "session", "reported_at", "created_at"}
    surgeon = make_surgeon()
    reader = Client(REMOTE_ADDR="203.0.113.9")
    page = open_page(reader, f"{surgeon.get_absolute_url()}/report")
    sent = reader.post(
        f"{surgeon.get_absolute_url()}/report",
        {"token": page.value("token"), "category": "phone", "text": ""},
        headers={"Origin": "http://testserver"},
    )
    assert sent.status_code == 302
    from django.db import connection

    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - names of our own tables
            assert "203.0.113.9" not in repr(cursor.fetchall()), table
