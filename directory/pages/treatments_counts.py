"""How many listed surgeons offer each treatment, as the search counts them."""

from __future__ import annotations

from directory.search.criteria import Criteria
from directory.search.finder import search


def offered_by() -> dict[str, int]:
    """Treatment slug to how many listed surgeons offer it, wherever they are; those that nobody offers are left out."""
    return search(Criteria(limit=1)).facets.get("procedure", {})


def offering_any(treatment: str) -> tuple[int, dict[str, int]]:
    """How many listed surgeons offer what these words mean, and how many of them each treatment."""
    result = search(Criteria(treatment=treatment, limit=1))
    return result.total, result.facets.get("procedure", {})
