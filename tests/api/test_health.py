from __future__ import annotations

import pytest
from django.db import DatabaseError
from django.test import Client

from tests.factories import make_procedure


def test_a_living_process_says_so_without_a_query(client: Client):
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_it_is_ready_when_a_search_can_be_answered(client: Client):
    make_procedure("chemical-peel")
    assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
def test_it_is_not_ready_before_the_vocabulary_is_loaded(client: Client):
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response["Content-Type"] == "application/problem+json"
    assert "vocabulary" in response.json()["detail"]


@pytest.mark.django_db
def test_it_is_not_ready_without_its_database(client: Client, monkeypatch):
    def away() -> None:
        raise DatabaseError("connection to host db.internal failed")

    monkeypatch.setattr("directory.api.health.current", away)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "db.internal" not in response.content.decode()


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_probes_are_not_sent_on_to_https(client: Client, path: str, settings, db):
    settings.SECURE_SSL_REDIRECT = True
    make_procedure("chemical-peel")
    assert client.get(path).status_code == 200
    assert client.get("/api/v1/surgeons/").status_code == 301


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_probes_only_read(client: Client, path: str):
    assert client.post(path).status_code == 405
