"""The page compare."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def compare(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/compare.html")
