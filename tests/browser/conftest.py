"""What a page looks like and how a map moves is the same on every database: looked at on SQLite alone."""

from __future__ import annotations

import pytest
from django.db import connection

LOOKS = {"test_accessibility", "test_map", "test_the_pages_to_read_are_for_everybody"}


@pytest.fixture(autouse=True)
def _looked_at_once(request: pytest.FixtureRequest) -> None:
    names = {request.module.__name__.rpartition(".")[2], request.node.originalname}
    if connection.vendor != "sqlite" and names & LOOKS:
        pytest.skip("looks the same on every database: tried on SQLite")
