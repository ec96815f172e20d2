"""The concerns: the index, and a page for each that sets its treatments side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from directory.models import Concern, Procedure, Term, Text
from directory.pages.concerns_names import concern_names
from directory.pages.reading import absolute, data_block, known, language, reading_page
from directory.pages.reading_data import concern_data
from directory.pages.reading_texts import texts_about
from directory.pages.treatments_counts import offering_any
from directory.pages.treatments_index import entries, meant, read_query
from directory.search.memory import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One row of the comparison: its `text` holds the words in brief, `count` is how many surgeons offer it."""

    slug: str
    name: str
    kind: str
    text: Text | None
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
    context = _context(found)
    above = [(_("Concerns"), absolute(request, reverse("concerns")))]
    url = absolute(request, reverse("concern", args=[slug]))
    used = [one.name for one in context["compared"]]
    data = concern_data(context["name"], context["also"], context["text"], url, above, used)
    return render(request, "pages/concern.html", context | {"data": data_block(data)})


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
        "text": texts_about("concern", [found.slug], lang).get(found.slug),
        "also": list(
            Term.objects.filter(concern=found, role=Term.Role.SYNONYM, lang=lang)
            .order_by("position", "pk")
            .values_list("text", flat=True)
        ),
        "compared": compare(found, words, counts, lang),
        "articles": about or [one for one in memory.articles if one.procedures & treated],
        "total": total,
    }


def compare(found: Concern, words: Words, counts: dict[str, int], lang: str) -> list[Compared]:
    """The treatments used for a concern, the most typical first; two queries."""
    used = list(Procedure.objects.filter(concerntreatment__concern=found).order_by("concerntreatment__position"))
    texts = texts_about("procedure", [one.slug for one in used], lang)
    return [
        Compared(
            slug=one.slug,
            name=words.by_slug[one.slug].name(lang),
            kind=one.get_kind_display(),
            text=texts.get(one.slug),
            count=counts.get(one.slug, 0),
        )
        for one in used
    ]
