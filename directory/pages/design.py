"""Every component in every state, so that a change to one is seen on all pages at once."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from directory.pages.reading import reading_page


@reading_page
def design(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/design.html")
