"""Where invented offices are: in towns of the gazetteer's own sources, the larger the likelier."""

from __future__ import annotations

import functools
import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from directory.places.regions import GEONAMES_PROVINCES, PROVINCES
from directory.places.sources import rows
from members.invented import abroad
from members.invented.chance import Weighed
from members.invented.person import Site

KM_PER_DEGREE = 111.2
SMALLEST_TOWN = 15_000  # people: most rural counties have no plastic surgeon, and the demonstration says so too
COUNTRIES = Weighed([("US", 0.88), ("CA", 0.09), ("", 0.03)])
# The city's figure holds its boroughs, which are listed beside it.
COUNTED_TWICE = {("New York City", "NY")}
# Where far more surgeons work than people live.
DRAWN_TO = {
    ("Beverly Hills", "CA"): 18, ("Newport Beach", "CA"): 6, ("Scottsdale", "AZ"): 3, ("Boca Raton", "FL"): 4,
    ("Miami Beach", "FL"): 3, ("Manhattan", "NY"): 2, ("Highland Park", "IL"): 4, ("Naples", "FL"): 8,
    ("Greenwich", "CT"): 3, ("Bellevue", "WA"): 2, ("La Jolla", "CA"): 3, ("Palo Alto", "CA"): 3,
}  # fmt: skip
PROVINCE_NAMES = {name: code for code, name in PROVINCES.items()} | {
    "Northwest Territory": "NT", "Nunavut Territory": "NU",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Code:
    """A ZIP or the first half of a Canadian postal code, and the middle of its area."""

    code: str
    city: str
    lat: float
    lng: float


@dataclass(frozen=True, slots=True)
class Town:
    name: str
    region: str
    country: str
    lat: float
    lng: float
    population: int

    @property
    def reach_km(self) -> float:
        """About how far the town spreads from its middle."""
        return 1.5 + math.sqrt(self.population) * 0.011


def km(lat: float, lng: float, other_lat: float, other_lng: float) -> float:
    """Near enough for choosing a ZIP: plane distance in kilometres."""
    east = (other_lng - lng) * math.cos(math.radians(lat))
    return KM_PER_DEGREE * math.hypot(other_lat - lat, east)


@functools.cache
def towns(country: str) -> Weighed[Town]:
    """The towns of a country, a little more than by population: surgeons gather where people do."""
    source = _american() if country == "US" else _canadian()
    weighed = [(town, town.population**1.06 * DRAWN_TO.get((town.name, town.region), 1)) for town in source]
    return Weighed(sorted(weighed, key=lambda pair: (pair[0].region, pair[0].name, pair[0].lat)))


def _american() -> list[Town]:
    return [
        _town(row, row["state"], "US")
        for row in rows("us_cities")
        if int(row["population"]) >= SMALLEST_TOWN and (row["name"], row["state"]) not in COUNTED_TWICE
    ]


def _canadian() -> list[Town]:
    return [
        _town(row, GEONAMES_PROVINCES[row["admin1"]], "CA")
        for row in rows("ca_cities500")
        if int(row["population"] or 0) >= SMALLEST_TOWN
    ]


def _town(row: Mapping[str, str], region: str, country: str) -> Town:
    return Town(row["name"], region, country, float(row["lat"]), float(row["lng"]), int(row["population"]))


@functools.cache
def codes(country: str) -> Mapping[str, Sequence[Code]]:
    """ZIPs by state, or postal areas by province; those of post-office boxes, where nobody can go, left out."""
    by_region: dict[str, list[Code]] = {}
    if country == "US":
        for row in rows("us_zips"):
            if not row["kind"]:
                code = Code(row["zip"], row["city"], float(row["lat"]), float(row["lng"]))
                by_region.setdefault(row["state"], []).append(code)
        return by_region
    for row in rows("ca_fsa"):
        code = Code(row["fsa"], "", float(row["lat"]), float(row["lng"]))
        by_region.setdefault(PROVINCE_NAMES[row["province"]], []).append(code)
    return by_region


@functools.cache
def codes_of(town: Town) -> tuple[Code, ...]:
    """The codes whose middle lies in the town, its own before its neighbours'; at least the nearest one."""
    everywhere = codes(town.country)[town.region]
    reach = town.reach_km
    strip = [code for code in everywhere if abs(code.lat - town.lat) * KM_PER_DEGREE <= reach]
    inside = [code for code in strip if km(town.lat, town.lng, code.lat, code.lng) <= reach]
    own = [code for code in inside if code.city in ("", town.name)]
    return tuple(own or inside or [_nearest(town.lat, town.lng, everywhere)])


def _nearest(lat: float, lng: float, around: Sequence[Code]) -> Code:
    return min(around, key=lambda code: (km(lat, lng, code.lat, code.lng), code.code))


def site(rng: random.Random, town: Town) -> Site:
    """An office's place: within a kilometre or two of the middle of one of the town's codes, under the nearest one."""
    around = codes_of(town)
    start = rng.choice(around)
    lat = start.lat + rng.gauss(0, 0.6) / KM_PER_DEGREE
    lng = start.lng + rng.gauss(0, 0.6) / (KM_PER_DEGREE * math.cos(math.radians(start.lat)))
    nearest = _nearest(lat, lng, around)
    code = (
        nearest.code
        if town.country == "US"
        else f"{nearest.code} {rng.randint(1, 9)}{rng.choice('ABCEGHJK')}{rng.randint(1, 9)}"
    )
    return Site(city=nearest.city or town.name, region=town.region, postal_code=code, country=town.country,
                lat=round(lat, 6), lng=round(lng, 6))  # fmt: skip


def site_abroad(rng: random.Random, city: abroad.Abroad) -> Site:
    return Site(city=city.city, region="", postal_code="", country=city.country,
                lat=round(city.lat + rng.gauss(0, 0.03), 6), lng=round(city.lng + rng.gauss(0, 0.03), 6))  # fmt: skip


def sites(rng: random.Random) -> list[Site]:
    """The sites of one person's offices, the main one first: one for most, at times two or three near each other."""
    count = rng.choices((1, 2, 3), (66, 28, 6))[0]
    country = COUNTRIES.draw(rng)
    if not country:
        city = rng.choice(abroad.CITIES)
        return [site_abroad(rng, city) for _ in range(min(count, 2))]
    home = towns(country).draw(rng)
    return [site(rng, home), *(site(rng, _beside(rng, home)) for _ in range(count - 1))]


def _beside(rng: random.Random, home: Town) -> Town:
    """The same town, or one within 30 km of it."""
    return rng.choice(_neighbours(home))


@functools.cache
def _neighbours(home: Town) -> tuple[Town, ...]:
    others = [
        town for town in towns(home.country).things
        if town.region == home.region and km(home.lat, home.lng, town.lat, town.lng) < 30
    ]  # fmt: skip
    return tuple(others) or (home,)
