"""A patient's ways through the site in Chromium: by hand, by keyboard, on a phone, without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.places_and_surgeons import settle

pytestmark = pytest.mark.django_db(transaction=True)
TAMPA = "/search?treatment=large+pores&place=Tampa,+FL"


@pytest.fixture(autouse=True)
def _town() -> None:
    settle()


def heading(page: Page) -> Any:
    return page.get_by_role("heading", level=1)


def test_from_a_worry_to_a_telephone_number_in_three_clicks(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Large pores", exact=True).click()
    page.get_by_label("near").or_(page.get_by_label("ZIP code or city")).first.fill("Tampa, FL")
    page.locator("main").get_by_role("button", name=re.compile("Find surgeons|Search")).first.click()
    expect(heading(page)).to_contain_text("surgeons within 25 miles of Tampa, Florida")
    expect(page.get_by_role("link", name=re.compile("Call .*Alma Ash"))).to_have_attribute("href", "tel:+13125550142")


def test_both_fields_can_be_filled_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    what = page.get_by_role("combobox", name="I would like help with")
    what.focus()
    page.keyboard.type("large po")
    expect(page.get_by_role("option", name=re.compile("Large pores")).first).to_be_visible()
    expect(what).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(what).to_have_attribute("aria-activedescendant", re.compile("treatment-list-0"))
    page.keyboard.press("Enter")
    expect(what).to_have_value("Large pores")
    expect(what).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Tab")
    page.keyboard.type("Tamp")
    expect(page.get_by_role("option", name=re.compile("Tampa")).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(heading(page)).to_contain_text("within 25 miles of Tampa")


def test_the_chosen_one_of_several_places_of_a_name_is_the_one_that_is_searched(page: Page) -> None:
    page.goto("/")
    where = page.get_by_role("combobox", name="near")
    where.press_sequentially("winnet")
    page.get_by_role("option", name=re.compile("Winnetka.*CA")).click()
    expect(where).to_have_value("Winnetka, California")
    page.get_by_role("button", name="Find surgeons").click()
    expect(heading(page)).to_contain_text("of Winnetka, California")


def test_escape_closes_the_list_and_keeps_what_was_typed(page: Page) -> None:
    page.goto("/")
    what = page.get_by_role("combobox", name="I would like help with")
    what.press_sequentially("botox")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(what).to_have_value("botox")


def test_everything_works_without_a_script(new_context: Callable[..., BrowserContext], live_server: Any) -> None:
    page = new_context(base_url=live_server.url, java_script_enabled=False).new_page()
    page.goto("/")
    page.get_by_label("I would like help with").fill("large pores")
    page.get_by_label("near", exact=True).fill("Tampa, FL")
    page.get_by_role("button", name="Find surgeons").click()
    expect(heading(page)).to_have_text("2 surgeons within 25 miles of Tampa, Florida")
    page.get_by_label(re.compile("Spanish")).check()
    page.get_by_role("button", name="Show surgeons").click()
    expect(heading(page)).to_contain_text("1 surgeon within")
    page.get_by_role("link", name="Remove: Spanish").click()
    expect(heading(page)).to_contain_text("2 surgeons within")


def test_a_filter_applies_where_it_stands_and_the_focus_stays_on_it(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(TAMPA)
    page.get_by_label(re.compile("Spanish")).check()
    expect(heading(page)).to_contain_text("1 surgeon within")
    expect(page.get_by_label(re.compile("Spanish"))).to_be_focused()
    page.get_by_role("link", name="Remove: Spanish").click()
    expect(heading(page)).to_contain_text("2 surgeons within")


def test_on_a_phone_the_filters_are_a_sheet_one_press_away(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 780})
    page.goto(TAMPA)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    expect(page.get_by_label(re.compile("Spanish"))).to_be_hidden()
    page.locator(".dock").get_by_role("button", name="Filters").click()
    page.get_by_label(re.compile("Spanish")).check()
    page.get_by_role("button", name="Show surgeons").click()
    expect(heading(page)).to_contain_text("1 surgeon within")


def test_a_shortlist_is_kept_in_this_browser_and_compared_by_a_link(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(TAMPA)
    for name in ("Alma Ash", "Bea Birch"):
        button = page.get_by_role("button", name=re.compile(f"Shortlist.*{name}"))
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
    page.get_by_role("link", name="Shortlist (2)").click()
    expect(page.get_by_role("columnheader", name=re.compile("Alma Ash"))).to_be_visible()
    expect(page.get_by_role("columnheader", name=re.compile("Bea Birch"))).to_be_visible()
    expect(page.get_by_label("Compare what they say about")).to_have_value("large pores")
    expect(page.get_by_role("rowheader", name="Distance")).to_be_visible()
    page.get_by_role("button", name=re.compile("Shortlist.*Bea Birch")).click()
    expect(page.get_by_role("link", name="Shortlist (1)")).to_be_visible()


def test_nobody_near_leads_to_the_nearest(page: Page) -> None:
    page.goto("/search?treatment=large+pores&place=Alpine,+TX")
    expect(heading(page)).to_have_text("Nobody within 25 miles of Alpine, Texas")
    page.get_by_role("link", name=re.compile("Look within 250 miles")).click()
    expect(heading(page)).to_have_text("1 surgeon within 250 miles of Alpine, Texas")


def test_another_place_of_the_same_name_is_one_click_away(page: Page) -> None:
    page.goto("/search?treatment=large+pores&place=Springfield")
    page.get_by_role("link", name="Springfield, Illinois").click()
    expect(heading(page)).to_contain_text("Springfield, Illinois")


def test_a_position_is_asked_for_only_when_pressed_and_sent_rounded(context: BrowserContext) -> None:
    context.grant_permissions(["geolocation"])
    context.set_geolocation({"latitude": 27.951234, "longitude": -82.458765})
    page = context.new_page()
    page.goto("/")
    page.get_by_role("button", name="Use my position").click()
    page.wait_for_url("**/search?**")
    assert "near=27.95%2C-82.46" in page.url
    expect(heading(page)).to_contain_text("within 25 miles of your position")


def test_a_search_on_a_phone_is_light_and_nothing_moves_while_it_loads(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 780})
    page.add_init_script("""addEventListener("DOMContentLoaded", () => { window.shift = 0; new PerformanceObserver(
        (list) => list.getEntries().forEach((entry) => { window.shift += entry.value; })
    ).observe({ type: "layout-shift", buffered: true }); });""")
    page.goto(TAMPA, wait_until="networkidle")
    weight = page.evaluate("""() => [...performance.getEntriesByType("resource"),
        ...performance.getEntriesByType("navigation")].reduce((sum, one) => sum + one.transferSize, 0)""")
    assert 20_000 < weight < 150_000
    assert page.evaluate("window.shift") < 0.02


def test_a_question_that_is_sent_privately_leaves_the_address_empty(page: Page) -> None:
    page.goto("/")
    page.get_by_label("I would like help with").fill("large pores")
    page.get_by_label("near", exact=True).fill("Tampa, FL")
    page.get_by_role("button", name="Search without leaving your words in the address").click()
    expect(heading(page)).to_contain_text("2 surgeons within 25 miles of Tampa, Florida")
    assert page.url.endswith("/search")
