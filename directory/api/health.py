"""For whatever keeps the service running: /healthz says that the process answers, /readyz that it can serve."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from directory import places
from directory.api.problems import problem
from directory.api.renderers import PROBLEM
from directory.search.memory import current


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """No query: a database that is away must not have the process restarted."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when everything a search needs is there, else a 503 that says what is not."""
    missing = [what for what, ready in NEEDED.items() if not ready()]
    if missing:
        detail = f"Not ready: {', '.join(missing)}."
        body = problem(HTTPStatus.SERVICE_UNAVAILABLE, detail, request)
        return JsonResponse(body, status=HTTPStatus.SERVICE_UNAVAILABLE, content_type=PROBLEM)
    return JsonResponse({"status": "ok"})


def _vocabulary() -> bool:
    """Reads the database too: the counters, and the words when they have changed."""
    try:
        words = current().words
    except DatabaseError:
        return False
    return words is not None and bool(words.by_slug)


def _gazetteer() -> bool:
    try:
        return places.resolve("60093").place is not None
    except OSError:
        return False


NEEDED: dict[str, Callable[[], bool]] = {"the database with its vocabulary": _vocabulary, "the gazetteer": _gazetteer}
