"""ZIPs and Canadian postal areas of the gazetteer to be.

"City and ZIP of one place give one answer": a town of under 100,000 people is one place, so each of its ZIPs that lies
near the town's own point (10 miles for a town's only ZIP, 5 miles for one of several) answers with that point. A ZIP
of a larger city, or one that only borrows a town's name from further off, keeps its own.

The file of Canadian areas has gross errors (central Calgary 17 miles out on the prairie), so an urban area that lies
more than 8 miles from its large city is put at that city's point.
"""

from __future__ import annotations

import collections
import re
from collections.abc import Iterable, Iterator

from directory.places.draft import Draft
from directory.places.normalise import key
from directory.places.regions import PROVINCES
from directory.places.sources import rows

LARGEST_TOWN = 100_000
ONLY_ZIP_MILES, ONE_OF_SEVERAL_MILES = 10, 5
URBAN_AREA_MILES = 8


def zips(cities: Iterable[Draft]) -> Iterator[Draft]:
    """Every US ZIP, at its town's point where the town is one place."""
    towns = _towns(cities)
    listed = list(rows("us_zips"))
    areas = collections.Counter((key(row["city"]), row["state"]) for row in listed if not row["kind"])
    for row in listed:
        name = (key(row["city"]), row["state"])
        code = Draft(row["zip"], "zip", row["state"], "US", float(row["lat"]), float(row["lng"]), locality=row["city"])
        town = _settle(code, towns.get(name, ()), areas[name])
        if town and not row["kind"]:  # a post-office box is no better known than its neighbours
            code.population = town.population // areas[name]
        code.call(code.name)
        yield code


def postal_areas(cities: Iterable[Draft]) -> Iterator[Draft]:
    """Every Canadian forward sortation area ("M5V")."""
    towns = _towns(cities)
    codes = {name: code for code, name in PROVINCES.items()}
    listed = list(rows("ca_fsa"))
    areas = collections.Counter((key(_town(row["place"])), row["province"]) for row in listed)
    for row in listed:
        town, region = _town(row["place"]), codes.get(row["province"], "")
        code = Draft(row["fsa"], "postal_code", region, "CA", float(row["lat"]), float(row["lng"]), locality=town)
        settled = _settle(code, towns.get((key(town), region), ()), areas[key(town), row["province"]])
        urban = row["fsa"][1] != "0" and settled and settled.population >= LARGEST_TOWN
        if settled and urban and code.point.miles_to(settled.point) > URBAN_AREA_MILES:
            code.lat, code.lng = settled.lat, settled.lng
        code.call(code.name)
        yield code


def _settle(code: Draft, towns: Iterable[Draft], areas: int) -> Draft | None:
    """The code's town, if it has one; moved to the town's point by the rule above."""
    near = min(((code.point.miles_to(town.point), -town.population, town) for town in towns), default=None,
               key=lambda found: found[:2])  # fmt: skip
    if near is None:
        return None
    away, _, town = near
    if town.population < LARGEST_TOWN and away <= (ONLY_ZIP_MILES if areas <= 1 else ONE_OF_SEVERAL_MILES):
        code.lat, code.lng = town.lat, town.lng
    return town


def _towns(cities: Iterable[Draft]) -> dict[tuple[str, str], list[Draft]]:
    towns: dict[tuple[str, str], list[Draft]] = {}
    for city in cities:
        for spelt in city.names:
            towns.setdefault((spelt, city.region), []).append(city)
    return towns


def _town(place: str) -> str:
    return re.split(r" \(|/|,", place)[0].strip()
