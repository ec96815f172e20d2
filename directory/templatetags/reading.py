"""What the templates of the pages to read need beyond Django's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def get(values: Mapping[str, Any], key: str) -> Any:
    """The value under a key that is itself a variable; None where there is none."""
    return values.get(key)


@register.filter
def asking(words: str) -> dict[str, str]:
    """What the search's fields are filled with when only the treatment's words are known."""
    return {"treatment": words or ""}
