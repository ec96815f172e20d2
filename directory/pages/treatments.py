"""The treatments: the index, and a page for each."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from directory.models import Article, Procedure, Term
from directory.pages.concerns_names import concern_names
from directory.pages.reading import absolute, data_block, known, language, reading_page
from directory.pages.reading_data import treatment_data
from directory.pages.reading_texts import texts_about
from directory.pages.treatments_counts import offered_by
from directory.pages.treatments_index import entries, index, meant, read_query
from directory.search.memory import Words

MOST_ALTERNATIVES = 9


@reading_page
def treatments(request: HttpRequest) -> HttpResponse:
    """Every treatment by category; `q` keeps those that its words may mean, by name, lay word or misspelling."""
    _memory, words = known()
    query, lang = read_query(request.GET), language()
    context = {"query": query, "groups": index(words, query, lang), "counts": offered_by()}
    if query:
        names = concern_names(lang)
        found = meant(query, "concern", names, words)
        context["concerns"] = entries((slug for slug in names if slug in found), names)
    return render(request, "pages/treatments.html", context)


@reading_page
def treatment(request: HttpRequest, slug: str) -> HttpResponse:
    procedure = get_object_or_404(Procedure.objects.select_related("category"), slug=slug)
    context = _context(procedure)
    above = [(_("Treatments"), absolute(request, reverse("treatments")))]
    url = absolute(request, reverse("treatment", args=[slug]))
    data = treatment_data(context["name"], context["also"], context["text"], url, above)
    return render(request, "pages/treatment.html", context | {"data": data_block(data)})


def _context(procedure: Procedure) -> dict[str, Any]:
    memory, words = known()
    lang = language()
    names = {slug: one.name(lang) for slug, one in words.by_slug.items()}
    others = alternatives(procedure.slug, words)
    texts = texts_about("procedure", [procedure.slug, *others], lang)
    text, main = texts.get(procedure.slug), main_article(procedure)
    return {
        "procedure": procedure,
        "name": names[procedure.slug],
        "text": text,
        "texts": texts,
        "also": also_called(procedure, lang),
        "concerns": entries(_concerns(procedure.slug, words), concern_names(lang)),
        "includes": entries(procedure.includes.values_list("slug", flat=True), names),
        "part_of": entries(procedure.part_of.values_list("slug", flat=True), names),
        "alternatives": entries(others, names),
        "articles": [one for one in memory.articles if procedure.slug in one.procedures],
        "main_article": main,
        "questions": text.fields["questions"] if text else main.questions if main else [],
        "count": offered_by().get(procedure.slug, 0),
    }


def main_article(procedure: Procedure) -> Article | None:
    """The article that names this treatment first: it gives the page its key points and questions."""
    first = Article.objects.filter(articletreatment__procedure=procedure, articletreatment__position=0)
    return first.defer("html", "source_text").order_by("pk").first()


def also_called(procedure: Procedure, lang: str) -> list[str]:
    """The synonyms in the page's language, as the vocabulary orders them."""
    terms = Term.objects.filter(procedure=procedure, role=Term.Role.SYNONYM, lang=lang)
    return list(terms.order_by("position", "pk").values_list("text", flat=True))


def alternatives(slug: str, words: Words) -> list[str]:
    """Other treatments used for the same concerns: those that share most of them first, then the most typical."""
    shared: dict[str, list[int]] = {}
    for used in words.concerns.values():
        if slug in used:
            for place, other in enumerate(used):
                shared.setdefault(other, []).append(place)
    shared.pop(slug, None)
    return sorted(shared, key=lambda other: (-len(shared[other]), sum(shared[other]), other))[:MOST_ALTERNATIVES]


def _concerns(slug: str, words: Words) -> list[str]:
    """The concerns it is used for, those for which it is most typical first."""
    used = [(treatments.index(slug), concern) for concern, treatments in words.concerns.items() if slug in treatments]
    return [concern for _place, concern in sorted(used)]
