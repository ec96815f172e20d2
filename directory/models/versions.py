"""Every version of a record: who made it and why."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextvars import ContextVar
from typing import Any

from simple_history.models import HistoricalRecords

_author: ContextVar[tuple[Any, str]] = ContextVar("author", default=(None, ""))


@contextlib.contextmanager
def versions_by(user: Any, reason: str) -> Iterator[None]:
    """Inside, each version of any record names this user (None: nobody signed in) and this reason."""
    token = _author.set((user, reason))
    try:
        yield
    finally:
        _author.reset(token)


class Versions(HistoricalRecords):
    """HistoricalRecords that ask `versions_by` first, then the record itself and the request."""

    def get_history_user(self, instance: Any) -> Any:
        return _author.get()[0] or super().get_history_user(instance)

    def get_change_reason_for_object(self, instance: Any, history_type: str, using: str) -> Any:
        return _author.get()[1] or super().get_change_reason_for_object(instance, history_type, using)
