"""GET articles/: what patients read, with who reviewed it and when."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from rest_framework.request import Request

from directory.api import addresses
from directory.api import parameters as own
from directory.api.filters import ArticleFilter
from directory.api.lists import ListRead
from directory.api.problems import NotThere
from directory.api.reads import Read
from directory.models import Article, Surgeon
from directory.search.cards import iso


class Articles(ListRead):
    """Articles in the order of their slugs, without their text."""

    filterset = ArticleFilter
    parameters = ListRead.parameters | own.table(own.only_fields("Article"))

    def rows(self) -> QuerySet[Article]:
        return Article.objects.published().defer("html", "source_text").prefetch_related("treatments", "concerns")

    def shown(self, rows: list[Article], site: str) -> list[dict[str, Any]]:
        return [article(one, site) for one in rows]


class OneArticle(Read):
    """One article as HTML that has been sanitised, with its sources."""

    parameters = own.table(own.LANG, own.only_fields("ArticleDetail"))
    max_age = 300

    def answer(self, request: Request, asked: dict[str, Any], **captured: str) -> dict[str, Any]:
        shown = Article.objects.published().prefetch_related("treatments", "concerns")
        found = shown.filter(slug=captured["slug"]).first()
        if found is None:
            raise NotThere("article")
        site = addresses.site(request)
        contributors = Surgeon.objects.listed().filter(articles=found)
        whole = article(found, site) | {
            "key_points": found.key_points,
            "contents": [{"id": anchor, "heading": heading} for anchor, heading in found.contents],
            "html": found.html,
            "questions": found.questions,
            "experts": found.experts,
            "sources": found.sources,
            "contributors": [
                {"slug": one.slug, "name": one.full_name, "url": addresses.surgeon(site, one.slug)}
                for one in contributors
            ],
        }
        return own.only(whole, asked["fields"])


def article(one: Article, site: str) -> dict[str, Any]:
    return {
        "slug": one.slug,
        "title": one.title,
        "summary": one.summary,
        "lang": one.lang,
        "minutes": one.minutes,
        "state": one.state,
        "published": iso(one.published),
        "updated": iso(one.updated),
        "reviewed_on": iso(one.reviewed_on),
        "reviewer": one.reviewer or None,
        "treatments": [treatment.slug for treatment in one.treatments.all()],
        "concerns": [concern.slug for concern in one.concerns.all()],
        "url": addresses.article(site, one.slug),
    }
