"""What the pages to read have in common: how long they may be kept, their language, data for machines."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.http import ConditionalGetMiddleware
from django.utils.decorators import decorator_from_middleware
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from directory.search.memory import Memory, Words, current, last

View = Callable[..., HttpResponseBase]
# Long enough to spare the server a reader's way back and forth, short enough that an ended listing is soon gone.
KEPT_SECONDS = 300
_conditional = decorator_from_middleware(ConditionalGetMiddleware)
_HARMFUL = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def reading_page(view: View) -> View:
    """A page that anyone may keep for a few minutes, and that answers 304 to a reader who has it already."""
    kept: View = require_safe(cache_control(public=True, max_age=KEPT_SECONDS)(_conditional(view)))
    return kept


def language() -> str:
    """The two letters of the page's language: "en", "es"."""
    return (get_language() or "en")[:2]


def known() -> tuple[Memory, Words]:
    """What the process knows of words and articles, and the words alone; one small query."""
    memory = current()
    assert memory.words is not None  # noqa: S101 - current() reads them
    return memory, memory.words


def words_now() -> Words:
    """The words that a search of this request has just used, without asking the database again."""
    memory = last()
    assert memory.words is not None  # noqa: S101 - last() has read them
    return memory.words


def data_block(data: Mapping[str, Any]) -> SafeString:
    """`data` as JSON that may stand inside a script element: nothing in it can end the element."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_HARMFUL))  # noqa: S308 - < > & are escaped


def absolute(request: HttpRequest, path: str) -> str:
    """The whole address of a path: under SITE_URL where it is set, else under the host that was asked."""
    return f"{settings.SITE_URL}{path}" if settings.SITE_URL else request.build_absolute_uri(path)
