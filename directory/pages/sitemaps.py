"""For machines that read the whole site: the sitemaps with the day each page last changed, and robots.txt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index, sitemap
from django.db.models import Max, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.urls import reverse

from directory.models import Article, Concern, Procedure, Surgeon, today
from directory.pages.find_places import every_place
from directory.pages.reading import absolute, reading_page

PAGES = ("home", "treatments", "concerns", "learn", "find", "ranking", "privacy", "evidence", "credits")
MOST = 10_000  # entries a file; the protocol allows 50,000


class Pages(Sitemap):
    def items(self) -> list[str]:
        return [reverse(name) for name in PAGES]

    def location(self, item: str) -> str:
        return item


class About(Sitemap):
    """Treatments or concerns, each changed when its text was."""

    def __init__(self, model: type[Procedure] | type[Concern], name: str) -> None:
        self.model, self.name = model, name

    def items(self) -> QuerySet[Any]:
        changed = Max("texts__updated", filter=Q(texts__lang="en"))
        return self.model._default_manager.filter(retired=False).order_by("slug").annotate(changed=changed)

    def location(self, item: Any) -> str:
        return reverse(self.name, args=[item.slug])

    def lastmod(self, item: Any) -> dt.date | None:
        changed: dt.date | None = item.changed
        return changed

    def get_latest_lastmod(self) -> Any:
        """Of those that have a text; the library's own gives up at the first without one."""
        return self.items().aggregate(latest=Max("changed"))["latest"]


class Articles(Sitemap):
    def items(self) -> QuerySet[Article]:
        return Article.objects.published().order_by("slug").defer("html", "source_text")

    def lastmod(self, item: Article) -> dt.date:
        return item.updated


class Surgeons(Sitemap):
    """Those listed today, each as of the day on which the record was confirmed."""

    limit = MOST

    def items(self) -> QuerySet[Surgeon]:
        listed = Surgeon.objects.filter(listings__listed_until__gte=today()).distinct()
        return listed.order_by("pk").only("slug", "confirmed_on")

    def location(self, item: Surgeon) -> str:
        return reverse("surgeon", args=[item.slug])

    def lastmod(self, item: Surgeon) -> dt.date | None:
        return item.confirmed_on

    def get_latest_lastmod(self) -> Any:
        """By one query; the library's own reads every surgeon."""
        return self.items().aggregate(latest=Max("confirmed_on"))["latest"]


class Places(Sitemap):
    limit = MOST

    def items(self) -> list[str]:
        return every_place()

    def location(self, item: str) -> str:
        return item


SECTIONS: dict[str, type[Sitemap] | Sitemap] = {
    "pages": Pages(),
    "treatments": About(Procedure, "treatment"),
    "concerns": About(Concern, "concern"),
    "articles": Articles(),
    "places": Places(),
    "surgeons": Surgeons(),
}


def under_site_url(view: Callable[..., Any]) -> Callable[..., Any]:
    """The view with SITE_URL, where it is set, as the host that was asked: the libraries look there for theirs."""

    @wraps(view)
    def at_home(request: HttpRequest, *args: Any, **captured: Any) -> Any:
        if settings.SITE_URL:
            home = urlsplit(settings.SITE_URL)
            request.META |= {"HTTP_HOST": home.netloc, "wsgi.url_scheme": home.scheme}
        return view(request, *args, **captured)

    return at_home


@reading_page
@under_site_url
def sitemap_index(request: HttpRequest) -> Any:
    return index(request, SECTIONS, sitemap_url_name="sitemap").render()


@reading_page
@under_site_url
def sitemap_section(request: HttpRequest, section: str) -> Any:
    return sitemap(request, SECTIONS, section=section).render()


LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
CLOSED = ["/search?*cursor=", "/compare", "/staff/", "/design"]


@reading_page
def robots(request: HttpRequest) -> HttpResponse:
    """What may be read: all but searches further in than the first page, and what belongs to one visitor.

    A demonstration not at all, lest invented surgeons be found; on this machine itself nobody from outside reads.
    """
    here = split_domain_port(request.get_host())[0] in LOOPBACK
    closed = CLOSED if here or not settings.DEMONSTRATION else ["/"]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed)]
    lines.append(f"Sitemap: {absolute(request, reverse('sitemaps'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
