"""Where something is on the earth, and how far apart two such things are."""

from __future__ import annotations

import math
from dataclasses import dataclass

# WGS84, NIMA TR8350.2: semi-major axis in metres and first eccentricity squared.
SEMI_MAJOR = 6_378_137.0
ECCENTRICITY_SQUARED = 6.694379990141316e-3
MEAN_RADIUS = 6_371_008.8
METRES_PER_MILE = 1609.344


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A WGS84 position in degrees. Keyword-only, so that nobody can swap the two.

    Raises ValueError for a latitude outside -90..90, a longitude outside -180..180, or a value that is not finite.
    """

    lat: float
    lng: float

    def __post_init__(self) -> None:
        if not -90 <= self.lat <= 90:
            raise ValueError(f"latitude {self.lat} is not between -90 and 90")
        if not -180 <= self.lng <= 180:
            raise ValueError(f"longitude {self.lng} is not between -180 and 180")

    def rounded(self, digits: int = 2) -> Point:
        """The point a request may keep: two decimals are about half a mile."""
        return Point(lat=round(self.lat, digits), lng=round(self.lng, digits))

    def earth_centred(self) -> tuple[float, float, float]:
        """x, y, z in metres in the earth-centred, earth-fixed frame (WGS84 ellipsoid, height 0).

        To the micrometre: PostgreSQL refuses to square a smaller remainder than its floats can hold.
        """
        lat, lng = math.radians(self.lat), math.radians(self.lng)
        normal = SEMI_MAJOR / math.sqrt(1 - ECCENTRICITY_SQUARED * math.sin(lat) ** 2)
        flat = normal * math.cos(lat)
        return (
            round(flat * math.cos(lng), 6),
            round(flat * math.sin(lng), 6),
            round(normal * (1 - ECCENTRICITY_SQUARED) * math.sin(lat), 6),
        )

    def miles_to(self, other: Point) -> float:
        """Distance in miles along the surface, from the chord (within 0.1 % at 500 miles)."""
        chord = math.dist(self.earth_centred(), other.earth_centred())
        half = min(1.0, chord / (2 * MEAN_RADIUS))
        return 2 * MEAN_RADIUS * math.asin(half) / METRES_PER_MILE
