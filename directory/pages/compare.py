"""Up to four surgeons side by side, from a link: the shortlist itself is kept in the reader's browser only."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from directory.models import Article, today
from directory.pages.compare_table import lines, read_cards
from directory.pages.reading import known, language
from directory.pages.surgeon_question import read_question
from directory.search.parameters import LONGEST_TEXT

MOST = 4
MOST_QUESTIONS = 8


@require_safe
@never_cache
def compare(request: HttpRequest) -> HttpResponse:
    """The table; `s` are slugs, the rest is the question that was searched. 400 where more than four are named."""
    slugs = list(dict.fromkeys(slug for slug in request.GET.getlist("s") if slug.strip()))
    wrong = gettext("Compare up to four surgeons at once.") if len(slugs) > MOST else ""
    words = " ".join(request.GET.get("treatment", "").replace("\x00", "").split())[:LONGEST_TEXT]
    question = read_question(request.GET, known()[1])
    cards = read_cards(slugs[:MOST], today())
    values = {
        "cards": cards,
        "lines": lines(cards, question, language()),
        "gone": len(slugs[:MOST]) - len(cards),
        "wrong": wrong,
        "words": words,
        "question": question,
        "kept": [(name, request.GET[name]) for name in ("place", "near", "unit") if question and name in request.GET],
        "questions": _questions(question.procedures if question else ()),
    }
    return render(request, "pages/compare.html", values, status=400 if wrong else 200)


def _questions(asked: tuple[str, ...]) -> list[str]:
    """To ask at the visit, from the articles about what was asked; two queries at most."""
    if not asked:
        return []
    found = Article.objects.filter(treatments__slug__in=asked).distinct().values_list("questions", flat=True)
    return list(dict.fromkeys(question for questions in found for question in questions))[:MOST_QUESTIONS]
