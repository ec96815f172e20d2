"""What patients see, by its address."""

from __future__ import annotations

from django.urls import include, path

from directory.pages.compare import compare
from directory.pages.design import design
from directory.pages.home import home
from directory.pages.search import search
from directory.pages.tiles import tile, tile_index

urlpatterns = [
    path("", home, name="home"),
    path("search", search, name="search"),
    path("compare", compare, name="compare"),
    path("design", design, name="design"),
    path("map/<slug:layer>/index", tile_index, name="tile-index"),
    path("map/<slug:layer>/<int:z>/<int:x>/<int:y>", tile, name="tile"),
    path("", include("directory.pages.reading_urls")),
]
