"""States, provinces, countries and counties of the gazetteer to be."""

from __future__ import annotations

import math
from collections.abc import Iterable

from directory.places.draft import Draft
from directory.places.point import Point
from directory.places.regions import GEONAMES_PROVINCES, PROVINCES, US_STATES, country_keys, state_keys
from directory.places.sources import rows

WIDEST = 500  # miles: what a search accepts
COUNTY_WORDS = {"LA": "Parish", "AK": "Borough"}
WITHOUT_COUNTIES = frozenset({"DC", "PR", "GU", "VI", "AS", "MP"})


def states() -> list[Draft]:
    """US states and territories from their outlines, each found by its code, name and old abbreviations."""
    found = [
        Draft(US_STATES[row["code"]], "state", row["code"], "US", float(row["lat"]), float(row["lng"]),
              int(row["population"]), min(WIDEST, float(row["radius_miles"])))
        for row in rows("us_states")
    ]  # fmt: skip
    return _named(found)


def provinces() -> list[Draft]:
    """Canadian provinces, placed where their people live: the land itself reaches the Arctic."""
    cities: dict[str, list[tuple[float, float, int]]] = {}
    for row in rows("ca_cities500"):
        where = float(row["lat"]), float(row["lng"]), int(row["population"])
        cities.setdefault(GEONAMES_PROVINCES[row["admin1"]], []).append(where)
    found = []
    for code, inside in cities.items():
        lat, lng, people = _middle(inside)
        radius = _reach(lat, lng, inside)
        found.append(Draft(PROVINCES[code], "state", code, "CA", lat, lng, people, radius))
    return _named(found)


def countries(cities: Iterable[Draft]) -> list[Draft]:
    """Countries, placed where their people live."""
    where: dict[str, list[tuple[float, float, int]]] = {}
    for city in cities:
        where.setdefault(city.country, []).append((city.lat, city.lng, city.population))
    found = []
    for row in rows("countries"):
        if row["iso2"] in where:
            lat, lng, _ = _middle(where[row["iso2"]])
            radius = _reach(lat, lng, where[row["iso2"]])
            name = "Georgia (country)" if row["iso2"] == "GE" else row["name"]
            found.append(
                Draft(name, "country", "", row["iso2"], lat, lng, int(row["population"]), radius, capital=True)
            )
    by_code = {draft.country: draft for draft in found}
    for spelt, code in country_keys().items():
        if code in by_code and spelt not in state_keys():
            by_code[code].call(spelt, listed=False)
    for draft in found:
        draft.call(draft.name)
    return found


def counties() -> list[Draft]:
    """Every US county: "cook county", "orleans parish"."""
    found = []
    for row in rows("us_counties"):
        code, name = row["code"], row["name"]
        if code in WITHOUT_COUNTIES:
            continue
        county = Draft(f"{name} {COUNTY_WORDS.get(code, 'County')}", "county", code, "US", float(row["lat"]),
                       float(row["lng"]), int(row["population"]), float(row["radius_miles"]))  # fmt: skip
        county.call(county.name)
        for other in (f"{name} County", f"County of {name}", f"condado de {name}", f"condado {name}"):
            county.call(other, listed=False)
        found.append(county)
    return found


def _named(found: list[Draft]) -> list[Draft]:
    by_code = {(draft.region, draft.country): draft for draft in found}
    for draft in found:
        draft.call(draft.name)
        draft.call(f"{draft.name} State", listed=False)
        draft.call(f"State of {draft.name}", listed=False)
        if draft.country == "CA":
            draft.call(f"{draft.name} province", listed=False)
    for spelt, code in state_keys().items():
        if code in by_code:
            by_code[code].call(spelt, listed=False)
    return found


def _reach(lat: float, lng: float, where: list[tuple[float, float, int]]) -> float:
    """Miles from a middle to the farthest of its cities: from 25 to as far as a search can reach."""
    centre = Point(lat=lat, lng=lng)
    farthest = max(centre.miles_to(Point(lat=city[0], lng=city[1])) for city in where)
    return max(25, min(WIDEST, math.ceil(farthest)))


def _middle(where: list[tuple[float, float, int]]) -> tuple[float, float, int]:
    people = sum(city[2] for city in where)
    weights = [city[2] / people if people else 1 / len(where) for city in where]
    lat = sum(city[0] * weight for city, weight in zip(where, weights, strict=True))
    lng = sum(city[1] * weight for city, weight in zip(where, weights, strict=True))
    return lat, lng, people
