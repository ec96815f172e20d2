"""The page to read and try the API: our own files, and nothing that the content policy forbids (`context` watches)."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from directory.api.contract.operations import OPERATIONS
from tests.factories import make_surgeon


@pytest.mark.django_db(transaction=True)
def test_a_search_can_be_tried_in_the_browser(context: Any):
    surgeon = make_surgeon()
    page = context.new_page()
    page.goto("/api/docs/")

    expect(page.locator(".opblock")).to_have_count(len(OPERATIONS))
    search = page.locator("#operations-surgeons-searchSurgeons")
    search.locator(".opblock-summary-control").click()
    search.get_by_role("button", name="Try it out").click()
    search.get_by_role("button", name="Execute").click()

    expect(search.locator(".live-responses-table .response").first).to_contain_text(surgeon.slug)
