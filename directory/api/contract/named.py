"""All named shapes together, and the fields that each has."""

from __future__ import annotations

from directory.api.contract import reading, search, surgeons
from directory.api.contract.shapes import Schema, properties, sparse

FULL: dict[str, Schema] = surgeons.SCHEMAS | search.SCHEMAS | reading.SCHEMAS
RECORDS = ("Result", "Surgeon", "Treatment", "TreatmentDetail", "Linked", "ConcernDetail", "Article", "ArticleDetail")
ANSWERS = ("Search", "SearchMap", "Treatments", "Concerns", "Articles")  # which hold records


def sparse_name(name: str) -> str:
    return f"Sparse{name}"


def fields(name: str) -> tuple[str, ...]:
    """The names of all that a record of this shape always has."""
    return tuple(name for name, (_, always) in properties(FULL[name], FULL).items() if always)


# What `fields=` leaves of each record and of each answer that holds such.
SPARSE: dict[str, Schema] = {sparse_name(name): sparse(FULL[name], FULL) for name in RECORDS} | {
    sparse_name(name): sparse(FULL[name], FULL, swap={one: sparse_name(one) for one in RECORDS}, always=True)
    for name in ANSWERS
}
SCHEMAS: dict[str, Schema] = FULL | SPARSE
