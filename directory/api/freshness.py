"""When an answer is still the same: its tag and date are known before it is made, so that a 304 costs no search."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from django.core.cache import cache
from django.db import DatabaseError
from django.utils.http import http_date, parse_http_date_safe
from rest_framework.request import Request

from directory.api.addresses import site
from directory.models import today
from directory.places.sources import fingerprint

DIRECTORY = Path(__file__).resolve().parents[1]
KEPT_SECONDS = 400 * 86_400
Revisions = Mapping[str, int]


@lru_cache(maxsize=1)
def edition() -> bytes:
    """Of the code and the gazetteer: another edition may answer the same question otherwise."""
    digest = hashlib.blake2b(fingerprint().encode(), digest_size=8)
    for path in sorted(DIRECTORY.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()


def tag(revisions: Revisions, request: Request, lang: str) -> str:
    """A weak ETag: the same for the same question on the same day, while none of the counters has moved."""
    asked = (site(request), request.get_full_path(), lang, request.accepted_media_type)
    text = repr((_key(revisions), asked)).encode()
    return f'W/"{hashlib.blake2b(text, key=edition(), digest_size=12).hexdigest()}"'


def names(header: str, tag: str) -> bool:
    """Whether an If-None-Match names this tag; a proxy may have made it strong or given it a suffix of its own."""
    return any(one.strip().removeprefix("W/") == tag.removeprefix("W/") for one in header.split(","))


def since(header: str, modified: int) -> bool:
    """Whether nothing has changed since an If-Modified-Since; a date that is none counts as not given."""
    given = parse_http_date_safe(header)
    return given is not None and modified <= given


def modified(revisions: Revisions) -> int:
    """When these revisions were first seen by any process, as seconds of the epoch: never before they came to be."""
    return _first_seen(_key(revisions), edition())


def date(seconds: int) -> str:
    return http_date(seconds)


def _key(revisions: Revisions) -> tuple[object, ...]:
    return (today().isoformat(), *sorted(revisions.items()))


@lru_cache(maxsize=8)
def _first_seen(key: tuple[object, ...], edition: bytes) -> int:
    now = int(dt.datetime.now(dt.UTC).timestamp())
    name = f"first-seen-{hashlib.blake2b(repr(key).encode(), key=edition, digest_size=12).hexdigest()}"
    try:
        return int(cache.get_or_set(name, now, KEPT_SECONDS) or now)
    except DatabaseError:  # no cache table yet: this process's own look must do
        return now
