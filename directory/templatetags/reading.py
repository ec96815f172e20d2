"""What the templates of the pages to read need beyond Django's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.template import Context

from directory.pages.reading import absolute

register = template.Library()


@register.filter
def get(values: Mapping[str, Any], key: str) -> Any:
    """The value under a key that is itself a variable; None where there is none."""
    return values.get(key)


@register.filter
def asking(words: str) -> dict[str, str]:
    """What the search's fields are filled with when only the treatment's words are known."""
    return {"treatment": words or ""}


@register.filter
def paragraphs(words: str) -> list[str]:
    """The paragraphs of a text, a line each."""
    return words.splitlines()


@register.simple_tag(takes_context=True)
def canonical(context: Context) -> str:
    """The one address of this page: whole, without a query."""
    request = context["request"]
    return absolute(request, request.path)
