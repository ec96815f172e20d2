"""The concerns: the index, and a page for each that sets its treatments side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from directory.models import Concern, Procedure, Term
from directory.pages.concerns_names import concern_names
from directory.pages.reading import known, language, reading_page
from directory.pages.treatments_counts import offering_any
from directory.pages.treatments_index import Entry, entries, meant, read_query
from directory.search.memory import Words

MOST_SHARED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One row of the comparison; `helps_too` are other concerns it is used for, `count` the surgeons who offer it."""

    slug: str
    name: str
    kind: str
    category: str
    helps_too: list[Entry]
    count: int


@reading_page
def concerns(request: HttpRequest) -> HttpResponse:
    """Every concern by name; `q` keeps those that its words may mean."""
    _memory, words = known()
    query, names = read_query(request.GET), concern_names(language())
    kept = meant(query, "concern", names, words) if query else set(names)
    shown = entries((slug for slug in names if slug in kept), names)
    return render(request, "pages/concerns.html", {"query": query, "concerns": shown})


@reading_page
def concern(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Concern, slug=slug)
    return render(request, "pages/concern.html", _context(found))


def _context(found: Concern) -> dict[str, Any]:
    memory, words = known()
    lang = language()
    names = concern_names(lang)
    total, counts = offering_any(found.slug)
    about = [one for one in memory.articles if found.slug in one.concerns]
    treated = set(words.concerns[found.slug])
    return {
        "concern": found,
        "name": names.get(found.slug, found.name),
        "also": list(
            Term.objects.filter(concern=found, role=Term.Role.SYNONYM, lang=lang)
            .order_by("position", "pk")
            .values_list("text", flat=True)
        ),
        "compared": compare(found, words, names, counts, lang),
        "articles": about or [one for one in memory.articles if one.procedures & treated],
        "total": total,
    }


def compare(found: Concern, words: Words, names: dict[str, str], counts: dict[str, int], lang: str) -> list[Compared]:
    """The treatments used for a concern, the most typical first; one query."""
    used = Procedure.objects.filter(concerntreatment__concern=found).select_related("category")
    return [
        Compared(
            slug=one.slug,
            name=words.by_slug[one.slug].name(lang),
            kind=one.get_kind_display(),
            category=one.category.name,
            helps_too=entries(_other_concerns(one.slug, found.slug, words), names)[:MOST_SHARED],
            count=counts.get(one.slug, 0),
        )
        for one in used.order_by("concerntreatment__position")
    ]


def _other_concerns(slug: str, this: str, words: Words) -> list[str]:
    used = [(treats.index(slug), other) for other, treats in words.concerns.items() if slug in treats and other != this]
    return [other for _place, other in sorted(used)]
