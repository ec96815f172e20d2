"""Which view gives which shape: the table that the schema is made from."""

from __future__ import annotations

from dataclasses import dataclass, field

from directory.api import articles, changes, exports, sandbox, searching, suggestions, surgeons, vocabulary
from directory.api.contract.named import sparse_name
from directory.api.contract.shapes import Schema, either, ref, text
from directory.api.reads import Read
from directory.api.renderers import GeoJSONRenderer, JSONRenderer


@dataclass(frozen=True, slots=True)
class Operation:
    """`shapes` maps each media type of the answer to its schema."""

    id: str
    tag: str
    shapes: dict[str, Schema]
    headers: dict[str, Schema] = field(default_factory=dict)


def _json(id: str, tag: str, shape: str) -> Operation:
    return Operation(id, tag, {JSONRenderer.media_type: ref(shape)})


def _thin(id: str, tag: str, shape: str) -> Operation:
    """One that takes `fields`."""
    return Operation(id, tag, {JSONRenderer.media_type: either(shape, sparse_name(shape))})


JOINS = {"Snapshot-Cursor": text("For changes/?since=: what changed while this was written, and later.")}
OPERATIONS: dict[type[Read], Operation] = {
    searching.Search: Operation(
        "searchSurgeons",
        "surgeons",
        {
            JSONRenderer.media_type: either("Search", sparse_name("Search")),
            GeoJSONRenderer.media_type: either("SearchMap", sparse_name("SearchMap")),
        },
    ),
    surgeons.SurgeonRecord: _thin("getSurgeon", "surgeons", "Surgeon"),
    suggestions.TreatmentSuggestions: _json("suggestTreatments", "words", "TreatmentSuggestions"),
    suggestions.PlaceSuggestions: _json("suggestPlaces", "places", "PlaceSuggestions"),
    suggestions.Places: _json("resolvePlace", "places", "Places"),
    vocabulary.Treatments: _thin("listTreatments", "words", "Treatments"),
    vocabulary.Treatment: _thin("getTreatment", "words", "TreatmentDetail"),
    vocabulary.Concerns: _thin("listConcerns", "words", "Concerns"),
    vocabulary.OneConcern: _thin("getConcern", "words", "ConcernDetail"),
    articles.Articles: _thin("listArticles", "articles", "Articles"),
    articles.OneArticle: _thin("getArticle", "articles", "ArticleDetail"),
    changes.Changes: _json("listChanges", "bulk", "Changes"),
    exports.NDJSONExport: Operation(
        "exportNDJSON", "bulk", {exports.NDJSONExport.content_type: text("A Surgeon a line.")}, JOINS
    ),
    exports.CSVExport: Operation(
        "exportCSV", "bulk", {"text/csv": text(f"Columns: {', '.join(exports.COLUMNS)}.")}, JOINS
    ),
    sandbox.Sandbox: _json("trySearch", "sandbox", "Search"),
}
TAGS = [
    {"name": "surgeons", "description": "Who is listed, and the evidence behind each name."},
    {"name": "words", "description": "Treatments and concerns, and what patients' words mean."},
    {"name": "places", "description": "Where a search starts."},
    {"name": "articles", "description": "What to read first."},
    {"name": "bulk", "description": "Everything at once, and what has changed since."},
    {"name": "sandbox", "description": "Fixed answers, to try a program on every outcome."},
]
