"""A cache whose server is gone."""

from __future__ import annotations

from typing import Any

from django.core.cache.backends.base import BaseCache


class BrokenCache(BaseCache):
    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        raise ConnectionError("the cache is down")

    def set(self, key: Any, value: Any, timeout: Any = None, version: int | None = None) -> None:
        raise ConnectionError("the cache is down")
