"""What a surgeon offers, for her page: grouped as patients look for it, and what of it was asked about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from directory.models import Offering
from directory.pages.wording import VOLUMES
from directory.search.memory import Words
from directory.search.result import ArticleLink

MOST_ARTICLES = 5


@dataclass(slots=True, kw_only=True)
class Offered:
    """One treatment. `volume` is in words, empty when the office has not said; `places` is empty for everywhere."""

    slug: str
    name: str
    since: int | None
    volume: str
    where_done: str
    places: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Group:
    name: str
    treatments: list[Offered] = field(default_factory=list)


def grouped(offerings: Iterable[Offering], words: Words, lang: str) -> list[Group]:
    """The offerings by category in the vocabulary's order, then by name; a treatment of several practices once."""
    by_slug: dict[str, Offered] = {}
    groups: dict[int, Group] = {}
    for one in sorted(offerings, key=lambda one: (one.procedure.category.position, one.procedure.name, one.pk)):
        offered = by_slug.get(one.procedure.slug)
        if offered is None:
            offered = by_slug[one.procedure.slug] = _offered(one, words, lang)
            category = one.procedure.category
            groups.setdefault(category.position, Group(name=category.name)).treatments.append(offered)
        if one.practice is None:
            offered.places.clear()
        elif one.practice.name not in offered.places:
            offered.places.append(one.practice.name)
    return list(groups.values())


def _offered(one: Offering, words: Words, lang: str) -> Offered:
    return Offered(
        slug=one.procedure.slug,
        name=words.by_slug[one.procedure.slug].name(lang),
        since=one.since,
        volume=VOLUMES.get(one.volume, ""),
        where_done=one.where_done,
    )


def to_read(articles: Iterable[ArticleLink], slugs: set[str]) -> list[ArticleLink]:
    """The articles about what these slugs name, those about most of it first."""
    fitting = [one for one in articles if one.procedures & slugs]
    return sorted(fitting, key=lambda one: (-len(one.procedures & slugs), one.title))[:MOST_ARTICLES]
