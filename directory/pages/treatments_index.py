"""The index of treatments and concerns, whole or what some words may mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from django.http import QueryDict

from directory.models import Category, Procedure, Term
from directory.search.memory import Words

LONGEST_QUERY = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One treatment or concern: its address and its name in the page's language."""

    slug: str
    name: str


@dataclass(slots=True, kw_only=True)
class IndexGroup:
    slug: str
    name: str
    entries: list[Entry] = field(default_factory=list)


def read_query(query: QueryDict) -> str:
    """The words of `q`, spaces mended, cut where they get too long to mean anything."""
    return " ".join(query.get("q", "").replace("\x00", "").split())[:LONGEST_QUERY]


def index(words: Words, query: str, lang: str) -> list[IndexGroup]:
    """The treatments by category in the vocabulary's order, then by name; with a `query` only those it may mean."""
    groups = {one.pk: IndexGroup(slug=one.slug, name=one.name) for one in Category.objects.order_by("position")}
    names = {slug: one.name(lang) for slug, one in words.by_slug.items()}
    kept = meant(query, "procedure", names, words) if query else set(names)
    for slug, category in Procedure.objects.filter(retired=False).values_list("slug", "category_id"):
        if slug in kept:
            groups[category].entries.append(Entry(slug=slug, name=names[slug]))
    for group in groups.values():
        group.entries.sort(key=lambda entry: entry.name.casefold())
    return [group for group in groups.values() if group.entries]


def meant(query: str, kind: Literal["procedure", "concern"], names: Mapping[str, str], words: Words) -> set[str]:
    """The slugs whose name or synonym holds `query`, and those that it means as the search understands it."""
    wanted = query.casefold()
    terms = Term.objects.filter(text__icontains=query, role=Term.Role.SYNONYM, **{f"{kind}__isnull": False})
    found = set(terms.values_list(f"{kind}__slug", flat=True))
    found |= {slug for slug, name in names.items() if wanted in name.casefold()}
    reading = words.resolver.read(query)
    if reading.outcome in ("found", "ambiguous"):
        found |= {match.slug for match in reading.matches if match.kind == kind}
    return found


def entries(slugs: Iterable[str], names: Mapping[str, str]) -> list[Entry]:
    """These, in their order, without those that have no name (retired ones)."""
    return [Entry(slug=slug, name=names[slug]) for slug in slugs if slug in names]
