"""What the database does for a page: it reads the circle through the index, not the table."""

from __future__ import annotations

import pytest
from django.db import connection

from directory.places import Point
from directory.places.point import METRES_PER_MILE
from directory.search import sql
from directory.search.geometry import Circle
from directory.search.plan import Plan
from tests.search.scatter import DAY, scatter


@pytest.mark.django_db
def test_the_rows_of_a_circle_are_read_through_the_index_of_bands_and_longitudes():
    scatter(seed=3, count=600)
    around = Circle(centre=Point(lat=42.1, lng=-87.7), radius_metres=10 * METRES_PER_MILE)
    text, values = sql.statement(Plan(day=DAY, circle=around, sort="distance"))
    explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ANALYZE directory_listing")
            cursor.execute("SET LOCAL enable_seqscan = off")  # so few rows fit in a page or two: reading all is cheaper
        cursor.execute(explain + text, values)
        steps = " ".join(str(row[-1]) for row in cursor.fetchall())
    assert "listing_band_lng" in steps
