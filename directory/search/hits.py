"""From rows to what is shown: the stored card, why it matched, the evidence that still holds, what to read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import orjson
from django.db import connections, router

from directory.models import Listing
from directory.search.cards import offered
from directory.search.cursors import Mark
from directory.search.geometry import arc_miles
from directory.search.memory import Memory, ProcedureNames
from directory.search.plan import UNKNOWN_YEAR, Row
from directory.search.result import ArticleLink, Hit, Offer, TreatmentReading

# Of these kinds an ended fact is not shown; an overdue confirmation is, as overdue.
HELD_UP = ("certification", "facility")


def build(
    memory: Memory, rows: list[Row], beyond: list[Row], *, asked: tuple[str, ...], day: dt.date, lang: str
) -> tuple[list[Hit], list[Hit], Mark | None]:
    """The hits of a page and those beyond it, in the rows' order, and the mark of the page's end; one query for all."""
    assert memory.words is not None  # noqa: S101
    stored = _stored([row.listing_id for row in (*rows, *beyond)])
    articles = {slug: [one for one in memory.articles if slug in one.procedures] for slug in asked}
    wanted = [(memory.words.by_slug[slug], memory.words.by_slug[slug].name(lang)) for slug in asked]
    last_day = day.isoformat()
    made = [
        _hit(row, stored[row.listing_id][0], asked=wanted, articles=articles, day=last_day)
        for row in (*rows, *beyond)
        if row.listing_id in stored
    ]
    inside = [row for row in rows if row.listing_id in stored]
    mark = _mark(inside[-1], stored[inside[-1].listing_id]) if inside else None
    return made[: len(inside)], made[len(inside) :], mark


def articles_for(
    articles: tuple[ArticleLink, ...], treatment: TreatmentReading | None, procedures: tuple[str, ...]
) -> tuple[ArticleLink, ...]:
    """What to read about the question: articles about the concern first, then about any of its treatments."""
    asked = {*(treatment.procedures if treatment else ()), *procedures}
    concern = treatment.slug if treatment and treatment.kind == "concern" else ""
    fitting = [one for one in articles if concern in one.concerns or asked & one.procedures]
    return tuple(
        sorted(fitting, key=lambda one: (concern not in one.concerns, -len(asked & one.procedures), one.title))
    )


def _stored(ids: list[int]) -> dict[int, tuple[Any, ...]]:
    if not ids:
        return {}
    marks = ", ".join(["%s"] * len(ids))
    with connections[router.db_for_read(Listing)].cursor() as cursor:
        cursor.execute(
            "SELECT id, card, family_key, given_key, practice_since"  # noqa: S608 - placeholders only
            f" FROM directory_listing WHERE id IN ({marks})",
            ids,
        )
        return {row[0]: row[1:] for row in cursor.fetchall()}


def _mark(row: Row, stored: tuple[Any, ...]) -> Mark:
    _, family, given, since = stored
    return Mark(
        chord_squared=row.chord_squared,
        family_key=bytes(family),
        given_key=bytes(given),
        practice_since=UNKNOWN_YEAR if since is None else since,
        surgeon_id=row.surgeon_id,
    )


def _hit(
    row: Row, text: str, *, asked: list[tuple[ProcedureNames, str]], articles: dict[str, list[ArticleLink]], day: str
) -> Hit:
    card = orjson.loads(text)
    offers = _offers(card, asked) if asked else ()
    read = {article.slug: article for offer in offers for article in articles[offer.slug]}
    return Hit(
        card=card,
        distance_miles=arc_miles(row.chord_squared),
        offers=offers,
        evidence=[fact for fact in card["evidence"] if _holds(fact, day)],
        articles=tuple(read.values()),
    )


def _holds(fact: dict[str, Any], day: str) -> bool:
    return fact["kind"] not in HELD_UP or not fact["valid_until"] or fact["valid_until"] >= day


def _offers(card: Mapping[str, Any], asked: list[tuple[ProcedureNames, str]]) -> tuple[Offer, ...]:
    """The asked-for procedures that are offered, in the order they were asked."""
    known = offered(card, [procedure.ordinal for procedure, _ in asked])
    return tuple(
        Offer(slug=procedure.slug, name=name, since=known[procedure.ordinal][0], volume=known[procedure.ordinal][1])
        for procedure, name in asked
        if procedure.ordinal in known
    )
