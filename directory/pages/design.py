"""The page design."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def design(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/design.html")
