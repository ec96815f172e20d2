"""The places where surgeons can be found: only those with a listing today, spelt as the offices spell them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import floor
from typing import Any

from django.db.models import Avg, Count, QuerySet
from django.urls import reverse
from django.utils.text import slugify
from geopy.distance import great_circle

from directory.models import Listing, today
from directory.places import Point
from directory.places.regions import country_name, region_name
from directory.search.memory import Words

# Stands for the region in addresses of countries whose practices name none.
NO_REGION = "-"
NEAR_MILES = 60
MOST_NEIGHBOURS = 9
DEGREES_PER_MILE = 1 / 69
Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place with how many surgeons practise there; `spellings` are the texts that the records have for it."""

    name: str
    url: str
    count: int
    spellings: tuple[str, ...] = ()
    centre: Point | None = None


def listed_at(**where: Any) -> QuerySet[Listing]:
    """The listings of today at practices whose fields (country, region, city) are these."""
    return Listing.objects.filter(
        listed_until__gte=today(), **{f"practice__{name}": value for name, value in where.items()}
    )


def countries() -> list[Place]:
    rows = _grouped(listed_at(), "country")
    return _by_name(
        Place(name=country_name(row["country"]), url=_url(row["country"]), count=row["count"]) for row in rows
    )


def regions(country: str) -> list[Place]:
    """The regions of a country, by name; practices that name none are left to `cities`."""
    rows = [row for row in _grouped(listed_at(country=country), "region") if slugify(row["region"])]
    return _by_name(
        Place(name=region_name(row["region"], country), url=_url(country, row["region"]), count=row["count"])
        for row in rows
    )


def cities(country: str, region: str) -> list[Place]:
    """The cities of a region, by name; two spellings that lead to one address are one city."""
    alike = defaultdict(list)
    for row in _grouped(listed_at(country=country, region=region), "city"):
        if slug := slugify(row["city"]):
            alike[slug].append(row)
    return _by_name(_city(country, region, slug, rows) for slug, rows in alike.items())


def neighbours(city: Place, country: str) -> list[tuple[Place, float]]:
    """Other cities of the country with surgeons within NEAR_MILES and how many miles away, the nearest first."""
    assert city.centre  # noqa: S101 - cities have one
    lat, lng = city.centre.lat, city.centre.lng
    far, wide = NEAR_MILES * DEGREES_PER_MILE, NEAR_MILES * DEGREES_PER_MILE * 2
    around = listed_at(country=country).filter(
        band__range=(floor((lat - far) * 10), floor((lat + far) * 10)), lng__range=(lng - wide, lng + wide)
    )
    alike = defaultdict(list)
    for row in _grouped(around, "region", "city"):
        if slug := slugify(row["city"]):
            alike[row["region"], slug].append(row)
    found = []
    for (region, slug), rows in alike.items():
        other = _city(country, region, slug, rows)
        assert other.centre  # noqa: S101
        miles = great_circle((lat, lng), (other.centre.lat, other.centre.lng)).miles
        if other.url != city.url and miles <= NEAR_MILES:
            found.append((other, miles))
    return sorted(found, key=lambda pair: (pair[1], pair[0].name))[:MOST_NEIGHBOURS]


def offered(listings: QuerySet[Listing], words: Words, lang: str) -> list[tuple[str, str, int]]:
    """(slug, name, how many surgeons) of what is offered at these listings, by name."""
    by_surgeon: dict[int, set[int]] = defaultdict(set)
    for surgeon, ordinals in listings.values_list("surgeon_id", "procedures"):
        by_surgeon[surgeon].update(bytes(ordinals))
    counts = Counter(ordinal for ordinals in by_surgeon.values() for ordinal in ordinals)
    known = [(words.by_ordinal[ordinal], count) for ordinal, count in counts.items() if ordinal in words.by_ordinal]
    return sorted(((one.slug, one.name(lang), count) for one, count in known), key=lambda row: row[1].casefold())


def _grouped(listings: QuerySet[Listing], *fields: str) -> list[Row]:
    names = {name: f"practice__{name}" for name in fields}
    rows = listings.values(*names.values()).annotate(
        count=Count("surgeon", distinct=True), mid_lat=Avg("lat"), mid_lng=Avg("lng")
    )
    return [row | {name: row[path] for name, path in names.items()} for row in rows.order_by(*names.values())]


def _city(country: str, region: str, slug: str, rows: list[Row]) -> Place:
    chief = max(rows, key=lambda row: (row["count"], row["city"]))
    return Place(
        name=chief["city"],
        url=reverse("find-city", args=[country.lower(), slugify(region) or NO_REGION, slug]),
        count=sum(row["count"] for row in rows),
        spellings=tuple(row["city"] for row in rows),
        centre=Point(lat=chief["mid_lat"], lng=chief["mid_lng"]),
    )


def _url(country: str, region: str = "") -> str:
    args = [country.lower(), *([slugify(region)] if region else [])]
    return reverse("find-region" if region else "find-country", args=args)


def _by_name(places: Any) -> list[Place]:
    return sorted(places, key=lambda place: place.name.casefold())


def every_place() -> list[str]:
    """The addresses of all countries, regions and cities with a listing today, in order; one query."""
    rows = listed_at().values_list("practice__country", "practice__region", "practice__city").distinct()
    found = set()
    for country, region, city in rows:
        found.add(_url(country))
        if slugify(region):
            found.add(_url(country, region))
        if slugify(city):
            args = [country.lower(), slugify(region) or NO_REGION, slugify(city)]
            found.add(reverse("find-city", args=args))
    return sorted(found)
