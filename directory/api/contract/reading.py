"""Shapes of the vocabulary and of the articles, and of every problem."""

from __future__ import annotations

from typing import Any

from directory.api.contract.shapes import (
    Schema,
    both,
    day,
    link,
    many,
    one_of,
    or_null,
    ref,
    text,
    thing,
    whole,
)
from directory.models.procedures import Kind, Track

LINKED = {"slug": text("A public id; it stays."), "name": text("In the asked language."), "url": link()}
SEARCH_FOR_IT = link("The search for surgeons who offer it.")


REVIEW: dict[str, Schema] = {
    "lang": text("The language it is written in: the asked one, or English."),
    "state": text("Whether it has been reviewed medically, in words."),
    "reviewed_on": or_null(day()),
    "reviewer": or_null(text()),
    "updated": day("When it last changed."),
}


def page(name: str) -> dict[str, Any]:
    return thing(
        total=whole("How many there are on all pages."),
        next=or_null(link("The next page, null on the last.")),
        results=many(ref(name), "In the order of their slugs."),
    )


SCHEMAS: dict[str, Schema] = {
    "Linked": thing(**LINKED),
    "Treatment": both(
        "Linked",
        category=thing(slug=text(), name=text()),
        kind=one_of(Kind.values, "How it is done."),
        track=one_of(Track.values, "What it is done for."),
    ),
    "Treatments": page("Treatment"),
    "TreatmentText": thing(
        what=text("What it is."),
        how=text("How it is done."),
        recovery=text("Time off, and what is felt."),
        lasts=text("How long it lasts."),
        risks=text("The common and the serious ones, by their names."),
        suits=text("Who it suits."),
        avoid=text("Who should wait or choose something else."),
        questions=many(text(), "To ask at the visit."),
        brief=thing(how=text(), downtime=text(), lasts=text(), suits=text()),
        **REVIEW,
    ),
    "ConcernText": thing(
        what=text("What it is."),
        normal=text("What is normal about it."),
        treatments=text("How the treatments used for it differ."),
        soon=text("When to see someone soon; empty where nothing is urgent."),
        **REVIEW,
    ),
    "TreatmentDetail": both(
        "Treatment",
        also_called=many(text()),
        includes=many(ref("Linked"), "Treatments that are part of it."),
        part_of=many(ref("Linked"), "Treatments that it is part of."),
        concerns=many(ref("Linked"), "What it is used for."),
        articles=many(ref("ArticleLink")),
        text=or_null(ref("TreatmentText")),
        search=SEARCH_FOR_IT,
    ),
    "Concerns": page("Linked"),
    "ConcernDetail": both(
        "Linked",
        also_called=many(text()),
        treatments=many(ref("Linked"), "What is used for it, most typical first."),
        articles=many(ref("ArticleLink")),
        text=or_null(ref("ConcernText")),
        search=SEARCH_FOR_IT,
    ),
    "Article": thing(
        slug=text("A public id; it stays."),
        title=text(),
        summary=text(),
        lang=text("The language it is written in."),
        minutes=whole("To read."),
        state=text("Whether it has been reviewed medically, in words."),
        published=day(),
        updated=day(),
        reviewed_on=or_null(day()),
        reviewer=or_null(text()),
        treatments=many(text(), "Slugs, the most important first."),
        concerns=many(text(), "Slugs."),
        url=link("The page for people."),
    ),
    "Articles": page("Article"),
    "ArticleDetail": both(
        "Article",
        key_points=many(text()),
        contents=many(thing(id=text("The heading's id in the HTML."), heading=text())),
        html=text("The text, sanitised."),
        questions=many(text(), "To ask at the visit."),
        experts=many({"type": "object"}, "Whose views it retells."),
        sources=many({"type": "object"}),
        contributors=many(ref("Linked"), "Listed members who helped to write it."),
    ),
    "Problem": {
        "type": "object",
        "description": "RFC 9457.",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": text(format="uri-reference"),
            "title": text(),
            "status": whole(),
            "detail": text("What is wrong, and what would be right."),
            "instance": text("The path that was asked, without its query."),
            "errors": many(
                thing(parameter=text(), detail=text()), "Each parameter that is wrong; with status 400 only."
            ),
        },
    },
}
