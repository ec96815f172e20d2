"""The search: a question in the address, or in a form's body where it must leave no trace there."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from directory.pages.reading import language
from directory.pages.search_answer import answer
from directory.pages.search_labels import filters
from directory.search.criteria import Criteria
from directory.search.finder import search as find
from directory.search.parameters import BadParameters, parse
from directory.search.result import SearchResult

TYPED = ("treatment", "place", "near", "radius", "unit", "name")


@csrf_exempt  # changes nothing, and patients have no cookie that could be misused
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """The answer; with status 400 and what was wrong beside the form when the question could not be read."""
    query = request.POST if request.method == "POST" else request.GET
    private = request.method == "POST"
    result, errors = _asked(query)
    values: dict[str, Any] = {"private": private, "typed": {name: query.get(name, "") for name in TYPED}}
    if result is None:
        labels = filters(language())
        wrong = [{"name": name, "label": labels.get(name, name), "sentence": text} for name, text in errors.items()]
        response = render(request, "pages/search.html", values | {"errors": errors, "wrong": wrong}, status=400)
    else:
        if near := result.criteria.near:
            values["typed"] |= {"near": f"{near.lat},{near.lng}"}  # rounded, however exact the address was
        first = _first(query) if result.criteria.cursor else 1
        response = render(request, "pages/search.html", values | answer(result, first=first, private=private))
    response["Cache-Control"] = "no-store"
    return response


def _asked(query: QueryDict) -> tuple[SearchResult | None, dict[str, str]]:
    try:
        return find(_criteria(query)), {}
    except BadParameters as error:
        return None, error.errors


def _criteria(query: QueryDict) -> Criteria:
    return parse(query, strict=False)


def _first(query: QueryDict) -> int:
    """The number of the page's first row, which the last page put beside the cursor; 1 when it is no number."""
    text = query.get("from", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 1
