"""The articles: the index, and a page for each, which ends in a search for what it explains."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from directory.learn.article import REVIEWED
from directory.models import Article, Surgeon, today
from directory.pages.concerns_names import concern_names
from directory.pages.learn_data import web_page
from directory.pages.learn_search import find
from directory.pages.reading import absolute, data_block, known, language, reading_page
from directory.pages.reading_data import breadcrumb
from directory.pages.treatments_counts import offered_by
from directory.pages.treatments_index import entries, read_query

MOST_RELATED = 5
# What a clinician has read is read again after a year; until then it stands.
REVIEW_DAYS = 365


@reading_page
def learn(request: HttpRequest) -> HttpResponse:
    """Every article with its summary, by title; `q` finds what answers it among articles, treatments and concerns."""
    articles, query = Article.objects.published().defer("html"), read_query(request.GET)
    if not query:
        return render(request, "pages/learn.html", {"articles": articles.defer("html", "source_text")})
    _memory, words = known()
    found = find(query, articles.prefetch_related("treatments", "concerns"), words, language())
    context = {"query": query, "found": found, "articles": found.articles}
    return render(request, "pages/learn.html", context)


@reading_page
def article(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Article.objects.published(), slug=slug)
    return render(request, "pages/article.html", _context(request, found))


def _context(request: HttpRequest, found: Article) -> dict[str, Any]:
    memory, words = known()
    lang = language()
    names = {slug: one.name(lang) for slug, one in words.by_slug.items()}
    explained = found.articletreatment_set.order_by("position").values_list("procedure__slug", flat=True)
    treatments = entries(explained, names)
    concerns = entries(found.concerns.order_by("pk").values_list("slug", flat=True), concern_names(lang))
    link = next((one for one in memory.articles if one.slug == found.slug), None)
    counts = offered_by()
    url, above = absolute(request, found.get_absolute_url()), [(_("Learn"), absolute(request, reverse("learn")))]
    return {
        "article": found,
        # Rendered and sanitised when the article was written (directory.learn).
        "body": mark_safe(found.html),  # noqa: S308
        "contents": [(entry[0], entry[1]) for entry in found.contents],
        "treatments": treatments,
        "offered": [(one, counts[one.slug]) for one in treatments if one.slug in counts],
        "concerns": concerns,
        # A contributor who is no longer listed is not shown: her page is gone, and nothing else here may tell of her.
        "contributors": Surgeon.objects.listed().filter(articles=found),
        "reviewed": found.state == REVIEWED,
        "review_overdue": bool(found.reviewed_on and (today() - found.reviewed_on).days > REVIEW_DAYS),
        "related": _related(memory.articles, link),
        "data": data_block(web_page(found, treatments, url) | {"breadcrumb": breadcrumb(above, found.title, url)}),
    }


def _related(articles: Any, link: Any) -> list[Any]:
    """Other articles that share a concern or a treatment, those that share most first."""
    if link is None:
        return []
    shared = {
        one: len(one.procedures & link.procedures) + len(one.concerns & link.concerns)
        for one in articles
        if one.slug != link.slug
    }
    return sorted((one for one in shared if shared[one]), key=lambda one: (-shared[one], one.title))[:MOST_RELATED]
