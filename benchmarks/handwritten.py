"""The search's page query as a person would write it by hand: bands, chord, a growing circle, 20 rows."""

from __future__ import annotations

from typing import Any

from django.db import connection

from benchmarks.questions import Question
from directory.models import today
from directory.places.point import METRES_PER_MILE
from directory.search.geometry import Circle
from directory.search.masks import procedure_words
from directory.search.memory import current

FIRST_RADIUS_MILES = 10.0
GROWTH = 2.5
PAGE = 20


def page(question: Question) -> list[tuple[Any, ...]]:
    """Twenty nearest rows of a question: id, surgeon, squared chord, card."""
    words = current().words
    assert words is not None  # noqa: S101
    radius = min(FIRST_RADIUS_MILES, question.radius)
    while True:
        rows = _rows(question, radius, words.by_slug[question.procedure].ordinal if question.procedure else None)
        if len(rows) >= PAGE or radius >= question.radius:
            return rows
        radius = min(radius * GROWTH, question.radius)


def _rows(question: Question, radius: float, ordinal: int | None) -> list[tuple[Any, ...]]:
    circle = Circle(centre=question.near, radius_metres=radius * METRES_PER_MILE)
    x, y, z = question.near.earth_centred()
    first, last = circle.bands()
    west, east = circle.longitudes()[0]
    chord = "(x - %s) * (x - %s) + (y - %s) * (y - %s) + (z - %s) * (z - %s)"
    bands = ", ".join(str(band) for band in range(first, last + 1))
    offers, masks = "", []
    if ordinal is not None:
        place, mask = next((at, word) for at, word in enumerate(procedure_words([ordinal])) if word)
        offers, masks = f"AND p{place} & %s <> 0", [mask]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, surgeon_id, {chord} AS chord, card FROM directory_listing"  # noqa: S608 - numbers of our own
            f" WHERE band IN ({bands}) AND lng BETWEEN %s AND %s AND listed_until >= %s {offers} AND {chord} <= %s"
            f" ORDER BY chord, family_key, surgeon_id LIMIT {PAGE}",
            [x, x, y, y, z, z, west, east, today().isoformat(), *masks, x, x, y, y, z, z, circle.chord_squared],
        )
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows
