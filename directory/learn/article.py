"""What an article file says, once it has been read and checked."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

DRAFT = "draft"
AWAITING = "awaiting medical review"
REVIEWED = "reviewed"
STATES = (DRAFT, AWAITING, REVIEWED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expert:
    """Somebody whose views the article retells, and who quoted them first."""

    name: str
    credentials: str
    quoted_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One entry of the list of sources. `year` is None for a page that carries no date; `url` is "" without one."""

    title: str
    publisher: str
    year: int | None
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSource:
    """An article as its author wrote it: checked front matter, and the body still in Markdown.

    `treatments`, `concerns` and `contributors` are slugs; the first treatment is the one a search is prefilled with.
    """

    slug: str
    title: str
    summary: str
    lang: str
    treatments: tuple[str, ...]
    concerns: tuple[str, ...]
    published: datetime.date
    updated: datetime.date
    reviewed_on: datetime.date | None
    reviewer: str | None
    state: str
    contributors: tuple[str, ...]
    experts: tuple[Expert, ...]
    key_points: tuple[str, ...]
    questions: tuple[str, ...]
    sources: tuple[Source, ...]
    body: str
