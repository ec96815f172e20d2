"""The finder inside a page of another origin, as a stranger's site shows it."""

from __future__ import annotations

import http.server
import threading
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from django.test.testcases import LiveServerThread
from playwright.sync_api import Page, expect

from tests.browser_watch import Watch
from tests.factories import make_concern, make_surgeon

pytestmark = pytest.mark.django_db(transaction=True)
FILE = "/static/directory/embed/surgeon-finder.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MOST_BYTES = 15_000
POLICY = "default-src 'none'; script-src {service}; connect-src {service}"
PAGE = """<!doctype html>
<html lang="{lang}"><head><title>A clinic</title><meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,"><script type="module" src="{service}{file}"></script></head>
<body><main><h1>Our clinic</h1><surgeon-finder {attributes}>
<a href="{service}/search?treatment=large+pores" rel="noopener">Find a surgeon</a>
</surgeon-finder></main></body></html>"""


class Foreign(http.server.BaseHTTPRequestHandler):
    """One page, the same at every address, under a strict policy and isolated from other origins."""

    page = ""
    service = ""

    def do_GET(self) -> None:
        body = self.page.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", f"{POLICY.format(service=self.service)}; img-src data:")
        self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Nothing."""


@pytest.fixture
def service() -> Iterator[str]:
    """The service as it is deployed: static files by its own middleware, with the headers they have there."""
    thread = LiveServerThread("127.0.0.1", static_handler=lambda application: application)  # type: ignore[arg-type]
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    assert not thread.error
    yield f"http://127.0.0.1:{thread.port}"
    thread.terminate()


@dataclass
class Site:
    """A stranger's site: `show` puts the element into its page and opens that."""

    page: Page
    service: str
    port: int
    watch: Watch

    def show(self, attributes: str = 'treatment="large pores" place="60093"', lang: str = "en") -> Page:
        Foreign.service = self.service
        Foreign.page = PAGE.format(lang=lang, service=self.service, file=FILE, attributes=attributes)
        self.page.goto(f"http://127.0.0.1:{self.port}/")
        return self.page


@pytest.fixture
def site(service: str, new_context: Callable[..., Any]) -> Iterator[Site]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Foreign)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    watch = Watch(site=service)
    watch.allow(f"request to another host: http://127.0.0.1:{server.server_port}/$")  # the page itself
    context = new_context()
    watch.attach(context)
    yield Site(context.new_page(), service, server.server_port, watch)
    problems = watch.finish(context)
    server.shutdown()
    server.server_close()
    assert not problems, "\n".join(problems)


@pytest.fixture
def surgeon() -> Any:
    make_concern("large-pores", treatments=["chemical-peel"])
    return make_surgeon(given_name="Robin", family_name="Marlowe", city="Winnetka")


def test_it_is_one_small_file_that_another_origin_may_load(service: str) -> None:
    with open(finders.find("directory/embed/surgeon-finder.js"), "rb") as file:  # type: ignore[arg-type]
        text = file.read()
    assert len(text) < MOST_BYTES
    assert b"import " not in text
    assert b"innerHTML" not in text
    with urllib.request.urlopen(service + FILE) as response:  # noqa: S310 - our own server
        assert response.read() == text
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert response.headers["Content-Type"].startswith("text/javascript")
    with urllib.request.urlopen(f"{service}/static/directory/css/tokens.css") as response:  # noqa: S310
        assert "Cross-Origin-Resource-Policy" not in response.headers


def test_a_strangers_page_shows_surgeons_with_their_evidence(site: Site, surgeon: Any) -> None:
    page = site.show()
    expect(page.get_by_role("status")).to_have_text("1 surgeon near ZIP 60093, Winnetka, Illinois.")
    found = page.get_by_role("link", name="Robin Marlowe, MD")
    expect(found).to_have_attribute("href", f"{site.service}/surgeons/{surgeon.slug}")
    expect(page.get_by_text("Board certified in plastic surgery")).to_contain_text("(checked ")
    links = page.locator("surgeon-finder a")
    assert {one.get_attribute("rel") for one in links.all()} == {"noopener"}
    expect(page.get_by_role("link", name="All details")).to_have_attribute(
        "href", f"{site.service}/search?treatment=large+pores&place=60093"
    )


def test_nothing_is_asked_before_the_visitor_asks(site: Site, surgeon: Any) -> None:
    asked: list[str] = []
    site.page.on("request", lambda request: asked.append(request.url))
    page = site.show('treatment="large pores"')
    expect(page.get_by_role("link", name="Find a surgeon")).to_be_visible()
    assert not [url for url in asked if "/api/" in url]

    page.get_by_role("button", name="Find surgeons").click()
    expect(page.get_by_role("status")).to_have_text("Enter a ZIP or a city.")
    page.keyboard.type("60093")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_contain_text("1 surgeon near")
    assert len([url for url in asked if "/api/" in url]) == 1


@pytest.mark.parametrize(
    ("attributes", "said"),
    [
        ('treatment="qwertzuiop" place="60093"', "We do not know a treatment"),
        ('treatment="large pores" place="Xyzzyqq"', "We do not know this place"),
        ('treatment="large pores" place="Tampa, FL"', "Nobody within 25 miles of Tampa, Florida. The nearest outside"),
    ],
)
def test_it_says_what_came_of_it(site: Site, surgeon: Any, attributes: str, said: str) -> None:
    page = site.show(attributes)
    expect(page.get_by_role("status")).to_contain_text(said)
    name = "All details" if "Tampa" in attributes else "Find a surgeon"
    expect(page.get_by_role("link", name=name)).to_be_visible()


def test_where_the_list_cannot_be_reached_the_plain_link_stays(site: Site, surgeon: Any) -> None:
    site.page.route(
        "**/api/**", lambda route: route.fulfill(status=503, body="", headers={"Access-Control-Allow-Origin": "*"})
    )
    site.watch.allow("status of 503")
    page = site.show('treatment="large pores"')
    page.get_by_label("ZIP or city").fill("60093")
    with page.expect_response("**/api/**"):
        page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("The list could not be reached. Try again later.")
    expect(page.get_by_role("link", name="Find a surgeon")).to_be_visible()


def test_it_speaks_the_language_of_the_page(site: Site, surgeon: Any) -> None:
    page = site.show(lang="es")
    expect(page.get_by_role("status")).to_contain_text("1 cirujano cerca de")
    expect(page.get_by_label("Código postal o ciudad")).to_have_value("60093")


def test_its_colours_are_the_pages_to_choose(site: Site, surgeon: Any) -> None:
    page = site.show()
    page.evaluate(
        "document.querySelector('surgeon-finder').style.setProperty('--surgeon-finder-accent', 'rgb(0, 75, 135)')"
    )
    expect(page.get_by_role("button")).to_have_css("background-color", "rgb(0, 75, 135)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_for_everybody(site: Site, surgeon: Any, scheme: Any) -> None:
    site.page.emulate_media(color_scheme=scheme)
    page = site.show()
    expect(page.get_by_role("status")).to_contain_text("1 surgeon")
    found = Axe().run(page, options={"runOnly": STANDARDS})
    assert not found.violations_count, found.generate_report()
