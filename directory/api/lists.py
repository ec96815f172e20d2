"""What the lists share: filters that refuse what they do not know, and pages by a signed mark."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

import django_filters
from django.core import signing
from django.db.models import QuerySet
from django.http import QueryDict
from rest_framework.request import Request

from directory.api import parameters as own
from directory.api.addresses import site
from directory.api.reads import Read
from directory.search.parameters import BadParameters

SALT = "directory.api.page"
LIMIT = replace(own.LIMIT, default=100)


class ListRead(Read):
    """A list in the order of its slugs. Subclasses name a `filterset` and give `rows` and what is `shown` of each."""

    filterset: ClassVar[type[django_filters.FilterSet]]
    parameters = own.table(LIMIT, own.CURSOR, own.LANG)  # and `fields`, which differ
    max_age = 300

    def rows(self) -> QuerySet:
        raise NotImplementedError

    def shown(self, rows: list[Any], site: str) -> list[dict[str, Any]]:
        raise NotImplementedError

    def read_parameters(self, request: Request) -> dict[str, Any]:
        query = request.GET.copy()
        errors: dict[str, str] = {}
        for name in self.filterset.base_filters:
            if len(query.pop(name, [])) > 1:
                errors[name] = "Give this once."
        try:
            values = own.read(query, self.parameters)
        except BadParameters as wrong:
            raise BadParameters(wrong.errors | errors | self._filter_errors(request)) from None
        if errors := errors or self._filter_errors(request):
            raise BadParameters(errors)
        return values

    def _filter_errors(self, request: Request) -> dict[str, str]:
        form = self.filterset(request.GET, queryset=self.rows()).form
        return {name: " ".join(str(text) for text in texts) for name, texts in form.errors.items()}

    def answer(self, request: Request, asked: dict[str, Any], **captured: str) -> dict[str, Any]:
        found = self.filterset(request.GET, queryset=self.rows()).qs.distinct().order_by("slug")
        after, limit = read_mark(request.path, asked["cursor"]), asked["limit"]
        page = list(found.filter(slug__gt=after)[: limit + 1])
        more = len(page) > limit
        return {
            "total": found.count(),
            "next": next_page(request, page[limit - 1].slug) if more else None,
            "results": [own.only(one, asked["fields"]) for one in self.shown(page[:limit], site(request))],
        }


def read_mark(path: str, cursor: str | None) -> str:
    """The slug after which the page begins; raises BadParameters when we did not give this cursor for this list."""
    if not cursor:
        return ""
    try:
        whose, slug = signing.Signer(salt=SALT).unsign_object(cursor)
    except (signing.BadSignature, ValueError):
        whose = slug = ""
    if whose != path:
        raise BadParameters({"cursor": "Use the cursor of the last page, with the same question."})
    return str(slug)


def next_page(request: Request, slug: str) -> str:
    query: QueryDict = request.GET.copy()
    query["cursor"] = signing.Signer(salt=SALT).sign_object([request.path, slug])
    return f"{site(request)}{request.path}?{query.urlencode()}"
