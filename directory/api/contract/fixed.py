"""A fixed answer for each outcome of a search, made from the example; for the sandbox."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from directory.api.contract.examples import PLACE, RESULT, SEARCH

FOUND_BY = ("kind", "slug", "name", "matched")
BUTT_LIFT = {"kind": "procedure", "slug": "buttock-augmentation", "name": "Buttock augmentation", "matched": "BBL"}
BROADBAND_LIGHT = {"kind": "procedure", "slug": "ipl", "name": "Intense pulsed light", "matched": "BBL"}
FAR = RESULT | {"distance": 61.4, "practice": RESULT["practice"] | {"distance_miles": 61.4}}
SPRINGFIELD = PLACE | {"name": "Springfield", "kind": "city", "lat": 37.21533, "lng": -93.29824, "region": "MO"}
SPRINGFIELD |= {"label": "Springfield, Missouri"}
OTHER_SPRINGFIELD = SPRINGFIELD | {"label": "Springfield, Illinois", "region": "IL", "lat": 39.80172, "lng": -89.64371}
NOBODY: dict[str, Any] = {"total": 0, "results": [], "beyond": [], "facets": {}}


def _answer(outcome: str, treatment: dict[str, Any], place: dict[str, Any], **whole: Any) -> dict[str, Any]:
    answer = deepcopy(SEARCH | {"outcome": outcome} | whole)
    answer["query"]["treatment"] |= treatment
    answer["query"]["place"] |= place
    return answer


def _nowhere(outcome: str, found: str) -> dict[str, Any]:
    place = {"words": "Xyzzyqq", "outcome": found} | dict.fromkeys(PLACE)
    answer = _answer(outcome, {}, place, **NOBODY)
    answer["query"] |= {"origin": None, "radius": None, "sort": "name"}
    return answer


def _filtered() -> dict[str, Any]:
    answer = _answer("too_many_filters", {}, {}, **NOBODY | {"relax": {"language": 4, "gender": 1}})
    answer["query"]["filters"] = {"language": ["km"], "gender": ["nonbinary"]}
    return answer


ANSWERS: dict[str, dict[str, Any]] = {
    "found": _answer("found", {}, {}),
    "treatment_ambiguous": _answer(
        "treatment_ambiguous",
        {
            "words": "BBL",
            "outcome": "ambiguous",
            **dict.fromkeys(FOUND_BY),
            "procedures": [BUTT_LIFT["slug"], BROADBAND_LIGHT["slug"]],
            "alternatives": [BUTT_LIFT, BROADBAND_LIGHT],
            "note": "Brazilian butt lift or BroadBand Light",
        },
        {},
    ),
    "place_ambiguous": _answer(
        "place_ambiguous",
        {},
        {"words": "Springfield", "outcome": "ambiguous", **SPRINGFIELD, "alternatives": [OTHER_SPRINGFIELD]},
    ),
    "nobody_in_radius": _answer("nobody_in_radius", {}, {}, **NOBODY | {"beyond": [FAR]}),
    "too_many_filters": _filtered(),
    "treatment_unknown": _answer(
        "treatment_unknown",
        {"words": "qwertzuiop", "outcome": "unknown", "how": None, **dict.fromkeys(FOUND_BY), "procedures": []},
        {},
        **NOBODY | {"articles": []},
    ),
    "place_unknown": _nowhere("place_unknown", "unknown"),
    "geocoder_down": _nowhere("geocoder_down", "geocoder_down"),
}
