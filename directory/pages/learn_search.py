"""Finding what to read: by what the words mean, and by the words themselves in articles and texts."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from directory.models import Article, Text
from directory.pages.concerns_names import concern_names
from directory.pages.treatments_index import Entry, entries, meant
from directory.search.memory import Words
from directory.search.words.folding import GRAMMAR, LONGEST, fold, stem, without_filler

MOST = 12
TITLE, SUMMARY, BODY, MEANT = 8, 4, 1, 6
# Words that ask something about a treatment and name nothing; an article need not say them to answer.
_ASKING = frozenset({"what", "why", "how", "when", "which", "who", "does", "hurt", "safe", "work", "last", "heal"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What fits a reader's words, the likeliest first."""

    articles: list[Article]
    treatments: list[Entry]
    concerns: list[Entry]


def find(query: str, articles: Iterable[Article], words: Words, lang: str) -> Found:
    """The articles, treatments and concerns that `query` may mean or that say its words; three queries."""
    wanted = _wanted(query)
    names = {slug: one.name(lang) for slug, one in words.by_slug.items()}
    concerns = concern_names(lang)
    treatments_meant = meant(query, "procedure", names, words)
    concerns_meant = meant(query, "concern", concerns, words)
    said = _said(wanted, lang)
    return Found(
        articles=_articles(articles, wanted, treatments_meant, concerns_meant),
        treatments=_likeliest(treatments_meant, said["procedure"], names),
        concerns=_likeliest(concerns_meant, said["concern"], concerns),
    )


def _wanted(query: str) -> list[re.Pattern[str]]:
    """A pattern for each word that carries meaning; `gland` finds "glands", `ear` does not find "early"."""
    stems = {stem(word) for word in without_filler(fold(query)).split() if word not in GRAMMAR | _ASKING}
    return [re.compile(rf"\b{re.escape(word)}(?:s|es|ed|ing)?\b") for word in sorted(stems)]


def _articles(
    articles: Iterable[Article], wanted: list[re.Pattern[str]], treatments: set[str], concerns: set[str]
) -> list[Article]:
    scores = {}
    for article in articles:
        about = {one.slug for one in article.treatments.all()} & treatments
        about |= {one.slug for one in article.concerns.all()} & concerns
        parts = ((TITLE, article.title), (SUMMARY, article.summary), (BODY, article.source_text))
        folded = [(weight, _fold_all(text)) for weight, text in parts]
        holds_all = all(any(word.search(text) for _weight, text in folded) for word in wanted)
        if about or (wanted and holds_all):
            hits = sum(weight for weight, text in folded for word in wanted if word.search(text))
            scores[article] = MEANT * len(about) + hits
    return sorted(scores, key=lambda one: (-scores[one], one.title))[:MOST]


def _said(wanted: list[re.Pattern[str]], lang: str) -> dict[str, list[str]]:
    """The slugs whose text holds every word, by what it is about."""
    found: dict[str, list[str]] = {"procedure": [], "concern": []}
    if wanted:
        rows = Text.objects.filter(lang=lang).values_list("procedure__slug", "concern__slug", "fields")
        for procedure, concern, fields in rows:
            text = _fold_all(" ".join(map(str, fields.values())))
            if all(word.search(text) for word in wanted):
                found["procedure" if procedure else "concern"].append(procedure or concern)
    return found


def _fold_all(text: str) -> str:
    """As `fold`, however long the text is: that reads a line's worth of words, so it is given one after another."""
    return " ".join(fold(part) for line in text.splitlines() for part in textwrap.wrap(line, LONGEST))


def _likeliest(meant_slugs: set[str], said: list[str], names: dict[str, str]) -> list[Entry]:
    known = sorted(meant_slugs, key=lambda slug: names.get(slug, ""))
    return entries([*known, *(slug for slug in said if slug not in meant_slugs)], names)[:MOST]
