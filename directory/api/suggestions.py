"""What a typed text may become: treatments, concerns and places, best first."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request

from directory import places
from directory.api import parameters as own
from directory.api.reads import Read
from directory.places import Place
from directory.search.memory import current
from directory.search.parameters import BadParameters


class TreatmentSuggestions(Read):
    """Treatments and concerns that a text names, misspells or means; while it is typed and when it is finished."""

    parameters = own.table(own.TYPED, own.SUGGESTIONS, own.LANG)
    required = ("q",)
    max_age = 300

    def answer(self, request: Request, asked: dict[str, Any], **captured: str) -> dict[str, Any]:
        memory = current()
        self.revisions = memory.revisions
        assert memory.words is not None  # noqa: S101 - current() reads them
        found = memory.words.resolver.suggest(asked["q"] or "", limit=asked["limit"], lang=self.lang)
        return {
            "results": [{"kind": one.kind, "slug": one.slug, "name": one.name, "matched": one.matched} for one in found]
        }


class PlaceSuggestions(Read):
    """Places that a typed text begins."""

    parameters = own.table(own.TYPED, own.SUGGESTIONS, own.LANG)
    required = ("q",)
    max_age = 300

    def answer(self, request: Request, asked: dict[str, Any], **captured: str) -> dict[str, Any]:
        return {"results": [place_result(one) for one in places.suggest(asked["q"] or "", limit=asked["limit"])]}


class Places(Read):
    """What a finished text means: the likeliest place first, then what else it may mean."""

    parameters = own.table(own.FINISHED, own.LANG)
    required = ("q",)
    max_age = 300

    def answer(self, request: Request, asked: dict[str, Any], **captured: str) -> dict[str, Any]:
        if not asked["q"]:
            raise BadParameters({"q": "Give a ZIP, a city or an address."})
        resolution = places.resolve(asked["q"])
        self.keep = resolution.outcome != "unavailable"
        found = (resolution.place, *resolution.alternatives) if resolution.place else ()
        outcome = "geocoder_down" if resolution.outcome == "unavailable" else resolution.outcome
        return {"outcome": outcome, "results": [place_result(one) for one in found]}


def place_result(place: Place) -> dict[str, Any]:
    """A place as the API shows it. `radius_miles` is null unless it is wide (a state, a metro)."""
    return {
        "name": place.name,
        "label": place.label,
        "kind": place.kind,
        "region": place.region,
        "country": place.country,
        "lat": place.point.lat,
        "lng": place.point.lng,
        "radius_miles": place.radius_miles,
    }
