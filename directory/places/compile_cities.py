"""Cities and towns of the gazetteer to be, and which of their many aliases are worth keeping."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .draft import Draft
from .normalise import key
from .regions import GEONAMES_PROVINCES, country_keys, state_keys
from .sources import rows

# GeoNames' own name on the left; what people call it on the right.
RENAMED = {("New York City", "NY"): "New York", ("Québec", "QC"): "Quebec City", ("Montréal", "QC"): "Montreal"}
NOT_A_CITY = re.compile(r"\d|Campus|Correctional|census designated|\(|Mobile Home|Trailer", re.I)
ALIAS = re.compile(r"[A-ZÀ-Þ][\w .'’-]{3,}")
# What a town is officially called but nobody types, and the reverse.
OFFICIAL = re.compile(r" (town|township|village|borough|city)$")

# English and Spanish names of cities abroad that the file has under their own.
ABROAD = {
    "Mexico City": "ciudad de mexico|cdmx|df mexico|mexico df", "Mumbai": "bombay", "Bengaluru": "bangalore", "Kolkata": "calcutta",
    "Chennai": "madras", "Kyiv": "kiev", "Beijing": "peking|pekin", "Ho Chi Minh City": "saigon", "Yangon": "rangoon",
    "Munich": "munchen", "Cologne": "koln", "Vienna": "wien|viena", "Rome": "roma", "Milan": "milano", "Naples": "napoli",
    "Florence": "firenze|florencia", "Venice": "venezia|venecia", "Turin": "torino", "Lisbon": "lisboa",
    "Moscow": "moskva|moscu", "Warsaw": "warszawa|varsovia", "Prague": "praha|praga", "Copenhagen": "kobenhavn",
    "Gothenburg": "goteborg", "Geneva": "geneve|ginebra", "Zürich": "zurich", "Brussels": "bruxelles|bruselas",
    "Antwerp": "antwerpen", "The Hague": "den haag|la haya|hague", "Athens": "athina|atenas", "London": "londres",
    "Seville": "sevilla", "Havana": "la habana|habana", "Guatemala City": "ciudad de guatemala|guatemala",
    "Panamá": "panama city|ciudad de panama", "Cairo": "el cairo", "Jerusalem": "al quds", "Tel Aviv": "tel aviv yafo",
    "Seoul": "seul", "Tokyo": "tokio", "Singapore": "singapur", "Hong Kong": "hongkong", "Dubai": "dubay",
    "Nuremberg": "nurnberg", "Rio de Janeiro": "rio", "Marseille": "marseilles|marsella", "Lyon": "lyons",
    "Santo Domingo": "santo domingo de guzman", "Saint Petersburg": "leningrad", "Gurugram": "gurgaon",
    "Thiruvananthapuram": "trivandrum", "Astana": "nur sultan", "Bucharest": "bucuresti", "Belgrade": "beograd",
    "Cancún": "cancun", "Tijuana": "tj", "Edinburgh": "edimburgo", "Guangzhou": "canton china", "Mecca": "makkah",
    "Medina": "madinah", "Monterrey": "monterey mexico",
}  # fmt: skip


def american() -> list[Draft]:
    """US cities of GeoNames, the largest first, each with the aliases that survive vetting."""
    found, claims = [], []
    for row in rows("us_cities"):
        if NOT_A_CITY.search(row["name"]):
            continue
        name = RENAMED.get((row["name"], row["state"]), row["name"])
        city = Draft(name, "city", row["state"], "US", float(row["lat"]), float(row["lng"]), int(row["population"]))
        city.call(name)
        city.call(row["name"])
        found.append(city)
        claims.append((city, row["aliases"].split("|") if row["aliases"] else []))
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
        city = Draft(row["name"], "city", "", row["country"], float(row["lat"]), float(row["lng"]),
                     int(row["population"]))  # fmt: skip
        city.call(city.name)
        if city.population > 100_000 and city.name in ABROAD:
            for other in ABROAD[city.name].split("|"):
                city.call(other, listed=False)
        found.append(city)
    return found


def postal_towns(known: Iterable[Draft]) -> list[Draft]:
    """US post towns that GeoNames does not list as cities, each in the middle of its ZIPs."""
    taken = {(spelt, city.region) for city in known for spelt in city.names}
    where: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for row in rows("us_zips"):
        if (key(row["city"]), row["state"]) not in taken:
            where.setdefault((row["city"], row["state"]), []).append((float(row["lat"]), float(row["lng"])))
    found = []
    for (name, state), points in where.items():
        lat, lng = (sum(point[axis] for point in points) / len(points) for axis in (0, 1))
        town = Draft(name, "city", state, "US", lat, lng)
        town.call(name)
        found.append(town)
    return found
