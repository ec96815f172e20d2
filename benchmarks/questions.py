"""Seeded questions as patients would ask them: places by population, treatments by how often they are offered."""

from __future__ import annotations

import random
from dataclasses import dataclass

from directory.models import Listing
from directory.places import Point
from directory.search.criteria import Criteria
from directory.search.memory import current


@dataclass(frozen=True, slots=True)
class Question:
    near: Point
    radius: float
    procedure: str

    @property
    def criteria(self) -> Criteria:
        return Criteria(near=self.near, radius=self.radius, procedure=(self.procedure,) if self.procedure else ())

    @property
    def query(self) -> str:
        tail = f"&procedure={self.procedure}" if self.procedure else ""
        return f"near={self.near.lat:g},{self.near.lng:g}&radius={self.radius:g}{tail}"


def questions(count: int, seed: int = 1) -> list[Question]:
    """`count` questions around practices, so that they crowd where people do; one in five names no treatment."""
    random_ = random.Random(seed)
    words = current().words
    assert words is not None  # noqa: S101
    slugs = sorted(words.by_slug)
    ids = list(Listing.objects.order_by("pk").values_list("pk", flat=True))
    picked = random_.choices(ids, k=count)
    points = {
        pk: (lat, lng) for pk, lat, lng in Listing.objects.filter(pk__in=picked[:30000]).values_list("pk", "lat", "lng")
    }
    asked = []
    for pk in picked:
        lat, lng = points[pk]
        near = Point(
            lat=max(-89.0, min(89.0, lat + random_.gauss(0, 0.15))),
            lng=max(-179.0, min(179.0, lng + random_.gauss(0, 0.15))),
        )
        radius = random_.choices((10.0, 25.0, 50.0, 100.0), (2, 6, 2, 1))[0]
        asked.append(Question(near.rounded(), radius, random_.choice(slugs) if random_.random() > 0.2 else ""))
    return asked
