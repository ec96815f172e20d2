"""GET surgeons/: the search, as plain values straight from the read model; no serializer touches it."""

from __future__ import annotations

import dataclasses
from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response

from directory.api import addresses
from directory.api import parameters as own
from directory.api.answers import search_answer
from directory.api.geojson import feature_collection
from directory.api.reads import Read
from directory.api.records import records
from directory.api.renderers import GeoJSONRenderer, JSONRenderer
from directory.search.criteria import Criteria
from directory.search.finder import search
from directory.search.parameters import PARAMETERS, BadParameters, Parameter, parse

FORMATS = ("json", "geojson")
EXPANDABLE = ("record",)
OWN = own.table(
    Parameter(
        name="format",
        help="geojson: the practices as a FeatureCollection (RFC 7946).",
        read=own.chosen(FORMATS),
        choices=FORMATS,
    ),
    own.only_fields("Result"),
    own.List(
        name="expand",
        help="record: each result carries its surgeon's whole record.",
        read=own.names_of(EXPANDABLE, "such thing to expand:"),
        choices=EXPANDABLE,
    ),
)
NAMES = frozenset(OWN)


class Search(Read):
    """The listed surgeons that fit, nearest first, each with the dated evidence behind the name."""

    renderer_classes = [JSONRenderer, GeoJSONRenderer]
    parameters = PARAMETERS | OWN

    def read_parameters(self, request: Request) -> Criteria:
        self.own, errors = own.read_known(request.GET, OWN)
        try:
            criteria = parse(request.GET, ignore=NAMES)
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
        site = addresses.site(request)
        answer: dict[str, Any] = search_answer(result, site)
        if answer["next"]:
            answer["next"] += self._own_query()
        geojson = (self.own["format"] or request.accepted_renderer.format) == "geojson"
        made = feature_collection(answer) if geojson else answer
        if self.own["fields"] or self.own["expand"]:
            self._reshape(made, site)
        return Response(made, content_type=GeoJSONRenderer.media_type if geojson else JSONRenderer.media_type)

    def _own_query(self) -> str:
        """What of our own parameters goes on to the next page."""
        given = {name: value for name, value in self.own.items() if value}
        return "".join(
            f"&{name}={value if isinstance(value, str) else ','.join(value)}" for name, value in given.items()
        )

    def _reshape(self, answer: dict[str, Any], site: str) -> None:
        """Leaves of each result what was asked for, and puts its record beside it."""
        lists = [answer[name] for name in ("results", "beyond") if name in answer]
        holders: list[tuple[Any, Any, dict[str, Any]]] = [
            (some, place, some[place]) for some in lists for place in range(len(some))
        ]
        holders += [(one, "properties", one["properties"]) for one in answer.get("features", ())]
        slugs = [one["slug"] for _, _, one in holders]
        found = records(slugs, site=site, lang=self.lang) if self.own["expand"] else {}
        for holder, place, one in holders:
            kept = own.only(one, self.own["fields"])
            if "beyond" in one:
                kept["beyond"] = one["beyond"]
            holder[place] = kept | ({"record": found[one["slug"]]} if one["slug"] in found else {})
