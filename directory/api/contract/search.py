"""Shapes of the search's answer and of how the question was understood."""

from __future__ import annotations

from typing import get_args

from directory.api.contract.shapes import (
    Schema,
    counts,
    link,
    many,
    number,
    one_of,
    or_null,
    ref,
    text,
    thing,
    whole,
)
from directory.places.place import Kind as PlaceKind
from directory.search.result import Outcome
from directory.search.words.model import How
from directory.search.words.model import Outcome as ReadingOutcome

PLACE = {
    "name": text(),
    "label": text("For people: Winnetka, Illinois."),
    "kind": one_of(get_args(PlaceKind)),
    "region": text("US state or Canadian province; empty elsewhere."),
    "country": text("ISO 3166 alpha-2."),
    "lat": number(),
    "lng": number(),
    "radius_miles": or_null(number("How wide a state or a metro is searched; null for what is a point.")),
}
PLACE_OUTCOMES = ("found", "ambiguous", "unknown", "geocoder_down")
WHOLE_ANSWER: dict[str, Schema] = {
    "query": ref("Query"),
    "outcome": one_of(get_args(Outcome), "What came of it, by name."),
    "total": whole("How many surgeons are inside the radius."),
    "facets": {
        "type": "object",
        "additionalProperties": counts("Value to count."),
        "description": "Filter to value to how many of those found would be left if it were added.",
    },
    "next": or_null(link("The next page, null on the last.")),
    "relax": counts("When nobody is found: each filter that, dropped alone, would bring so many back."),
    "articles": many(ref("ArticleLink"), "What to read about the question."),
}

SCHEMAS: dict[str, Schema] = {
    "Suggestion": thing(
        kind=one_of(("procedure", "concern")),
        slug=text("A public id; it stays."),
        name=text(),
        matched=text("The words of ours that fit."),
    ),
    "TreatmentSuggestions": thing(results=many(ref("Suggestion"), "Best first.")),
    "Place": thing(**PLACE),
    "PlaceSuggestions": thing(results=many(ref("Place"), "Best first.")),
    "Places": thing(outcome=one_of(PLACE_OUTCOMES), results=many(ref("Place"), "The likeliest first.")),
    "TreatmentUnderstood": thing(
        "How the words were taken. Kind, slug, name and matched are null where no single meaning was.",
        words=text(),
        outcome=one_of(get_args(ReadingOutcome)),
        how=or_null(one_of(get_args(How))),
        kind=or_null(one_of(("procedure", "concern"))),
        slug=or_null(text()),
        name=or_null(text()),
        matched=or_null(text("The words of ours that fit.")),
        procedures=many(text(), "Slugs: a surgeon must offer one of these."),
        alternatives=many(ref("Suggestion"), "What else the words may mean."),
        note=text("What tells the meanings apart; mostly empty."),
    ),
    "PlaceUnderstood": thing(
        "How the place was taken; its values are null where it is not known.",
        words=text(),
        outcome=one_of(PLACE_OUTCOMES),
        **{name: or_null(shape) if name != "radius_miles" else shape for name, shape in PLACE.items()},
        corrected=or_null(text("How it was read where it was not read as written.")),
        alternatives=many(ref("Place")),
    ),
    "Query": thing(
        "The question as it was understood.",
        treatment=or_null(ref("TreatmentUnderstood")),
        procedure=many(text()),
        place=or_null(ref("PlaceUnderstood")),
        near=or_null(ref("Point")),
        origin=or_null(ref("Point")),
        radius=or_null(number("The radius used, in `unit`; null without a place.")),
        radius_asked=or_null(number("Null where it was left to the place.")),
        unit=one_of(("mi", "km")),
        sort=one_of(("distance", "name", "experience")),
        limit=whole(),
        lang=one_of(("en", "es")),
        filters={"type": "object", "additionalProperties": many(text()), "description": "The filters that are set."},
    ),
    "Search": thing(
        results=many(ref("Result"), "Those inside the radius, in order."),
        beyond=many(ref("Result"), "Where these are fewer than ten: up to five nearest outside."),
        **WHOLE_ANSWER,
    ),
    "SearchMap": thing(
        "RFC 7946; longitude comes first.",
        type=one_of(("FeatureCollection",)),
        features=many(
            thing(
                type=one_of(("Feature",)),
                id=text("The surgeon's slug."),
                geometry=thing(
                    type=one_of(("Point",)), coordinates=many(number()) | {"minItems": 2, "maxItems": 2}
                ),
                properties={"allOf": [ref("Result"), thing(beyond={"type": "boolean"})]},
            )
        ),
        **WHOLE_ANSWER,
    ),
}  # fmt: skip
