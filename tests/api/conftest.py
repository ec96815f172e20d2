from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from directory.api.throttles import minutes

Ask = Callable[..., Any]


@pytest.fixture(autouse=True)
def _a_new_minute() -> None:
    """No test has spent another's requests."""
    minutes.forget()


@pytest.fixture
def ask(client: Client) -> Ask:
    """GETs an address under /api/v1/: ask("surgeons/", place="60093", If_None_Match=tag). Capitals are headers."""

    def get(path: str, **given: Any) -> Any:
        headers = {name.replace("_", "-"): value for name, value in given.items() if name[0].isupper()}
        query = {name: value for name, value in given.items() if not name[0].isupper()}
        return client.get(f"/api/v1/{path}", query, headers=headers)

    return get
