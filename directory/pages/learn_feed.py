"""The articles as an Atom feed, for readers who want to hear of new ones."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from directory.models import Article
from directory.pages.reading import reading_page
from directory.pages.sitemaps import under_site_url

MOST = 50


class ArticleFeed(Feed):
    """The articles that changed last; drafts are left out."""

    feed_type = Atom1Feed

    def title(self) -> str:
        return _("Surgeon Finder: articles for patients")

    def subtitle(self) -> str:
        return _("What a treatment does, who it suits, what can go wrong, and what to ask.")

    def link(self) -> str:
        return reverse("learn")

    def items(self) -> Any:
        articles = Article.objects.published().defer("html", "source_text")
        return articles.order_by("-updated", "slug")[:MOST]

    def item_title(self, item: Article) -> str:
        return item.title

    def item_description(self, item: Article) -> str:
        return item.summary

    def item_pubdate(self, item: Article) -> dt.datetime:
        return dt.datetime.combine(item.published, dt.time(), dt.UTC)

    def item_updateddate(self, item: Article) -> dt.datetime:
        return dt.datetime.combine(item.updated, dt.time(), dt.UTC)


_feed = ArticleFeed()


@reading_page
@under_site_url
def article_feed(request: HttpRequest) -> Any:
    return _feed(request)
