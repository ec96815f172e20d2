"""What a page looks like and how a map moves is the same on every database: looked at on SQLite alone."""

from __future__ import annotations

import pytest
from django.db import connection

LOOKS = ("test_accessibility", "test_map")


@pytest.fixture(autouse=True)
def _looked_at_once(request: pytest.FixtureRequest) -> None:
    if connection.vendor != "sqlite" and request.module.__name__.endswith(LOOKS):
        pytest.skip("looks the same on every database: tried on SQLite")
