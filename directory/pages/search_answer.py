"""What the results page shows of a SearchResult."""

from __future__ import annotations

import dataclasses
from typing import Any

from django.templatetags.static import static
from django.utils.translation import gettext, ngettext

from directory.models import today
from directory.pages import search_filters, search_reading
from directory.pages.reading import language, words_now
from directory.pages.search_html import ListHTML
from directory.pages.search_labels import filters
from directory.pages.search_rows import Row, Rows
from directory.pages.search_ways import Way, way
from directory.search.criteria import KILOMETRES_PER_MILE, Criteria
from directory.search.finder import search
from directory.search.parameters import query_string
from directory.search.result import SearchResult

WIDER = (25, 50, 100, 150, 250, 500)


def answer(result: SearchResult, *, first: int, private: bool) -> dict[str, Any]:
    """The values of pages/search.html."""
    words = words_now()
    lang = language()
    criteria = result.criteria
    asked = "" if private else query_string(criteria, sort=None, limit=None)
    make = Rows(day=today(), lang=lang, unit=criteria.unit, query=asked)
    rows = [make.row(hit, first + step) for step, hit in enumerate(result.hits)]
    beyond = [make.row(hit, first + len(rows) + step, beyond=True) for step, hit in enumerate(result.beyond)]
    write = ListHTML(static("directory/icons/icons.svg"))
    return {
        "result": result,
        "criteria": criteria,
        "headline": headline(result),
        "part": f"pages/search/_{result.outcome}.html",
        "rows": rows,
        "beyond": beyond,
        "rows_html": write.rows(rows),
        "beyond_html": write.rows(beyond),
        "first": first,
        "radius": radius_words(result),
        "nearest": _miles(result.beyond[0].distance_miles or 0, criteria.unit) if beyond else "",
        "groups_html": write.filters(search_filters.groups(result, words, lang)),
        "chips": search_filters.chips(criteria, words, lang),
        "radii": search_filters.radii(criteria, result.radius_miles),
        "sorts": _sorts(criteria),
        "reading": search_reading.reading(result, words, lang),
        "ways": _ways(result, beyond, lang),
        "back": way(criteria, gettext("Back to the first page")) if first > 1 else None,
        "next": _next(result, first + len(rows)),
        "articles": result.articles[:3],
    }


def headline(result: SearchResult) -> str:
    """The count and the circle, or what is so instead."""
    criteria, place = result.criteria, search_reading.place_words(result)
    if result.outcome == "place_unknown" or result.outcome == "geocoder_down":
        return gettext("We do not know a place called “%(place)s”") % {"place": criteria.place}
    if result.outcome == "treatment_unknown":
        return gettext("We know no treatment called “%(words)s”") % {"words": criteria.treatment}
    if not result.total:
        if result.outcome == "too_many_filters":
            return _nobody(criteria)
        return gettext("Nobody within %(radius)s of %(place)s") % {"radius": radius_words(result), "place": place}
    count = ngettext("%(n)s surgeon", "%(n)s surgeons", result.total) % {"n": f"{result.total:,}"}
    if result.origin is None:
        return gettext("%(surgeons)s, by name") % {"surgeons": count}
    return gettext("%(surgeons)s within %(radius)s of %(place)s") % {
        "surgeons": count, "radius": radius_words(result), "place": place,
    }  # fmt: skip


def _nobody(criteria: Criteria) -> str:
    if criteria.filters:
        return gettext("Nobody is left with all of these filters")
    if criteria.treatment:
        return gettext("No listed surgeon offers this yet")
    return gettext("Nobody is listed yet")


def radius_words(result: SearchResult) -> str:
    """ "25 miles", "40 kilometers"; empty without a place."""
    if result.radius_miles is None:
        return ""
    return _miles(result.radius_miles, result.criteria.unit)


def _miles(miles: float, unit: str) -> str:
    """A distance as sentences have it, in whole units."""
    far = round(miles * KILOMETRES_PER_MILE if unit == "km" else miles)
    if unit == "km":
        return ngettext("%(n)s kilometer", "%(n)s kilometers", far) % {"n": far}
    return ngettext("%(n)s mile", "%(n)s miles", far) % {"n": far}


def _sorts(criteria: Criteria) -> list[tuple[Way, bool]]:
    """The orders on offer and whether each is the present one; the nearest first needs a place."""
    names = {"distance": gettext("Nearest first"), "name": gettext("Name"), "experience": gettext("Years in practice")}
    if not criteria.asks_for_a_place:
        del names["distance"]
    now: str = criteria.sort or next(iter(names))
    return [(Way(label=label, query="") if name == now else way(criteria, label, sort=name), name == now)
            for name, label in names.items()]  # fmt: skip


def _ways(result: SearchResult, beyond: list[Row], lang: str) -> list[Way]:
    """What to do where nobody is inside: a wider circle, and each filter that alone keeps people away."""
    criteria = result.criteria
    made = []
    if result.outcome == "nobody_in_radius" and beyond:
        nearest = result.beyond[0].distance_miles or 0
        radius = next((far for far in WIDER if far >= nearest), 0)
        if radius:
            wider = dataclasses.replace(criteria, radius=float(radius), unit="mi", cursor="", limit=1)
            label = gettext("Look within %(n)s miles") % {"n": radius}
            made.append(way(criteria, label, count=search(wider).total, radius=float(radius), unit="mi"))
    if result.total:
        return made
    for name, count in result.relax.items():
        empty = getattr(Criteria(), name)
        label = gettext("Leave out the filter “%(filter)s”") % {"filter": filters(lang).get(name, name)}
        made.append(way(criteria, label, count=count, **{name: empty}))
    return made


def _next(result: SearchResult, number: int) -> Way | None:
    if not result.next_cursor:
        return None
    onward = way(result.criteria, gettext("Next 20"), cursor=result.next_cursor)
    return dataclasses.replace(onward, query=f"{onward.query}&from={number}")
