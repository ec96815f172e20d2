"""The base map's tiles: small vector tiles from SQLite files of our own, so that no other host sees who looks where."""

from __future__ import annotations

import functools
import gzip
import hashlib
import sqlite3
import threading
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.http import require_safe

BASE = "base"
COUNTIES = "counties"
# Roads inside the United States: the Census's own where an operator has built them (docs/map.md), else OpenStreetMap's.
ROADS_AT_HOME = ("us-census", "us-osm")
ROADS_ABROAD = "abroad"
LAYERS = (BASE, COUNTIES, *ROADS_AT_HOME, ROADS_ABROAD)
DEEPEST = 8
YEAR_SECONDS = 31_536_000
HOUR_SECONDS = 3_600

_local = threading.local()


def path(layer: str) -> Path | None:
    """The file of a layer, the operator's own before ours; None where there is none or the name is unknown."""
    if layer not in LAYERS:
        return None
    candidates = (Path(folder) / f"{layer}.sqlite" for folder in settings.MAP_PATHS)
    return next((file for file in candidates if file.is_file()), None)


@functools.cache
def over_base() -> list[str]:
    """The layers to draw over the base, those that there are."""
    at_home = next((layer for layer in ROADS_AT_HOME if path(layer)), None)
    return [layer for layer in (COUNTIES, at_home, ROADS_ABROAD) if layer and path(layer)]


@functools.cache
def version() -> str:
    """Changes with any byte of the tiles, and is part of their addresses: they may be kept for ever (15 ms, once)."""
    digest = hashlib.blake2b(digest_size=6)
    for file in filter(None, map(path, LAYERS)):
        digest.update(file.read_bytes())
    return digest.hexdigest()


@functools.cache
def index(layer: str) -> bytes:
    """Which tiles a layer has, gzipped JSON: `{z: {x: [first y, how many, ...]}}`. A KeyError for an unknown layer."""
    found = _read(layer, "SELECT v FROM meta WHERE k = 'index'", ())
    return gzip.compress(str(found).encode(), mtime=0)


@require_safe
def tile_index(request: HttpRequest, layer: str) -> HttpResponseBase:
    try:
        return _answer(request, index(layer))
    except KeyError:
        raise Http404(f"No layer {layer}") from None


@require_safe
def tile(request: HttpRequest, layer: str, z: int, x: int, y: int) -> HttpResponseBase:
    """One tile as it is stored; 204 where the map is empty there, 404 outside the map."""
    if z > DEEPEST or max(x, y) >= 2**z:
        raise Http404("Outside the map")
    try:
        found = _read(layer, "SELECT data FROM tile WHERE z = ? AND x = ? AND y = ?", (z, x, y))
    except KeyError:
        raise Http404(f"No layer {layer}") from None
    return _answer(request, bytes(found) if isinstance(found, bytes) else None)


def _read(layer: str, query: str, values: tuple[int, ...]) -> object:
    """The one value a query finds in a layer's file, or None. A KeyError for an unknown layer."""
    row = _connection(layer).execute(query, values).fetchone()
    return row[0] if row else None


def _connection(layer: str) -> sqlite3.Connection:
    """Opened once a thread, because SQLite's connections are not shared well; read-only, and no lock is taken."""
    held: dict[str, sqlite3.Connection] = _local.__dict__.setdefault("held", {})
    if layer not in held:
        file = path(layer)
        if file is None:
            raise KeyError(layer)
        held[layer] = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    return held[layer]


def _answer(request: HttpRequest, zipped: bytes | None) -> HttpResponseBase:
    """The stored bytes, marked as gzip; unpacked for the rare client that does not take gzip."""
    if zipped is None:
        response = HttpResponse(status=204)
    elif "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(zipped, content_type="application/json", headers={"Content-Encoding": "gzip"})
    else:
        response = HttpResponse(gzip.decompress(zipped), content_type="application/json")
    # While servers are being replaced an old one may be asked for new tiles: what it says must not stay.
    if request.GET.get("v") == version():
        response["Cache-Control"] = f"public, max-age={YEAR_SECONDS}, immutable"
    else:
        response["Cache-Control"] = f"public, max-age={HOUR_SECONDS}"
    patch_vary_headers(response, ["Accept-Encoding"])
    etag = f'W/"{hashlib.blake2b(zipped or b"", digest_size=9).hexdigest()}"'
    response["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response) or response
