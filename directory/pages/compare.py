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
from directory.search.criteria import Criteria
from directory.search.parameters import LONGEST_TEXT
from directory.search.understanding import read_treatment

MOST = 4
MOST_QUESTIONS = 8


@require_safe
@never_cache
def compare(request: HttpRequest) -> HttpResponse:
    """The table; `s` are slugs, `treatment` the words that were searched with. 400 where more than four are named."""
    slugs = list(dict.fromkeys(slug for slug in request.GET.getlist("s") if slug.strip()))
    wrong = gettext("Compare up to four surgeons at once.") if len(slugs) > MOST else ""
    words = " ".join(request.GET.get("treatment", "").replace("\x00", "").split())[:LONGEST_TEXT]
    asked = _asked(words)
    cards = read_cards(slugs[:MOST], today())
    values = {
        "cards": cards,
        "lines": lines(cards, asked, language()),
        "gone": len(slugs[:MOST]) - len(cards),
        "wrong": wrong,
        "words": words,
        "questions": _questions(asked),
    }
    return render(request, "pages/compare.html", values, status=400 if wrong else 200)


def _asked(text: str) -> tuple[str, ...]:
    """The treatments that the words mean; none when there are none, or nothing is known by them."""
    _memory, words = known()
    taken = read_treatment(words, Criteria(treatment=text))
    return taken.procedures if taken else ()


def _questions(asked: tuple[str, ...]) -> list[str]:
    """To ask at the visit, from the articles about what was asked; two queries at most."""
    if not asked:
        return []
    found = Article.objects.filter(treatments__slug__in=asked).distinct().values_list("questions", flat=True)
    return list(dict.fromkeys(question for questions in found for question in questions))[:MOST_QUESTIONS]
