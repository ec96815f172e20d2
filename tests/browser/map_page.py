"""A page with a list and its map, made of six invented surgeons, so that the map is tested by itself."""

from __future__ import annotations

from types import SimpleNamespace

from django.http import HttpRequest, HttpResponse
from django.template import RequestContext, Template
from django.urls import include, path

from directory.places import Point

NAMES = ["Alma Ash", "Bea Birch", "Cleo Cedar", "Dora Dogwood", "Elsa Elm", "Fay Fir", "Gwen Ginkgo"]
CHICAGO = Point(lat=41.88, lng=-87.63)
# The first two share a building; the third is a mile away, the others far apart; the last is beyond the circle.
POINTS = [
    (41.88, -87.63),
    (41.88, -87.63),
    (41.90, -87.65),
    (42.05, -87.70),
    (41.75, -87.95),
    (41.60, -87.55),
    (42.40, -87.85),
]
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>'
PAGE = """{% load i18n %}<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Map</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="{% static "directory/css/tokens.css" %}">
<link rel="stylesheet" href="{% static "directory/css/base.css" %}">
<link rel="stylesheet" href="{% static "directory/css/layout.css" %}">
<link rel="stylesheet" href="{% static "directory/css/parts.css" %}">
<link rel="stylesheet" href="{% static "directory/css/results.css" %}"><link rel="icon" href="data:,"></head><body>
<main><h1>Surgeons</h1><div class="finding"><aside class="filters"></aside><div class="results"><ol>
{% for hit in all %}<li class="result" id="s{{ forloop.counter }}">
<p class="mile"><strong class="num">{{ hit.distance_miles }} mi</strong></p>
<h2><a href="{% url "surgeon" hit.card.slug %}">{{ hit.card.name }}</a></h2></li>{% endfor %}</ol>
<button class="btn" type="button" popovertarget="map">Map</button></div>{% include "includes/map.html" %}</div></main>
</body></html>"""


def hit(number: int) -> SimpleNamespace:
    lat, lng = POINTS[number]
    practice = {
        "name": f"Practice {number + 1}",
        "address": {"city": "Chicago"},
        "point": {"lat": lat, "lng": lng},
        "exactness": "postal-code" if number == 3 else "rooftop",
    }
    card = {"slug": f"surgeon-{number + 1}", "name": NAMES[number], "practice": practice}
    return SimpleNamespace(card=card, distance_miles=number + 1)


def page(request: HttpRequest) -> HttpResponse:
    hits = [hit(number) for number in range(len(POINTS))]
    found, beyond = ([], []) if "none" in request.GET else (hits[:-1], hits[-1:])
    values = {
        "hits": found,
        "beyond": beyond,
        "all": hits,
        "origin": CHICAGO,
        "radius_miles": 25.0,
        "radius": "25 miles",
    }
    return HttpResponse(Template(PAGE).render(RequestContext(request, values)))


def picture(request: HttpRequest, z: int, x: int, y: int) -> HttpResponse:
    return HttpResponse(PICTURE, content_type="image/svg+xml")


urlpatterns = [
    path("page", page),
    path("pictures/<int:z>/<int:x>/<int:y>.svg", picture),
    path("", include("config.urls")),
]
