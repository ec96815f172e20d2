"""A search's answer as a map takes it: one point a surgeon."""

from __future__ import annotations

from typing import Any


def feature_collection(answer: dict[str, Any]) -> dict[str, Any]:
    """RFC 7946 (longitude first); what belongs to the whole answer stands beside the features, as it allows."""
    found = [(one, False) for one in answer["results"]] + [(one, True) for one in answer["beyond"]]
    rest = {name: value for name, value in answer.items() if name not in ("results", "beyond")}
    return {"type": "FeatureCollection", "features": [feature(one, beyond) for one, beyond in found], **rest}


def feature(result: dict[str, Any], beyond: bool) -> dict[str, Any]:
    point = result["practice"]["point"]
    return {
        "type": "Feature",
        "id": result["slug"],
        "geometry": {"type": "Point", "coordinates": [point["lng"], point["lat"]]},
        "properties": result | {"beyond": beyond},
    }
