"""How the patient's words were understood, each with the other readings one click away."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from directory.pages.search_ways import Way, way
from directory.pages.wording import short
from directory.search.memory import Words
from directory.search.result import SearchResult

MOST = 4
PAGES = {"procedure": "treatment", "concern": "concern"}


def place_words(result: SearchResult) -> str:
    """The place that was taken, for people; a given position is named by the town near it."""
    if result.criteria.near:
        near = result.place_taken.label if result.place_taken else ""
        return gettext("your position, %(place)s") % {"place": near} if near else gettext("your position")
    return result.place_taken.label if result.place_taken else result.criteria.place


def reading(result: SearchResult, words: Words, lang: str) -> dict[str, Any]:
    """Values of pages/search/_understood.html and of the outcomes' parts."""
    return {
        "place": place_words(result) if result.criteria.asks_for_a_place else "",
        "place_corrected": result.place.corrected if result.place else None,
        "other_places": _places(result),
        **_treatment(result, words, lang),
    }


def _places(result: SearchResult) -> list[Way]:
    others = result.place.alternatives[:MOST] if result.place else ()
    return [way(result.criteria, place.label, place=place.short, near=None) for place in others]


def _treatment(result: SearchResult, words: Words, lang: str) -> dict[str, Any]:
    taken = result.treatment
    if taken is None:
        return {"words": ""}
    criteria = result.criteria
    matches = taken.reading.matches
    others = matches
    if taken.slug:  # what was searched is no other meaning of the words
        others = tuple(one for one in matches[1:] if one.name != taken.name and one.slug not in taken.procedures)
    kind, slug, name = taken.kind, taken.slug, taken.name
    if kind == "concern" and len(taken.procedures) == 1:
        kind, slug = "procedure", taken.procedures[0]
        name = short(words.by_slug[slug].name(lang))
    counts = result.facets.get("procedure", {})
    offered = [slug for slug in taken.procedures if counts.get(slug)] if kind == "concern" else []
    narrow = [
        way(
            criteria,
            short(words.by_slug[slug].name(lang)),
            count=counts[slug],
            treatment=words.by_slug[slug].name(lang),
        )
        for slug in offered[:MOST]
    ]
    return {
        "words": criteria.treatment,
        "name": name,
        "url": reverse(PAGES[kind], args=[slug]) if slug else "",
        "concern": kind == "concern",
        "count": len(taken.procedures),
        "same": taken.name.casefold() == criteria.treatment.casefold(),
        "corrected": taken.reading.how == "misspelling",
        "note": taken.reading.note,
        "other_treatments": [way(criteria, one.name, treatment=one.name) for one in others[:MOST]],
        "narrow": narrow,
    }
