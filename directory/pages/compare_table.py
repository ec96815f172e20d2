"""The table that sets surgeons side by side: one line a question, one cell a surgeon."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from django.conf import settings
from django.utils.translation import gettext

from directory.models import Listing
from directory.pages import wording
from directory.pages.reading import known
from directory.pages.search_labels import value_label
from directory.pages.surgeon_question import Question
from directory.pages.wording import VOLUMES
from directory.places import Point
from directory.search.cards import offered

Card = dict[str, Any]
HELD_UP = ("certification", "facility")


@dataclass(slots=True, kw_only=True)
class Line:
    """A question and its cells; `links` are telephone numbers to call, in the cells' order."""

    question: str
    cells: list[tuple[str, str, str]] = field(default_factory=list)  # initials, text, telephone link


def read_cards(slugs: Sequence[str], day: dt.date) -> list[Card]:
    """The listed surgeons of these slugs in their order, at their main offices, with what holds on `day`: one query."""
    found = (
        Listing.objects.filter(surgeon__slug__in=slugs, listed_until__gte=day)
        .order_by("practice__position", "practice_id")
        .values_list("surgeon__slug", "card")
    )
    by_slug: dict[str, Card] = {}
    for slug, text in found:
        if slug not in by_slug:
            by_slug[slug] = _card(orjson.loads(text), day.isoformat())
    return [by_slug[slug] for slug in slugs if slug in by_slug]


def _card(card: Card, day: str) -> Card:
    card["evidence"] = [
        fact
        for fact in card["evidence"]
        if fact["kind"] not in HELD_UP or not fact["valid_until"] or fact["valid_until"] >= day
    ]
    card["photo"] = f"{settings.MEDIA_URL}{card['photo']}" if card["photo"] else ""
    return card


def lines(cards: list[Card], question: Question | None, lang: str) -> list[Line]:
    """The questions that can be answered from the stored records, those about what was asked first."""
    made = [_offers(cards, slug, lang) for slug in question.procedures] if question else []
    if question and question.origin:
        made.append(_far(cards, question.origin, question.unit))
    for label, kind in (
        (gettext("Board certificate"), "certification"),
        (gettext("Membership"), "membership"),
        (gettext("Facility"), "facility"),
    ):
        made.append(_line(label, cards, [_facts(card, kind, lang) for card in cards]))
    unsaid = gettext("has not said")
    yes_no = {True: gettext("Yes"), False: gettext("No"), None: unsaid}
    offices = [card["practice"] for card in cards]
    made += [
        _line(gettext("In practice since"), cards, [str(card["practice_since"] or unsaid) for card in cards]),
        _line(
            gettext("Languages"),
            cards,
            [", ".join(value_label("language", code, lang) for code in card["languages"]) or unsaid for card in cards],
        ),
        _line(gettext("New patients"), cards, [yes_no[office["accepting"]] for office in offices]),
        _line(gettext("Video visits"), cards, [yes_no[office["telehealth"]] for office in offices]),
        _line(gettext("Last confirmed"), cards, [_confirmed(card, lang) for card in cards]),
        _line(gettext("Practice"), cards, [_office(office) for office in offices]),
    ]
    phones = [(office["phone"], wording.telephone(office["phone"]) if office["phone"] else "") for office in offices]
    cells = [("".join(card["initials"]), phone[1], phone[0]) for card, phone in zip(cards, phones, strict=True)]
    return [*made, Line(question=gettext("Telephone"), cells=cells)]


def _line(question: str, cards: list[Card], texts: list[str]) -> Line:
    return Line(
        question=question,
        cells=[("".join(card["initials"]), text, "") for card, text in zip(cards, texts, strict=True)],
    )


def _far(cards: list[Card], origin: Point, unit: str) -> Line:
    """How far each main office is from the place that was given."""
    points = [Point(**card["practice"]["point"]) for card in cards]
    return _line(gettext("Distance"), cards, [wording.distance(origin.miles_to(point), unit) for point in points])


def _offers(cards: list[Card], slug: str, lang: str) -> Line:
    _memory, words = known()
    procedure = words.by_slug[slug]
    texts = []
    for card in cards:
        offer = offered(card, [procedure.ordinal]).get(procedure.ordinal)
        if offer is None:
            texts.append(gettext("does not say that it is offered"))
            continue
        since, volume = offer
        parts = [gettext("since %(year)s") % {"year": since} if since else gettext("offered")]
        parts.append(VOLUMES.get(volume) or gettext("has not said how many a year"))
        texts.append(", ".join(parts))
    return _line(procedure.name(lang), cards, texts)


def _facts(card: Card, kind: str, lang: str) -> str:
    said = []
    for fact in card["evidence"]:
        if fact["kind"] == kind:
            until = f", {gettext('until')} {wording.day(fact['valid_until'], lang)}" if fact["valid_until"] else ""
            said.append(fact["statement"] + until)
    return "; ".join(said) or gettext("none on record")


def _confirmed(card: Card, lang: str) -> str:
    fact = next((one for one in card["evidence"] if one["kind"] == "confirmation"), None)
    return wording.day(fact["checked_on"], lang) if fact and fact["checked_on"] else gettext("not yet")


def _office(practice: Card) -> str:
    address = practice["address"]
    parts = (practice["name"], address["street"], address["street2"], address["city"], address["region"])
    return ", ".join(part for part in parts if part)
