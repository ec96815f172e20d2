"""A surgeon's page: who she is, the evidence with its dates, what she offers and where."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from directory.models import today
from directory.models.languages import LANGUAGES
from directory.pages.reading import absolute, data_block, known, language, reading_page
from directory.pages.surgeon_data import physician
from directory.pages.surgeon_offers import grouped, to_read
from directory.pages.surgeon_offices import office
from directory.pages.surgeon_proof import Axis, facts
from directory.pages.surgeon_question import Question, read_question
from directory.pages.surgeon_record import SurgeonRecord, read_record
from directory.pages.wording import within
from directory.search.cards import initials


@reading_page
def surgeon(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a listed surgeon; for everybody else one and the same page that says that nobody is listed there."""
    record = read_record(slug, today())
    if record is None:
        return not_listed(request)
    return render(request, "pages/surgeon.html", _context(request, record))


def not_listed(request: HttpRequest) -> HttpResponse:
    """What was never here and what has ended look alike, so that the page tells nothing about anybody."""
    return render(request, "pages/surgeon_not_listed.html", status=404)


def _context(request: HttpRequest, record: SurgeonRecord) -> dict[str, Any]:
    memory, words = known()
    question = read_question(request.GET, words)
    groups = grouped(record.offerings, words, language())
    url = absolute(request, record.surgeon.get_absolute_url())
    return {
        "record": record,
        "surgeon": record.surgeon,
        "initials": initials(record.surgeon),
        "confirmed_by": within(record.surgeon.confirmed_by),
        "languages": [LANGUAGES[code] for code in record.surgeon.languages if code in LANGUAGES],
        "facts": facts(record),
        "axis": Axis(today=record.day),
        "groups": groups,
        "offices": [office(one, question.origin if question else None, timezone.now()) for one in record.practices],
        "articles": to_read(memory.articles, {one.procedure.slug for one in record.offerings}),
        "data": data_block(physician(record, groups, url)),
        **_asked(question, groups, memory.articles),
    }


def _asked(question: Question | None, groups: list[Any], articles: Any) -> dict[str, Any]:
    """What was asked about: the treatments of the question that are offered, in its order, and what to read."""
    if question is None:
        return {"question": None}
    offered = {one.slug: one for group in groups for one in group.treatments}
    asked = [offered[slug] for slug in question.procedures if slug in offered]
    return {
        "question": question,
        "asked": asked,
        "asked_articles": to_read(articles, {one.slug for one in asked})[:2],
    }
