"""A SearchResult as the API's plain values: the stored cards with what this question adds to them."""

from __future__ import annotations

from typing import Any

from directory.api import addresses
from directory.api.suggestions import place_result
from directory.search.criteria import KILOMETRES_PER_MILE, Criteria
from directory.search.parameters import query_string
from directory.search.result import Hit, SearchResult, TreatmentReading

DIGITS = 4  # of a distance, in miles or kilometres


def search_answer(result: SearchResult, site: str) -> dict[str, Any]:
    unit = result.criteria.unit
    return {
        "query": understood(result),
        "outcome": result.outcome,
        "total": result.total,
        "facets": result.facets,
        "next": next_page(result, site),
        "results": [hit_answer(hit, site, unit) for hit in result.hits],
        "beyond": [hit_answer(hit, site, unit) for hit in result.beyond],
        "relax": result.relax,
        "articles": [
            {"slug": one.slug, "title": one.title, "url": addresses.article(site, one.slug)} for one in result.articles
        ],
    }


def next_page(result: SearchResult, site: str) -> str | None:
    """The address of the page after this one, null on the last."""
    if not result.next_cursor:
        return None
    return f"{site}{addresses.BASE}surgeons/?{query_string(result.criteria, cursor=result.next_cursor)}"


def hit_answer(hit: Hit, site: str, unit: str) -> dict[str, Any]:
    """One surgeon. Takes the hit's card over and changes it: cards are read for one answer each."""
    found: dict[str, Any] = hit.card  # type: ignore[assignment]
    del found["offers"], found["initials"]
    miles = hit.distance_miles
    found["practice"]["distance_miles"] = None if miles is None else round(miles, DIGITS)
    found["distance"] = in_unit(miles, unit)
    found["evidence"] = hit.evidence
    found["match"] = [
        {"slug": one.slug, "name": one.name, "since": one.since, "volume": one.volume} for one in hit.offers
    ]
    found["articles"] = [
        {"slug": one.slug, "title": one.title, "url": addresses.article(site, one.slug)} for one in hit.articles
    ]
    found["photo"] = addresses.photo(site, found["photo"])
    found["url"] = addresses.surgeon(site, found["slug"])
    return found


def in_unit(miles: float | None, unit: str) -> float | None:
    if miles is None:
        return None
    return round(miles * KILOMETRES_PER_MILE if unit == "km" else miles, DIGITS)


def understood(result: SearchResult) -> dict[str, Any]:
    """How the question was read. `radius` is the one used and `radius_asked` null where it was left to the place."""
    criteria = result.criteria
    return {
        "treatment": treatment_understood(criteria, result.treatment),
        "procedure": criteria.procedure,
        "place": place_understood(result),
        "near": {"lat": criteria.near.lat, "lng": criteria.near.lng} if criteria.near else None,
        "origin": {"lat": result.origin.lat, "lng": result.origin.lng} if result.origin else None,
        "radius": in_unit(result.radius_miles, criteria.unit),
        "radius_asked": criteria.radius,
        "unit": criteria.unit,
        "sort": criteria.sort or ("distance" if result.origin else "name"),
        "limit": criteria.limit,
        "lang": criteria.lang,
        "filters": criteria.filters,
    }


def treatment_understood(criteria: Criteria, treatment: TreatmentReading | None) -> dict[str, Any] | None:
    """What the words were taken for, and what else they may mean; null when there were none."""
    if treatment is None:
        return None
    reading = treatment.reading
    taken = next((one for one in reading.matches if one.slug == treatment.slug and one.kind == treatment.kind), None)
    return {
        "words": criteria.treatment,
        "outcome": reading.outcome,
        "how": reading.how,
        "kind": treatment.kind or None,
        "slug": treatment.slug or None,
        "name": treatment.name or None,
        "matched": taken.matched if taken else None,
        "procedures": treatment.procedures,
        "alternatives": [
            {"kind": one.kind, "slug": one.slug, "name": one.name, "matched": one.matched}
            for one in reading.matches
            if one is not taken
        ],
        "note": reading.note,
    }


def place_understood(result: SearchResult) -> dict[str, Any] | None:
    """The place that was taken, and what else the words may mean; null without words for a place.

    Where no place was found all but `words`, `outcome` and the empty `alternatives` are null.
    """
    resolution = result.place
    if resolution is None:
        return None
    place = result.place_taken
    named = place_result(place) if place else dict.fromkeys(PLACE_FIELDS)
    return {
        "words": result.criteria.place,
        "outcome": "geocoder_down" if resolution.outcome == "unavailable" else resolution.outcome,
        **named,
        "corrected": resolution.corrected,
        "alternatives": [place_result(one) for one in resolution.alternatives],
    }


PLACE_FIELDS = ("name", "label", "kind", "region", "country", "lat", "lng", "radius_miles")
