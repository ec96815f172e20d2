"""The map in Chromium: in step with the list, usable by keyboard, and not fetched before it is wanted."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import LazySettings
from playwright.sync_api import BrowserContext, Page, Request, Route, expect

from tests.browser.map_page import NAMES, POINTS
from tests.browser_watch import Watch
from tests.factories import make_surgeon

pytestmark = pytest.mark.django_db(transaction=True)

WIDE = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 780}
PAGE = "/page?treatment=facelift&place=Chicago"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BOXES = """() => JSON.stringify([...document.querySelectorAll(".map, .result, button[popovertarget], body")]
    .map((element) => element.getBoundingClientRect()))"""
PRACTICES_IN_PINS = """() => [...document.querySelectorAll(".m-pin")]
    .reduce((sum, pin) => sum + (pin.matches(".is-many") ? Number(pin.textContent) : 1), 0)"""
INK_OF_THE_WATER = "() => document.querySelector('canvas.leaflet-tile').style.background"


@pytest.fixture(autouse=True)
def _map_page(settings: LazySettings) -> None:
    settings.ROOT_URLCONF = "tests.browser.map_page"


@pytest.fixture
def open_map(context: BrowserContext) -> Callable[..., Page]:
    """Opens the page and waits for the map. `sheet`: on a phone, where a button opens it."""

    def opened(*, address: str = PAGE, sheet: bool = False, media: dict[str, Any] | None = None) -> Page:
        page = context.new_page()
        page.set_viewport_size(PHONE if sheet else WIDE)  # type: ignore[arg-type]
        page.emulate_media(**{"reduced_motion": "reduce"} | (media or {}))
        page.goto(address)
        if sheet:
            page.get_by_role("button", name="Map", exact=True).click()
        page.locator(".map").scroll_into_view_if_needed()
        page.locator(".map.has-ground").wait_for()
        return page

    return opened


def pin(page: Page, name: str) -> Any:
    return page.locator(f".m-pin[aria-label*='{name}']")


def row(page: Page, number: int) -> Any:
    return page.locator(f"#s{number}")


def selected(element: Any) -> None:
    expect(element).to_have_class(re.compile(r"\bis-selected\b"))


def marked(element: Any, *, yes: bool = True) -> None:
    found = expect(element)
    (found.to_have_class if yes else found.not_to_have_class)(re.compile(r"\bis-hover\b"))


def test_every_practice_of_the_list_is_on_the_map(open_map: Callable[..., Page]) -> None:
    page = open_map()
    assert page.evaluate(PRACTICES_IN_PINS) == len(POINTS)
    expect(pin(page, "Gwen Ginkgo")).to_have_class(re.compile("is-beyond"))
    expect(page.locator(".m-ring")).to_have_count(1)
    expect(page.locator("canvas.leaflet-tile").first).to_be_visible()


def test_pointing_at_a_row_marks_its_pin_and_the_reverse(open_map: Callable[..., Page]) -> None:
    page = open_map()
    row(page, 5).hover()
    marked(pin(page, "Elsa Elm"))
    row(page, 5).get_by_role("link").focus()
    marked(pin(page, "Elsa Elm"))
    page.get_by_role("link", name="Dora Dogwood").focus()
    marked(pin(page, "Dora Dogwood"))
    pin(page, "Fay Fir").focus()
    marked(row(page, 6))
    marked(row(page, 4), yes=False)


def test_a_row_within_a_group_marks_the_group(open_map: Callable[..., Page]) -> None:
    page = open_map()
    row(page, 2).get_by_role("link").focus()
    marked(page.locator(".m-pin.is-many"))


def test_a_pressed_pin_chooses_its_row_and_says_who_it_is(open_map: Callable[..., Page]) -> None:
    page = open_map()
    pin(page, "Dora Dogwood").click()
    selected(row(page, 4))
    selected(pin(page, "Dora Dogwood"))
    panel = page.locator(".map-pick")
    expect(panel.get_by_role("link", name="Dora Dogwood")).to_have_attribute("href", "/surgeons/surgeon-4")
    expect(panel).to_contain_text("4 mi · Practice 4, Chicago")
    expect(panel).to_contain_text("middle of its ZIP code")
    page.get_by_role("button", name="Close", exact=True).click()
    expect(panel).to_be_hidden()
    expect(page.locator(".is-selected")).to_have_count(0)


def test_a_pressed_row_chooses_its_pin(open_map: Callable[..., Page]) -> None:
    page = open_map()
    row(page, 6).locator(".mile").click()
    selected(pin(page, "Fay Fir"))


def test_the_keyboard_goes_through_the_pins_in_the_order_of_the_list(open_map: Callable[..., Page]) -> None:
    page = open_map()
    expect(page.locator(".m-pin[tabindex='0']")).to_have_count(1)
    page.get_by_role("region", name=re.compile("Map of the practices")).focus()
    page.keyboard.press("Tab")
    for key, name in (("End", "Gwen Ginkgo"), ("ArrowLeft", "Fay Fir"), ("ArrowUp", "Elsa Elm"), ("Home", "Alma Ash")):
        page.keyboard.press(key)
        expect(pin(page, name)).to_be_focused()


def test_enter_chooses_a_pin_and_escape_lets_it_go(open_map: Callable[..., Page]) -> None:
    page = open_map()
    pin(page, "Fay Fir").focus()
    page.keyboard.press("Enter")
    selected(row(page, 6))
    page.keyboard.press("Escape")
    expect(page.locator(".map-pick")).to_be_hidden()
    expect(pin(page, "Fay Fir")).to_be_focused()


def test_a_group_comes_apart_when_pressed_and_names_those_who_share_a_building(open_map: Callable[..., Page]) -> None:
    page = open_map()
    group = page.locator(".m-pin.is-many")
    expect(group).to_have_text("3")
    expect(group).to_have_attribute("aria-label", re.compile("3 practices close together.*1 Alma Ash, 2 Bea Birch"))
    group.focus()
    page.keyboard.press("Enter")
    expect(pin(page, "3: Cleo Cedar")).to_be_visible()
    assert page.evaluate(PRACTICES_IN_PINS) == len(POINTS)
    expect(group).to_have_text("2")
    expect(group).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".map-pick").get_by_role("link")).to_have_text(NAMES[:2])


def test_a_phone_fetches_nothing_of_the_map_until_it_is_opened(context: BrowserContext) -> None:
    page = context.new_page()
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    asked: list[str] = []

    def note(request: Request) -> None:
        if "/map/" in request.url:
            asked.append(request.url.split("/map/")[1].split("?")[0])

    page.on("request", note)
    page.goto(PAGE, wait_until="networkidle")
    assert sorted(asked) == ["frame.css", "open.js"]
    expect(page.locator(".map")).to_be_hidden()
    page.get_by_role("button", name="Map", exact=True).click()
    page.locator(".map.has-ground").wait_for()
    expect(page.get_by_role("button", name="Back to the list")).to_be_focused()
    assert {"map.js", "leaflet/leaflet.js", "base/index"} <= set(asked)


def test_on_a_phone_escape_lets_the_pin_go_then_the_map(open_map: Callable[..., Page]) -> None:
    page = open_map(sheet=True)
    pin(page, "Fay Fir").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".map-pick")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".map-pick")).to_be_hidden()
    expect(page.locator(".map")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".map")).to_be_hidden()
    expect(page.get_by_role("button", name="Map", exact=True)).to_be_focused()


def test_on_a_phone_the_map_is_left_by_its_button_and_by_moving_on(open_map: Callable[..., Page]) -> None:
    page = open_map(sheet=True)
    page.get_by_role("button", name="Back to the list").click()
    expect(page.locator(".map")).to_be_hidden()
    page.get_by_role("button", name="Map", exact=True).click()
    page.get_by_role("link", name="Alma Ash").focus()
    expect(page.locator(".map")).to_be_hidden()


def test_nothing_moves_when_the_map_comes(context: BrowserContext, watch: Watch) -> None:
    watch.allow("Failed to load resource")
    context.route("**/*.woff2", lambda route: route.abort())  # letters that come late are not the map's doing
    held: list[Route] = []
    for late in ("map.js", "map.css"):
        context.route(f"**/map/{late}", lambda route: held.append(route))
    page = context.new_page()
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    with page.expect_request("**/map/map.js"), page.expect_request("**/map/map.css"):
        page.goto(PAGE, wait_until="domcontentloaded")  # a held style holds the load event, too
    before = page.evaluate(BOXES)
    for route in held:
        route.continue_()
    page.locator(".map.has-ground").wait_for()
    assert page.evaluate(BOXES) == before


def test_nothing_moves_by_itself_for_those_who_asked_for_that(open_map: Callable[..., Page]) -> None:
    moving = open_map(media={"reduced_motion": "no-preference"}).locator(".map-view")
    expect(moving).to_have_class(re.compile("leaflet-fade-anim"))
    still = open_map().locator(".map-view")
    expect(still).not_to_have_class(re.compile("leaflet-(fade|zoom)-anim"))


def test_the_ground_is_drawn_again_when_the_evening_comes(open_map: Callable[..., Page]) -> None:
    page = open_map(media={"color_scheme": "light"})
    assert page.evaluate(INK_OF_THE_WATER) == "rgb(201, 220, 226)"
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"() => ({INK_OF_THE_WATER})() === 'rgb(11, 25, 31)'")


def test_a_moved_map_offers_to_search_there(open_map: Callable[..., Page]) -> None:
    page = open_map()
    again = page.get_by_role("link", name="Search this area")
    expect(again).to_be_hidden()
    page.locator(".map-view").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(again).to_be_visible()
    address = again.get_attribute("href") or ""
    assert re.search(r"/page\?treatment=facelift&near=4\d\.\d\d%2C-8\d\.\d\d&radius=\d+$", address)


def test_on_a_phone_the_search_of_an_area_opens_its_map_again(open_map: Callable[..., Page]) -> None:
    page = open_map(sheet=True)
    page.locator(".map-view").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.get_by_role("link", name="Search this area").click()
    page.wait_for_url(re.compile(r"near=.*#map$"))
    expect(page.locator(".map.has-ground")).to_be_visible()


def test_the_sentence_about_the_circle_stays_as_long_as_the_circle_is_seen(open_map: Callable[..., Page]) -> None:
    page = open_map()
    sentence = page.get_by_text("The dashed line is 25 miles")
    expect(sentence).to_be_visible()
    for _ in range(4):
        page.get_by_role("button", name="Zoom in").click()
    expect(sentence).to_be_hidden()


def test_the_answer_to_a_search_has_its_surgeons_on_the_map(open_map: Callable[..., Page]) -> None:
    for step in range(3):
        make_surgeon(family_name=f"Elm{step}", at=(42.1 + step / 10, -87.7 - step / 10))
    page = open_map(address="/search?place=Winnetka,+IL")
    expect(page.locator(".result")).to_have_count(3)
    assert page.evaluate(PRACTICES_IN_PINS) == 3
    pin(page, "Elm2").click()
    selected(page.locator(".result", has_text="Elm2"))
    there = page.locator(".result", has_text="Elm2").get_by_role("heading").get_by_role("link").get_attribute("href")
    expect(page.locator(".map-pick").get_by_role("link", name="Elm2")).to_have_attribute("href", there or "")


def test_a_question_that_was_not_in_the_address_is_not_put_there(open_map: Callable[..., Page]) -> None:
    page = open_map(address="/page")
    page.locator(".map-view").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    expect(page.locator(".map-again")).to_be_hidden()


def test_a_map_without_anybody_still_shows_the_circle(open_map: Callable[..., Page]) -> None:
    page = open_map(address=f"{PAGE}&none=1")
    expect(page.locator(".m-ring")).to_be_visible()
    expect(page.locator(".m-pin")).to_have_count(0)


def test_a_ground_that_does_not_come_is_said_in_words(context: BrowserContext, watch: Watch) -> None:
    watch.allow("Failed to load resource|Failed to fetch")
    context.route("**/map/base/index*", lambda route: route.abort())
    page = context.new_page()
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    page.goto(PAGE)
    expect(page.get_by_text("The map did not load")).to_be_visible()


def test_pictures_come_from_the_server_that_the_operator_named(
    open_map: Callable[..., Page], context: BrowserContext, live_server: Any, settings: LazySettings
) -> None:
    settings.MAP_TILE_URL = f"{live_server.url}/pictures/{{z}}/{{x}}/{{y}}.svg"
    settings.MAP_TILE_CREDIT = "The Society's own map"
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = open_map()
    expect(page.locator("img.leaflet-tile").first).to_be_visible()
    expect(page.locator(".map-credit")).to_have_text("The Society's own map")
    assert not [address for address in asked if "/map/base/" in address]


def test_a_surgeons_page_has_a_map_of_her_practices(open_map: Callable[..., Page]) -> None:
    surgeon = make_surgeon(practices=2)
    page = open_map(address=surgeon.get_absolute_url())
    expect(page.locator(".m-pin")).to_have_count(2)
    expect(page.locator(".m-ring")).to_have_count(0)
    pin(page, "2:").focus()
    marked(row(page, 2))
    expect(page.locator(".map-again")).to_have_count(0)


def test_on_a_phone_a_surgeons_map_waits_for_its_button(context: BrowserContext) -> None:
    page = context.new_page()
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(make_surgeon().get_absolute_url(), wait_until="networkidle")
    page.locator(".map").scroll_into_view_if_needed()
    assert not [address for address in asked if "leaflet" in address or "/map/base" in address]
    page.get_by_role("button", name="Show the map").click()
    page.locator(".map.has-ground").wait_for()
    expect(page.get_by_role("button", name="Show the map")).to_have_count(0)
    expect(page.locator(".m-pin")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sheet", [False, True], ids=["wide", "phone"])
def test_axe_finds_nothing(open_map: Callable[..., Page], *, sheet: bool, scheme: str) -> None:
    page = open_map(sheet=sheet, media={"color_scheme": scheme})
    pin(page, "Fay Fir").click()
    # Left to preload styles, axe writes them into the page, which the policy forbids.
    found = Axe().run(page, options={"runOnly": STANDARDS, "preload": False})
    assert found.violations_count == 0, found.generate_report()
