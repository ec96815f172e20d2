from __future__ import annotations

from typing import Any

import time_machine
from django.test import Client

from directory.api.throttles import Minutes, minutes

ADDRESS = "/api/no-such-address"


def left(client: Client, **environment: Any) -> int:
    return int(client.get(ADDRESS, **environment)["RateLimit-Remaining"])


def test_this_machine_may_ask_ten_times_as_often(client: Client, settings):
    settings.API_REQUESTS_PER_MINUTE = 600
    assert client.get(ADDRESS)["RateLimit-Limit"] == "6000"
    assert client.get(ADDRESS, REMOTE_ADDR="192.0.2.1")["RateLimit-Limit"] == "600"


def test_every_answer_says_what_is_left(client: Client):
    with time_machine.travel("2026-11-25 10:00:20Z", tick=False):
        response = client.get(ADDRESS, REMOTE_ADDR="192.0.2.1")
    assert response["RateLimit-Remaining"] == "599"
    assert response["RateLimit-Reset"] == "40"
    assert response["RateLimit-Policy"] == "600;w=60"


def test_a_new_minute_begins_anew(client: Client):
    with time_machine.travel("2026-11-25 10:00:59Z", tick=False):
        assert left(client) == left(client) + 1
    with time_machine.travel("2026-11-25 10:01:00Z", tick=False):
        assert left(client) == 5999


def test_one_address_does_not_spend_another_s(client: Client):
    with time_machine.travel("2026-11-25 10:00:00Z", tick=False):
        assert left(client, REMOTE_ADDR="192.0.2.1") == left(client, REMOTE_ADDR="192.0.2.2")


def test_a_household_of_ipv6_counts_as_one(client: Client):
    with time_machine.travel("2026-11-25 10:00:00Z", tick=False):
        assert left(client, REMOTE_ADDR="2001:db8:1:2::3") == left(client, REMOTE_ADDR="2001:db8:1:2::4") + 1


def test_a_forwarded_address_counts_only_behind_proxies_of_our_own(client: Client, settings):
    with time_machine.travel("2026-11-25 10:00:00Z", tick=False):
        made_up = [left(client, HTTP_X_FORWARDED_FOR=f"192.0.2.{number}") for number in (1, 2)]
        settings.API_PROXIES = 1
        seen = [left(client, HTTP_X_FORWARDED_FOR=f"10.9.9.9, 192.0.2.{number}") for number in (1, 2, 2)]
    assert made_up == [5999, 5998]
    assert seen == [599, 599, 598]


def test_nought_sets_no_limit(client: Client, settings):
    settings.API_REQUESTS_PER_MINUTE = 0
    assert "RateLimit-Limit" not in client.get(ADDRESS)


def test_no_address_is_kept_in_clear_or_past_its_minute():
    counting = Minutes()
    counting.count("192.0.2.1", 0)
    assert b"192.0.2.1" not in repr(vars(counting)).encode()
    counting.count("192.0.2.2", 60)
    assert len(counting._counts) == 1


def test_counting_needs_no_database(client: Client):
    minutes.forget()
    assert client.get(ADDRESS).status_code == 404  # without django_db a query would fail the test
