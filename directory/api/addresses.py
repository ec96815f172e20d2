"""Addresses in answers are whole ones, so that they can be followed from anywhere."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from rest_framework.request import Request

BASE = "/api/v1/"


def site(request: Request | HttpRequest) -> str:
    """Scheme and host without a slash: SITE_URL, or those that were asked."""
    return settings.SITE_URL or f"{request.scheme}://{request.get_host()}"


def surgeon(site: str, slug: str) -> str:
    """The page for people. The API does not know the pages; a test holds these four to their addresses."""
    return f"{site}/surgeons/{slug}"


def photo(site: str, name: str) -> str | None:
    """Of a stored photo's name; None where there is none."""
    return f"{site}{settings.MEDIA_URL}{name}" if name else None


def treatment(site: str, slug: str) -> str:
    return f"{site}/treatments/{slug}"


def concern(site: str, slug: str) -> str:
    return f"{site}/concerns/{slug}"


def article(site: str, slug: str) -> str:
    return f"{site}/learn/{slug}"
