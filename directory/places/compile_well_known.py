"""Names that mean one place although others of that name have as many people: Beverly Hills, Paris."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from directory.places.draft import Draft
from directory.places.normalise import key
from directory.places.sources import rows

# Times the likeliest namesake: enough to be simply found, and that a namesake of some size is still offered beside it;
# or just enough to come first of an ambiguous few.
SURE, LIKELIEST = 6, 1.1


def well_known(cities: Iterable[Draft]) -> None:
    """Let each listed place outweigh its namesakes. Raises LookupError for a place that is not in the gazetteer."""
    namesakes: dict[str, list[Draft]] = {}
    for city in cities:
        for spelt in city.names:
            namesakes.setdefault(spelt, []).append(city)
    for row in rows("well_known"):
        spelt, where = key(row["name"]), (row["region"], row["country"])
        likeliest = sorted(namesakes.get(spelt, []), key=lambda city: -likelihood(city, spelt))
        meant = next((city for city in likeliest if (city.region, city.country) == where), None)
        if meant is None:
            raise LookupError(f"well_known.csv names {row['name']} {where}, which is not in the gazetteer")
        rival = max((likelihood(city, spelt) for city in likeliest if city is not meant), default=0)
        wanted = int(rival * (SURE if row["sure"] == "yes" else LIKELIEST)) + 1
        if wanted > likelihood(meant, spelt):
            meant.names[spelt] = dataclasses.replace(meant.names[spelt], boost=wanted - meant.standing)


def likelihood(city: Draft, spelt: str) -> int:
    return city.standing + city.names[spelt].boost
