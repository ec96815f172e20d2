"""Whether what an article names exists."""

from __future__ import annotations

from collections.abc import Collection

from directory.learn.article import ArticleSource
from directory.learn.body import links
from directory.learn.problems import Problem
from directory.learn.sanitising import INSIDE


def check_references(
    article: ArticleSource,
    *,
    treatments: Collection[str],
    concerns: Collection[str],
    articles: Collection[str],
) -> list[Problem]:
    """The slugs in the front matter and in the links of the body that are in none of the given sets."""
    known = {"treatments": treatments, "concerns": concerns, "learn": articles}
    file = f"{article.slug}.md" if article.lang == "en" else f"{article.slug}.{article.lang}.md"
    named = [("treatments", slug, "treatments") for slug in article.treatments]
    named += [("concerns", slug, "concerns") for slug in article.concerns]
    for _line, address in links(article.body):
        found = INSIDE.fullmatch(address)
        if found and found["kind"]:
            named.append(("body", found["slug"], found["kind"]))
    return [
        Problem(file, field, f"there is no {slug!r} in {kind}")
        for field, slug, kind in named
        if slug not in known[kind]
    ]
