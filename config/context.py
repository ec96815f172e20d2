"""What every page knows about the site."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """DEMONSTRATION, for the strip that says that every surgeon is invented."""
    return {"demonstration": settings.DEMONSTRATION}
