"""How answers are written. Nothing here is indented or escaped beyond what JSON asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from rest_framework.renderers import BaseRenderer

PROBLEM = "application/problem+json"


class JSONRenderer(BaseRenderer):
    media_type = "application/json"
    format = "json"
    charset = None  # JSON is UTF-8 by definition
    render_style = "binary"

    def render(
        self, data: Any, accepted_media_type: str | None = None, renderer_context: Mapping[str, Any] | None = None
    ) -> bytes:
        return b"" if data is None else orjson.dumps(data)


class GeoJSONRenderer(JSONRenderer):
    """RFC 7946. The view makes the features; a problem is written as it is."""

    media_type = "application/geo+json"
    format = "geojson"
