"""Ways on from an answer: a link with the whole question in it, or a button where the address must stay empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from directory.search.criteria import Criteria
from directory.search.parameters import query_string


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """`query` is what a link carries, `fields` the same for a form; `count` is how many surgeons it brings."""

    label: str
    query: str
    count: int | None = None

    @property
    def fields(self) -> list[tuple[str, str]]:
        return parse_qsl(self.query)


def way(criteria: Criteria, label: str, *, count: int | None = None, **changes: Any) -> Way:
    """The same question with `changes`, from its first page."""
    return Way(label=label, query=query_string(criteria, **changes), count=count)
