"""`{% frame "includes/header.html" %}`: the parts around every page, rendered once a process, page and language.

They hold half of a page's translations and addresses and are the same for everyone; rendering them anew was a fifth of
what a search page costs.
"""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()
_kept: dict[tuple[Any, ...], SafeString] = {}


@register.simple_tag(takes_context=True)
def frame(context: Context, name: str) -> SafeString:
    """The template `name` with `here`, the name of the page's address; nothing else of the request reaches it."""
    match = getattr(context.get("request"), "resolver_match", None)
    site = {"demonstration": context.get("demonstration"), "icons": context.get("icons")}
    known = {"here": match.url_name if match else "", **site}
    key = (name, get_language(), *known.values())
    if key not in _kept or settings.DEBUG:
        _kept[key] = render_to_string(name, known)
    return _kept[key]
