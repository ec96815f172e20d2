"""GET surgeons/: the search, as plain values straight from the read model; no serializer touches it."""

from __future__ import annotations

import dataclasses
from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response

from directory.api import addresses
from directory.api.answers import search_answer
from directory.api.geojson import feature_collection
from directory.api.parameters import table
from directory.api.reads import Read
from directory.api.renderers import GeoJSONRenderer, JSONRenderer
from directory.search.criteria import Criteria
from directory.search.finder import search
from directory.search.parameters import PARAMETERS, BadParameters, Parameter, parse

FORMATS = ("json", "geojson")
FORMAT = Parameter(
    name="format", help="geojson: the practices as a FeatureCollection (RFC 7946).", read=str, choices=FORMATS
)
OWN = frozenset({FORMAT.name})


class Search(Read):
    """The listed surgeons that fit, nearest first, each with the dated evidence behind the name."""

    renderer_classes = [JSONRenderer, GeoJSONRenderer]
    parameters = PARAMETERS | table(FORMAT)

    def read_parameters(self, request: Request) -> Criteria:
        errors: dict[str, str] = {}
        formats = [one for one in request.GET.getlist("format") if one]
        if len(formats) > 1 or (formats and formats[0] not in FORMATS):
            errors["format"] = f"Use one of: {', '.join(FORMATS)}."
        try:
            criteria = parse(request.GET, ignore=OWN)
        except BadParameters as wrong:
            raise BadParameters(wrong.errors | errors) from None
        if errors:
            raise BadParameters(errors)
        return criteria

    def answer(self, request: Request, asked: Criteria, **captured: str) -> Response:
        if asked.lang != self.lang:
            asked = dataclasses.replace(asked, lang=self.lang)
        result = search(asked)
        self.revisions = result.revisions
        self.keep = result.outcome != "geocoder_down"
        answer: dict[str, Any] = search_answer(result, addresses.site(request))
        named = request.GET.get("format")
        if named and answer["next"]:
            answer["next"] += f"&format={named}"
        if (named or request.accepted_renderer.format) == "geojson":
            return Response(feature_collection(answer), content_type=GeoJSONRenderer.media_type)
        return Response(answer, content_type=JSONRenderer.media_type)
