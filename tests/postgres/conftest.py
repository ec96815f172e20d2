"""Tests of what only PostgreSQL can show: it does the real thing, with several connections at once."""

from __future__ import annotations

import pytest
from django.db import connection


@pytest.fixture(autouse=True)
def _on_postgresql(request: pytest.FixtureRequest) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL: ./run postgres ./run test tests/postgres")
