"""What a map on the page needs to know, as values for the page's JSON: `{% map_data ... as data %}`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse

from directory.models import Practice
from directory.pages import tiles
from directory.places import Point
from directory.search.result import Hit

register = template.Library()
# These practices stand at the middle of their ZIP code or city, which the map then says.
ROUGH = (Practice.Exactness.POSTAL_CODE, Practice.Exactness.CITY)


@register.simple_tag
def map_data(
    hits: Iterable[Hit] | None = None,
    beyond: Iterable[Hit] | None = None,
    practices: Iterable[Practice] | None = None,
    origin: Point | None = None,
    radius_miles: float | None = None,
    first: int | None = None,
) -> dict[str, Any]:
    """Pins in the order of the list, numbered from `first` (1); positions in degrees, `radius` in miles."""
    number = first or 1
    pins = [_hit(hit, beyond=False) for hit in hits or ()] + [_hit(hit, beyond=True) for hit in beyond or ()]
    pins += [_practice(practice) for practice in practices or ()]
    return {
        "pins": [pin | {"number": number + step, "row": f"s{number + step}"} for step, pin in enumerate(pins)],
        "origin": {"lat": origin.lat, "lng": origin.lng} if origin else None,
        "radius": radius_miles or None,
        "ground": ground(),
    }


def ground() -> dict[str, Any]:
    """Where the base map comes from: our own tiles, or the operator's server."""
    if settings.MAP_TILE_URL:
        return {"pictures": settings.MAP_TILE_URL}
    address = reverse("tile-index", args=[tiles.BASE]).removesuffix(f"{tiles.BASE}/index")
    return {"address": address, "version": tiles.version(), "layers": tiles.over_base()}


@register.simple_tag
def map_credit() -> str:
    """The credit of the operator's tile server; empty over our own map, whose sources the template names."""
    return str(settings.MAP_TILE_CREDIT or settings.MAP_TILE_URL.split("/")[2]) if settings.MAP_TILE_URL else ""


def _hit(hit: Hit, *, beyond: bool) -> dict[str, Any]:
    practice = hit.card["practice"]
    return {
        **practice["point"],
        "name": hit.card["name"],
        "where": f"{practice['name']}, {practice['address']['city']}",
        "rough": practice["exactness"] in ROUGH,
        "beyond": beyond,
    }


def _practice(practice: Practice) -> dict[str, Any]:
    return {
        "lat": round(practice.lat, 6),
        "lng": round(practice.lng, 6),
        "name": practice.name,
        "where": ", ".join(part for part in (practice.street, practice.city) if part),
        "rough": practice.exactness in ROUGH,
        "beyond": False,
    }
