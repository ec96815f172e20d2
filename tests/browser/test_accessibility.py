"""No page breaks a rule that axe can check, in light and dark, on a phone, on a desk and zoomed to 200 %.

A page is added by a line in PAGES: a name and an address; `settle` says who lives there.
"""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext

from tests.browser.places_and_surgeons import settle
from tests.browser.test_search_journeys import TAMPA
from tests.browser_watch import Watch

pytestmark = pytest.mark.django_db(transaction=True)

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = {"phone": 390, "zoomed": 640, "desk": 1280}
PAGES = {
    "home": "/",
    "found": TAMPA,
    "by name": "/search",
    "ambiguous treatment": "/search?treatment=BBL&place=Tampa,+FL",
    "ambiguous place": "/search?treatment=large+pores&place=Springfield",
    "nobody near": "/search?treatment=large+pores&place=Alpine,+TX",
    "too many filters": f"{TAMPA}&language=km&gender=nonbinary",
    "treatment unknown": "/search?treatment=qwertzuiop&place=Tampa,+FL",
    "place unknown": "/search?treatment=large+pores&place=Xyzzyqq",
    "bad question": f"{TAMPA}&radius=9999",
    "empty shortlist": "/compare",
    "shortlist": "/compare?s=alma-ash&s=bea-birch&treatment=large+pores",
    "design": "/design",
    "not found": "/surgeons/nobody/none",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_for_everybody(context: BrowserContext, watch: Watch, name: str, scheme: str) -> None:
    watch.allow("the server responded with a status of 40[04]")
    settle()
    page = context.new_page()
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    for size, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(PAGES[name])
        before = list(watch.problems)
        found = Axe().run(page, options={"runOnly": STANDARDS})
        watch.problems[:] = before  # axe tries a style of its own, which the content policy rightly blocks
        assert not found.violations_count, f"{name}, {size}, {scheme}: {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{name}, {size}: scrolls sideways"
