"""Whatever goes wrong under /api/ is a problem+json, at every address."""

from __future__ import annotations

import logging
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern

from directory.api import problems, urls
from directory.api.reads import Read
from tests.api.shapes import assert_fits

pytestmark = pytest.mark.django_db
WORDS = "secret words that a patient typed"
ADDRESSES = [
    *(re.sub("<.*>", "nobody", f"/api/v1/{route.pattern}") for route in urls.urlpatterns),
    "/api/schema/",
    "/api/v1/no-such-thing/",
    "/api/no-such-thing",
    "/api/",
]


def assert_problem(response: Any, status: int) -> Any:
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert_fits(response.json(), "Problem")
    assert response.json()["status"] == status
    return response.json()


def test_all_routes_are_walked():
    assert all(isinstance(route, URLPattern) for route in urls.urlpatterns)
    assert len(ADDRESSES) > 14


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_writing_is_not_allowed(client: Client, address: str, method: str):
    response = getattr(client, method)(address)
    assert_problem(response, 405)
    assert response["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_media_type_that_is_not_offered_is_a_406(client: Client, address: str):
    assert_problem(client.get(address, headers={"Accept": "image/png"}), 406)


@pytest.mark.parametrize("address", ADDRESSES)
def test_too_many_requests_are_a_429_that_says_when_to_go_on(client: Client, address: str, settings):
    settings.API_REQUESTS_PER_MINUTE = 1
    for _ in range(10):
        client.head(address)

    response = client.get(address)

    assert_problem(response, 429)
    assert 1 <= int(response["Retry-After"]) <= 60
    assert response["RateLimit-Remaining"] == "0"


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_breaks_is_a_500_that_says_nothing_of_the_inside(client: Client, address: str, monkeypatch, caplog):
    def broken(self: Read, request: object, **captured: str) -> None:
        raise RuntimeError(WORDS)

    monkeypatch.setattr("directory.api.reads.Read.get", broken)
    monkeypatch.setattr("directory.api.unknown.Unknown.get", broken)
    with caplog.at_level(logging.DEBUG):
        body = assert_problem(client.get(address + "?treatment=facelift"), 500)

    assert "secret" not in str(body)
    assert "RuntimeError" in caplog.text
    assert "secret" not in caplog.text
    assert "facelift" not in caplog.text


@pytest.mark.parametrize("address", [one for one in ADDRESSES if "nobody" in one or "no-such" in one or one == "/api/"])
def test_what_is_not_there_is_a_404(client: Client, address: str):
    body = assert_problem(client.get(address), 404)
    assert body["instance"] == address


def test_an_address_without_its_last_slash_is_sent_on_with_its_query(client: Client):
    response = client.get("/api/v1/surgeons?place=60093")
    assert (response.status_code, response["Location"]) == (301, "/api/v1/surgeons/?place=60093")


def test_the_page_about_the_api_has_problems_like_the_api(client: Client):
    for response, status in (
        (client.post("/api/docs/"), 405),
        (client.get("/api/docs/", headers={"Accept": "image/png"}), 406),
    ):
        assert response.status_code == response.json()["status"] == status
        assert response["Content-Type"] == "application/problem+json"


def test_a_problem_does_not_repeat_what_was_asked(client: Client):
    body = client.get("/api/v1/surgeons/?radius=x&place=Winnetka").json()
    assert "Winnetka" not in str(body)


def test_only_wrong_parameters_have_a_type_of_their_own(client: Client):
    assert client.get("/api/v1/surgeons/?a=1").json()["type"] == problems.BAD_PARAMETERS
    assert client.get("/api/v1/surgeons/nobody/").json()["type"] == "about:blank"


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_host_that_is_not_ours_is_refused_with_a_problem(client: Client, address: str):
    body = assert_problem(client.get(address, headers={"Host": "elsewhere.example"}), 400)
    assert "elsewhere" not in str(body)


def test_elsewhere_a_host_that_is_not_ours_is_refused_as_before(client: Client):
    response = client.get("/", headers={"Host": "elsewhere.example"})
    assert (response.status_code, response["Content-Type"]) == (400, "text/html; charset=utf-8")
