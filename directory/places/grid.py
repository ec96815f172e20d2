"""What the compiler of the gazetteer and its reader must agree on."""

from __future__ import annotations

SHORT_PREFIX = 3  # letters: so many begin thousands of names, so the best are picked beforehand
SIZABLE = 5_000  # people: what a position is said to be near


def cell_of(lat: float, lng: float) -> int:
    """The number of the one-degree square that holds a position; squares of one row are numbered eastwards."""
    return int(lat + 90) * 360 + int(lng + 180) % 360
