"""Browsing by place: countries, regions and cities, each only while somebody is listed there."""

from __future__ import annotations

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from directory.pages import find_places as places
from directory.pages.find_places import NO_REGION, listed_at
from directory.pages.reading import absolute, data_block, known, language, reading_page
from directory.pages.reading_data import breadcrumb
from directory.places.regions import country_name, region_name

MOST_SURGEONS = 100
Crumb = tuple[str, str]


@reading_page
def find(request: HttpRequest) -> HttpResponse:
    return _page(request, _("Find by place"), [], {"below": places.countries()})


@reading_page
def find_country(request: HttpRequest, country: str) -> HttpResponse:
    code = country.upper()
    below = [*places.regions(code), *places.cities(code, "")]
    if not below or country != country.lower():
        raise Http404
    count = listed_at(country=code).values("surgeon").distinct().count()
    return _page(request, country_name(code), [_top()], {"below": below, "count": count})


@reading_page
def find_region(request: HttpRequest, country: str, region: str) -> HttpResponse:
    code, area = country.upper(), _region(country, region)
    listings = listed_at(country=code, region=area)
    context = {
        "below": places.cities(code, area),
        "count": listings.values("surgeon").distinct().count(),
        "treatments": places.offered(listings, known()[1], language()),
        "place": region_name(area, code),
    }
    return _page(request, region_name(area, code), [_top(), _country(code)], context)


@reading_page
def find_city(request: HttpRequest, country: str, region: str, city: str) -> HttpResponse:
    code, area = country.upper(), "" if region == NO_REGION else _region(country, region)
    found = next((one for one in places.cities(code, area) if one.url == request.path), None)
    if found is None:
        raise Http404
    listings = listed_at(country=code, region=area, city__in=found.spellings)
    cards = listings.order_by("family_key", "given_key", "pk").values_list("card", flat=True)
    surgeons = {card["slug"]: card for card in map(json.loads, cards[: MOST_SURGEONS * 2])}
    place = f"{found.name}, {area or country_name(code)}"
    context = {
        "count": listings.values("surgeon").distinct().count(),
        "surgeons": list(surgeons.values())[:MOST_SURGEONS],
        "treatments": places.offered(listings, known()[1], language()),
        "neighbours": places.neighbours(found, code),
        "place": place,
    }
    above = [_top(), _country(code)]
    if area:
        url = reverse("find-region", args=[country, region])
        above.append((region_name(area, code), url))
    return _page(request, place, above, context)


def _region(country: str, slug: str) -> str:
    """The region that the records name so, such as "IL" for "il"; 404 where nobody is listed."""
    names = listed_at(country=country.upper()).values_list("practice__region", flat=True).distinct()
    for name in names.order_by("practice__region"):
        if name and slugify(name) == slug and country == country.lower():
            return str(name)
    raise Http404


def _top() -> Crumb:
    return _("Find by place"), reverse("find")


def _country(code: str) -> Crumb:
    return country_name(code), reverse("find-country", args=[code.lower()])


def _page(request: HttpRequest, name: str, above: list[Crumb], context: dict[str, Any]) -> HttpResponse:
    """`above` are the pages over this one, the topmost first."""
    whole = [(one, absolute(request, url)) for one, url in above]
    data = {"@context": "https://schema.org"} | breadcrumb(whole, name, absolute(request, request.path))
    asked = {"place": context.get("place", "")}
    context = {"name": name, "above": above, "data": data_block(data), "asked": asked} | context
    return render(request, "pages/find.html", context)
