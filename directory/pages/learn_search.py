"""Finding what to read: by what the words mean, and by the words themselves in articles and texts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from directory.models import Article, Text
from directory.pages.concerns_names import concern_names
from directory.pages.treatments_index import Entry, entries
from directory.search.memory import Words
from directory.search.words.folding import GRAMMAR, fold, stem, without_filler

MOST = 12
TITLE, SUMMARY, BODY, MEANT = 8, 4, 1, 6
NEARLY = 0.7  # of the likeliest meaning's score
_APOSTROPHES = str.maketrans("", "", "'’‘`´")
# Words that ask something about a treatment and name nothing; an article need not say them to answer.
_ASKING = frozenset({"what", "why", "how", "when", "which", "who", "does", "hurt", "safe", "work", "last", "heal"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What fits a reader's words, the likeliest first."""

    articles: list[Article]
    treatments: list[Entry]
    concerns: list[Entry]


def find(query: str, articles: Iterable[Article], words: Words, lang: str) -> Found:
    """The articles, treatments and concerns that `query` means or that say its words; two queries and the articles'."""
    wanted, meanings = _wanted(query), _meanings(query, words, lang)
    said = _said(wanted, lang)
    names = {slug: one.name(lang) for slug, one in words.by_slug.items()}
    return Found(
        articles=_articles(articles, wanted, set(meanings)),
        treatments=entries(dict.fromkeys([*meanings, *said]), names)[:MOST],
        concerns=entries(dict.fromkeys([*meanings, *said]), concern_names(lang))[:MOST],
    )


def _meanings(query: str, words: Words, lang: str) -> list[str]:
    """The treatments and concerns that the words mean, the likeliest first; those far less likely are left out."""
    reading = words.resolver.read(query, lang=lang)
    if reading.outcome not in ("found", "ambiguous"):
        return []
    least = max(match.score for match in reading.matches) * NEARLY
    return [match.slug for match in reading.matches if match.score >= least]


def _wanted(query: str) -> list[re.Pattern[str]]:
    """A pattern for each word that carries meaning; `gland` finds "glands", `ear` does not find "early"."""
    stems = {stem(word) for word in without_filler(fold(query)).split() if word not in GRAMMAR | _ASKING}
    return [re.compile(rf"\b{re.escape(word)}(?:s|es|ed|ing)?\b") for word in sorted(stems)]


def _articles(articles: Iterable[Article], wanted: list[re.Pattern[str]], meanings: set[str]) -> list[Article]:
    scores = {}
    for article in articles:
        explained = {one.slug for one in article.treatments.all()} | {one.slug for one in article.concerns.all()}
        about = explained & meanings
        parts = ((TITLE, article.title), (SUMMARY, article.summary), (BODY, article.source_text))
        plain = [(weight, _plain(text)) for weight, text in parts]
        holds_all = all(any(word.search(text) for _weight, text in plain) for word in wanted)
        if about or (wanted and holds_all):
            hits = sum(weight for weight, text in plain for word in wanted if word.search(text))
            scores[article] = MEANT * len(about) + hits
    return sorted(scores, key=lambda one: (-scores[one], one.title))[:MOST]


def _said(wanted: list[re.Pattern[str]], lang: str) -> list[str]:
    """The slugs of the treatments and concerns whose text holds every word."""
    if not wanted:
        return []
    rows = Text.objects.filter(lang=lang).values_list("procedure__slug", "concern__slug", "fields")
    return [
        procedure or concern
        for procedure, concern, fields in rows
        if all(word.search(plain) for plain in [_plain(" ".join(map(str, fields.values())))] for word in wanted)
    ]


def _plain(text: str) -> str:
    """Without case, accents and apostrophes, as the patterns are; much cheaper than `fold`, which reads but a line."""
    text = text.casefold().translate(_APOSTROPHES)
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
