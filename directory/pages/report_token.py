"""That a form was sent from our own page, without a cookie: a signed mark with its time, and the browser's word."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.http import HttpRequest

SALT = "directory.report"
# A page may stay open over night and still be sent.
VALID_SECONDS = 24 * 3600


def make_token(slug: str) -> str:
    """A mark for the form about this surgeon, good for a day. It names no reader."""
    return signing.TimestampSigner(salt=SALT).sign(slug)


def token_holds(token: str, slug: str) -> bool:
    """Whether we made the mark for this surgeon within the last day."""
    try:
        return signing.TimestampSigner(salt=SALT).unsign(token, max_age=VALID_SECONDS) == slug
    except signing.BadSignature:
        return False


def sent_from_here(request: HttpRequest) -> bool:
    """False when the browser says that another site sent the form.

    Every browser says where a POST comes from. What says nothing is no browser, and carries nobody's rights: there is
    no sign-in here that another site could abuse.
    """
    origin = request.headers.get("Origin")
    if origin is None:
        return request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
    ours = f"{request.scheme}://{request.get_host()}"
    return urlsplit(origin) == urlsplit(ours) or origin in settings.CSRF_TRUSTED_ORIGINS
