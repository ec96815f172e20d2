"""From an article to a surgeon and back, on a phone and without a script; and no page to read shuts anybody out."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from playwright.sync_api import BrowserContext, Page, expect

from directory.models import ProblemReport
from tests.browser.test_accessibility import STANDARDS
from tests.browser_watch import Watch
from tests.factories import load_vocabulary, make_surgeon

pytestmark = pytest.mark.django_db(transaction=True)

ARTICLE = "/learn/large-pores-and-mesobotox"
SURGEON = "/surgeons/marigold-quill"
PAGES = {
    "surgeon": SURGEON,
    "surgeon asked about": f"{SURGEON}?treatment=large+pores&place=Winnetka,+IL",
    "surgeon not listed": "/surgeons/nobody",
    "report": f"{SURGEON}/report",
    "report sent": f"{SURGEON}/report/sent",
    "treatments": "/treatments/",
    "treatments narrowed": "/treatments/?q=pores",
    "treatments none": "/treatments/?q=zzqx",
    "treatment": "/treatments/mesobotox",
    "concerns": "/concerns/",
    "concern": "/concerns/large-pores",
    "learn": "/learn/",
    "learn searched": "/learn/?q=does+mesobotox+hurt",
    "learn none": "/learn/?q=zzqx",
    "article": ARTICLE,
    "countries": "/find/",
    "region": "/find/us/il",
    "city": "/find/us/il/winnetka",
    "ranking": "/ranking",
    "privacy": "/privacy",
    "evidence": "/about-the-evidence",
    "credits": "/credits",
}


def settle() -> None:
    """The whole vocabulary, the committed articles and texts, and one surgeon in Winnetka."""
    load_vocabulary()
    call_command("sync_articles", verbosity=0)
    call_command("sync_texts", verbosity=0)
    make_surgeon(
        given_name="Marigold",
        family_name="Quill",
        procedures=("mesobotox", "chemical-peel"),
        practices=2,
        hours={"mon": "8:30-17:00"},
        offering={"since": 2015},
        website="https://office.example/",
        medical_school="University of Invented Springs",
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_to_read_are_for_everybody(context: BrowserContext, watch: Watch, scheme: str) -> None:
    watch.allow("the server responded with a status of 404")
    settle()
    page = context.new_page()
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    wrong = []
    for name, address in PAGES.items():
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(address)
            before = list(watch.problems)
            found = Axe().run(page, options={"runOnly": STANDARDS})
            watch.problems[:] = before  # axe tries a style of its own, which the content policy rightly blocks
            if found.violations_count:
                wrong.append(f"{name}, {width}: {found.generate_report()}")
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wrong.append(f"{name}, {width}: scrolls sideways")
    assert not wrong, "\n".join(wrong)


def test_the_loop_holds_from_an_article_to_a_surgeon_and_back(page: Page) -> None:
    settle()
    page.goto(ARTICLE)
    page.locator("#search").get_by_label("near").fill("Winnetka, IL")
    page.locator("#search").get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Marigold Quill").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Marigold Quill")
    expect(page.get_by_role("heading", name="The evidence")).to_be_visible()
    page.locator(f'main a[href="{ARTICLE}"]').first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Large pores")


def test_a_concern_on_a_phone_folds_its_table_and_leads_to_surgeons(page: Page) -> None:
    settle()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/concerns/large-pores")
    row = page.get_by_role("row").filter(has_text="Mesobotox")
    box = row.bounding_box()
    assert box is not None
    assert box["width"] <= 390
    row.get_by_role("link", name="One surgeon").click()
    expect(page.get_by_role("link", name="Marigold Quill").first).to_be_visible()


def test_a_worry_leads_to_what_is_normal_to_a_treatment_with_its_risks_and_to_a_surgeon(page: Page) -> None:
    settle()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/learn/")
    page.get_by_label("Your question, or a word").fill("are my pores too big?")
    page.get_by_role("button", name="Find in Learn").click()
    page.get_by_role("link", name="Large pores", exact=True).click()
    expect(page.get_by_text("Awaiting medical review.")).to_be_visible()
    expect(page.get_by_role("heading", name="What is normal")).to_be_visible()
    expect(page.get_by_role("heading", name="When to see someone soon")).to_be_visible()
    row = page.get_by_role("row").filter(has_text="Mesobotox")
    expect(row.get_by_role("cell")).to_have_count(5)
    row.get_by_role("link", name="Mesobotox").click()
    expect(page.get_by_role("heading", name="What can go wrong")).to_be_visible()
    page.get_by_label("ZIP code or city").fill("Winnetka, IL")
    page.get_by_role("button", name="Find surgeons").click()
    expect(page.get_by_role("link", name="Marigold Quill").first).to_be_visible()


def test_a_place_leads_to_a_treatment_offered_there(page: Page) -> None:
    settle()
    page.goto("/find/")
    for name in ("United States", "Illinois", "Winnetka"):
        page.get_by_role("main").get_by_role("link", name=name).click()
    page.get_by_role("link", name="Chemical peel").click()
    expect(page.get_by_role("link", name="Marigold Quill").first).to_be_visible()


def test_a_report_is_sent_in_a_browser_without_a_cookie(page: Page, watch: Watch) -> None:
    watch.allow("the server responded with a status of 422")  # the first try lacks its words
    settle()
    page.goto(SURGEON)
    page.get_by_role("link", name="Report a problem").click()
    page.get_by_label("Something else").check()
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_role("alert")).to_contain_text("Not sent yet")
    page.get_by_label("What did you find?").fill("The door is closed for good.")
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Your report has arrived")
    assert ProblemReport.objects.get().text == "The door is closed for good."
