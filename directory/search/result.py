"""What the search answers: plain values that pages, REST and FHIR render, each in its way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from directory.places import Place, Point, Resolution
from directory.search.criteria import Criteria
from directory.search.words import Reading

Outcome = Literal[
    "found",  # surgeons inside the radius, or a list without a place
    "treatment_ambiguous",  # found, for all readings of the words ("BBL")
    "place_ambiguous",  # found, near the likeliest of several places ("Springfield")
    "nobody_in_radius",  # nobody inside; `beyond` holds the nearest
    "too_many_filters",  # nobody anywhere: the filters leave no one
    "treatment_unknown",  # the words mean no treatment that we know; nothing was searched
    "place_unknown",  # no such place that we know; nothing was searched
    "geocoder_down",  # our gazetteer does not know it and the service that might did not answer
]


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentReading:
    """How the treatment's words were understood.

    `kind` and `slug` name the procedure or concern taken; `procedures` are the slugs of which a surgeon must offer any.
    """

    reading: Reading
    kind: str = ""
    slug: str = ""
    name: str = ""
    procedures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An asked-for procedure that the surgeon offers; `volume` is a year's band, empty when the office has not said."""

    slug: str
    name: str
    since: int | None
    volume: str


@dataclass(slots=True, kw_only=True)
class Hit:
    """One surgeon, at the nearest matching practice. `card` is the stored result (directory.search.cards)."""

    card: Mapping[str, Any]
    distance_miles: float | None
    offers: tuple[Offer, ...]
    evidence: list[dict[str, Any]]
    articles: tuple[ArticleLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLink:
    slug: str
    title: str
    minutes: int
    state: str
    reviewed_on: str | None
    procedures: frozenset[str]
    concerns: frozenset[str]


@dataclass(slots=True, kw_only=True)
class SearchResult:
    """The answer. Distances are miles; `radius_miles` is the one used, None without a place.

    `total` counts the surgeons inside the radius; `facets` maps a filter to its values and how many of those surgeons
    would be left if it were added. `next_cursor` is empty on the last page.
    """

    criteria: Criteria
    outcome: Outcome
    treatment: TreatmentReading | None = None
    place: Resolution | None = None
    place_taken: Place | None = None
    origin: Point | None = None
    radius_miles: float | None = None
    total: int = 0
    hits: list[Hit] = field(default_factory=list)
    beyond: list[Hit] = field(default_factory=list)
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    next_cursor: str = ""
    articles: tuple[ArticleLink, ...] = ()
    # Which of the set filters, dropped alone, would bring anyone back inside: filter -> how many. Only when nobody is.
    relax: dict[str, int] = field(default_factory=dict)
    # The counters when the question was read: what is answered is at least as new.
    revisions: dict[str, int] = field(default_factory=dict)
