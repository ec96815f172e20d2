"""A web service that does nothing but write: POST /<slug>/<mark> changes a surgeon through the members' service."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import django

django.setup()

from directory.models import Surgeon  # noqa: E402 - models need the set-up
from members.services.changing import changing  # noqa: E402


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    """Answers 200 after the transaction has ended well, never before."""
    slug, mark = environ["PATH_INFO"].strip("/").split("/")
    with changing(Surgeon.objects.get(slug=slug), by=None, reason=mark) as locked:
        locked.biography = mark
        locked.save()
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [mark.encode()]
