"""Cities and towns of the gazetteer to be, and which of their many aliases are worth keeping."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from directory.places.draft import Draft
from directory.places.normalise import key
from directory.places.point import Point
from directory.places.regions import GEONAMES_PROVINCES, countries, country_keys, state_keys
from directory.places.sources import rows

# GeoNames' own name on the left; what people call it on the right.
RENAMED = {("New York City", "NY"): "New York", ("Québec", "QC"): "Quebec City", ("Montréal", "QC"): "Montreal"}
NOT_A_CITY = re.compile(r"\d|Campus|Correctional|census designated|\(|Mobile Home|Trailer", re.I)
ALIAS = re.compile(r"[A-ZÀ-Þ][\w .'’-]{3,}")
CAPITALS = ("Edinburgh", "Cardiff", "Belfast")  # of countries without a code of their own
ESTIMATED = 0.2  # a figure in round thousands was counted by nobody: a quarter of some city
WITHOUT_POST_OFFICE = 0.3
NAMESAKE_MILES = 30
# Frankfurt am Main, Newcastle upon Tyne: what follows tells it from a namesake, and is left out in speech.
SURNAMED = re.compile(r"([A-ZÀ-Þ]\w{3,})[ -](?:am|an der|im|upon|on|sur|de|del|di)[ -]")

# English and Spanish names of cities abroad that the file has under their own.
ABROAD = {
    "Mexico City": "ciudad de mexico|cdmx|df mexico|mexico df", "Mumbai": "bombay", "Bengaluru": "bangalore",
    "Kolkata": "calcutta", "Chennai": "madras", "Kyiv": "kiev", "Beijing": "peking|pekin",
    "Ho Chi Minh City": "saigon", "Yangon": "rangoon", "Munich": "munchen", "Cologne": "koln", "Vienna": "wien|viena",
    "Rome": "roma", "Milan": "milano", "Naples": "napoli", "Florence": "firenze|florencia",
    "Venice": "venezia|venecia", "Turin": "torino", "Lisbon": "lisboa", "Moscow": "moskva|moscu",
    "Warsaw": "warszawa|varsovia", "Prague": "praha|praga", "Copenhagen": "kobenhavn", "Gothenburg": "goteborg",
    "Geneva": "geneve|ginebra", "Zürich": "zurich", "Brussels": "bruxelles|bruselas", "Antwerp": "antwerpen",
    "The Hague": "den haag|la haya|hague", "Athens": "athina|atenas", "London": "londres", "Seville": "sevilla",
    "Havana": "la habana|habana", "Guatemala City": "ciudad de guatemala|guatemala",
    "Panamá": "panama city|ciudad de panama", "Cairo": "el cairo", "Jerusalem": "al quds",
    "Tel Aviv": "tel aviv yafo", "Seoul": "seul", "Tokyo": "tokio", "Singapore": "singapur", "Hong Kong": "hongkong",
    "Dubai": "dubay", "Nuremberg": "nurnberg", "Rio de Janeiro": "rio", "Marseille": "marseilles|marsella",
    "Lyon": "lyons", "Santo Domingo": "santo domingo de guzman", "Saint Petersburg": "leningrad",
    "Gurugram": "gurgaon", "Thiruvananthapuram": "trivandrum", "Astana": "nur sultan", "Bucharest": "bucuresti",
    "Belgrade": "beograd", "Cancún": "cancun", "Tijuana": "tj", "Edinburgh": "edimburgo", "Guangzhou": "canton china",
    "Mecca": "makkah", "Medina": "madinah", "Monterrey": "monterey mexico",
}  # fmt: skip


def american() -> list[Draft]:
    """US cities of GeoNames, the largest first, each with the aliases that survive vetting."""
    found, claims = [], []
    for row in rows("us_cities"):
        if NOT_A_CITY.search(row["name"]):
            continue
        name = RENAMED.get((row["name"], row["state"]), row["name"])
        city = Draft(name, "city", row["state"], "US", float(row["lat"]), float(row["lng"]), int(row["population"]))
        if city.population % 1000 == 0:
            city.weight = ESTIMATED
        city.call(name)
        city.call(row["name"])
        if name == "New York":
            city.call("NY", listed=False, boost=-city.standing)  # "NY, NY"
        found.append(city)
        claims.append((city, row["aliases"].split("|") if row["aliases"] else []))
    _prefer_post_towns(found)
    taken = {spelt for city in found for spelt in city.names} | set(state_keys()) | set(country_keys())
    for city, aliases in claims:
        for alias in aliases:
            if ALIAS.fullmatch(alias) and key(alias) not in taken:
                city.call(alias, listed=False, boost=-city.standing // 2)
    return found


def canadian() -> list[Draft]:
    """Canadian places of 500 people and more."""
    found = []
    for row in rows("ca_cities500"):
        region = GEONAMES_PROVINCES[row["admin1"]]
        name = RENAMED.get((row["name"], region), row["name"])
        city = Draft(name, "city", region, "CA", float(row["lat"]), float(row["lng"]), int(row["population"]))
        city.call(name)
        city.call(row["name"], listed=name != "Quebec City")
        found.append(city)
    return found


def abroad() -> list[Draft]:
    """Cities of 15,000 people and more outside the United States and Canada."""
    found = []
    for row in rows("world_cities15000"):
        capital = row["name"] in (countries()[row["country"]]["capital"], *CAPITALS)
        city = Draft(row["name"], "city", "", row["country"], float(row["lat"]), float(row["lng"]),
                     int(row["population"]), capital=capital)  # fmt: skip
        city.call(city.name)
        if city.population > 100_000:
            for other in ABROAD.get(city.name, "").split("|"):
                city.call(other, listed=False)
            if river := SURNAMED.match(city.name):
                city.call(river[1], listed=False, boost=-city.standing // 2)
        found.append(city)
    return found


def postal_towns(known: Iterable[Draft]) -> list[Draft]:
    """US post towns that GeoNames does not list as cities, each in the middle of its ZIPs."""
    by_name: dict[tuple[str, str], list[Draft]] = {}
    for city in known:
        for spelt in city.names:
            by_name.setdefault((spelt, city.region), []).append(city)
    found = []
    for (name, state), middle in _post_towns().items():
        same = by_name.get((key(name), state), [])
        if all(city.point.miles_to(middle) > NAMESAKE_MILES for city in same):
            town = Draft(name, "city", state, "US", middle.lat, middle.lng)
            town.call(name, boost=sum(city.standing for city in same))  # the post office means this one
            found.append(town)
    return found


def _prefer_post_towns(cities: list[Draft]) -> None:
    """Of several places of one name in a state, the one the post office means is the one people mean."""
    by_name: dict[tuple[str, str], list[Draft]] = {}
    for city in cities:
        by_name.setdefault((key(city.name), city.region), []).append(city)
    for (name, state), middle in _post_towns().items():
        same = by_name.get((key(name), state), [])
        nearest = min(same, key=lambda city: city.point.miles_to(middle), default=None)
        for city in same:
            if city is not nearest:
                city.weight *= WITHOUT_POST_OFFICE


@functools.cache
def _post_towns() -> dict[tuple[str, str], Point]:
    """The middle of the ZIPs of every post town, by name and state."""
    where: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for row in rows("us_zips"):
        where.setdefault((row["city"], row["state"]), []).append((float(row["lat"]), float(row["lng"])))
    return {
        name: Point(lat=sum(lat for lat, _ in points) / len(points), lng=sum(lng for _, lng in points) / len(points))
        for name, points in where.items()
    }
