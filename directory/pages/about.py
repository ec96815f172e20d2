"""How the service is kept honest: the order, privacy, what the evidence means, whose data it stands on."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from directory.pages.about_notice import read_notice
from directory.pages.reading import reading_page
from directory.search.cards import CONFIRMATION_DAYS
from directory.search.criteria import DEFAULT_RADIUS_MILES
from directory.search.finder import BEYOND, FEW


@reading_page
def ranking(request: HttpRequest) -> HttpResponse:
    context = {"radius": int(DEFAULT_RADIUS_MILES), "few": FEW, "beyond": BEYOND}
    return render(request, "pages/ranking.html", context)


@reading_page
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/privacy.html")


@reading_page
def evidence(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/evidence.html", {"confirmation_days": CONFIRMATION_DAYS})


@reading_page
def credits(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/credits.html", {"credits": read_notice(settings.BASE_DIR / "NOTICE")})
