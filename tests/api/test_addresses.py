from __future__ import annotations

import pytest
from django.test import RequestFactory
from django.urls import reverse

from directory.api import addresses


@pytest.mark.parametrize("name", ["surgeon", "treatment", "concern", "article"])
def test_an_address_for_people_is_that_of_the_page(name: str):
    assert getattr(addresses, name)("https://x.example", "a-slug") == "https://x.example" + reverse(
        name, args=["a-slug"]
    )


def test_the_site_is_the_one_that_was_asked_unless_it_has_an_address_of_its_own(settings):
    request = RequestFactory().get("/", SERVER_NAME="asked.example", secure=True)
    settings.ALLOWED_HOSTS = ["asked.example"]
    assert addresses.site(request) == "https://asked.example"
    settings.SITE_URL = "https://finder.example"
    assert addresses.site(request) == "https://finder.example"


def test_the_base_is_where_the_api_is():
    assert reverse("api-surgeons") == f"{addresses.BASE}surgeons/"


def test_who_has_no_photo_has_no_address_of_one():
    assert addresses.photo("https://x.example", "") is None
    assert addresses.photo("https://x.example", "surgeons/a.jpg") == "https://x.example/media/surgeons/a.jpg"
