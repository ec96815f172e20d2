"""What a place is, and what came of looking one up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from directory.places.point import Point
from directory.places.regions import country_name, region_name

Kind = Literal[
    "zip", "postal_code", "city", "state", "country", "region", "metro", "county", "district", "airport",
    "address", "position",
]  # fmt: skip
Outcome = Literal["found", "ambiguous", "unknown", "unavailable"]

# A state of this name is not what the bare name means: New York is the city, Washington the capital.
STATES_NAMED_LIKE_A_CITY = frozenset({"New York", "Washington"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Somewhere a patient can search from.

    `region` is a postal code of a US state or Canadian province ("IL", "ON"), empty elsewhere; `country` is ISO 3166
    alpha-2; `locality` the town that a ZIP, an address or a position belongs to or lies near. A place with
    `radius_miles` is wide (a state, a metro) and is searched by that radius.
    """

    name: str
    kind: Kind
    region: str
    country: str
    point: Point
    radius_miles: float | None = None
    population: int = 0
    approximate: bool = False
    locality: str = ""

    @property
    def label(self) -> str:
        """For people: "Winnetka, Illinois", "ZIP 60093, Winnetka, Illinois", "London, United Kingdom"."""
        parts = [self._code or (self.short if self.kind == "state" and self.country == "US" else self.name)]
        if self.locality and self.locality != self.name:
            parts.append(f"near {self.locality}" if self.kind == "position" else self.locality)
        if self.kind not in ("state", "country") and self.region:
            parts.append(region_name(self.region, self.country))
        if self.country not in ("US", "") and self.kind != "country":
            parts.append(country_name(self.country))
        return ", ".join(part for part in parts if part)

    @property
    def short(self) -> str:
        """For the search box and for links: "Winnetka, IL". Read again, it is this same place."""
        if self.kind == "position":
            return f"{self.point.lat},{self.point.lng}"
        if self._code or self.kind == "country":
            return self.name
        if self.kind == "state":
            ends = " State" if self.name in STATES_NAMED_LIKE_A_CITY else ""
            return self.name + ends if self.country == "US" else f"{self.name}, {country_name(self.country)}"
        return f"{self.name}, {self.region or country_name(self.country)}"

    @property
    def _code(self) -> str:
        """How a ZIP or a postal code is named; empty for whatever has a name instead."""
        coded = self.kind in ("zip", "postal_code") or (self.kind == "address" and self.locality)
        if not coded:
            return ""
        return f"{'ZIP' if self.country == 'US' else 'Postal code'} {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What came of a text: a place, the likeliest of several, none, or no answer from a service that was asked.

    `corrected` says how the text was read where it was not read as written (a typo, a ZIP without its zero).
    """

    outcome: Outcome
    text: str
    place: Place | None = None
    alternatives: tuple[Place, ...] = ()
    corrected: str | None = None
