"""The committed articles into records: everything or nothing."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.db import transaction

from directory.learn import ArticleError, ArticleSource, Problem, check_references, parse, render
from directory.management.loading.report import Report
from directory.models import Article, ArticleTreatment, Concern, Procedure, Surgeon
from directory.search.upkeep import bump


def sync_articles(folder: Path) -> Report:
    """Makes the articles those of the Markdown files in `folder`, in one transaction; gives what changed.

    An article whose file is gone is removed. Raises ArticleError with every fault in every file, and writes nothing.
    """
    sources = _read(sorted(folder.glob("*.md")))
    report = Report()
    with transaction.atomic():
        _check([source for source, _ in sources])
        gone = Article.objects.exclude(slug__in=[source.slug for source, _ in sources])
        report.note("articles", "removed", sorted(gone.values_list("slug", flat=True)))
        gone.delete()
        for source, text in sources:
            report.note("articles", _write(source, text), [source.slug])
        if report.changed:
            bump("articles")
    return report


def _read(paths: Iterable[Path]) -> list[tuple[ArticleSource, str]]:
    found, problems = [], list[Problem]()
    files = defaultdict(list)
    for path in paths:
        try:
            source = parse(path)
        except ArticleError as error:
            problems += error.problems
            continue
        found.append((source, path.read_text(encoding="utf-8-sig")))
        files[source.slug].append(path.name)
    for slug, names in files.items():
        problems += [Problem(name, "slug", f"{slug!r} is also in {names[0]}") for name in names[1:]]
    if problems:
        raise ArticleError(problems)
    return found


def _check(sources: list[ArticleSource]) -> None:
    treatments = set(Procedure.objects.filter(retired=False).values_list("slug", flat=True))
    concerns = set(Concern.objects.filter(retired=False).values_list("slug", flat=True))
    articles = {source.slug for source in sources}
    problems = [
        problem
        for source in sources
        for problem in (
            *check_references(source, treatments=treatments, concerns=concerns, articles=articles),
            *_strangers(source),
        )
    ]
    if problems:
        raise ArticleError(problems)


def _strangers(source: ArticleSource) -> Iterator[Problem]:
    known = set(Surgeon.objects.filter(slug__in=source.contributors).values_list("slug", flat=True))
    for slug in source.contributors:
        if slug not in known:
            yield Problem(f"{source.slug}.md", "contributors", f"there is no member {slug!r}")


def _write(source: ArticleSource, text: str) -> str:
    """Saves one article if anything in it differs, and gives "created", "changed" or "unchanged"."""
    wanted = _fields(source, text)
    article = Article.objects.filter(slug=source.slug).first()
    deed = "changed" if article else "created"
    article = article or Article(slug=source.slug)
    same = all(getattr(article, name) == value for name, value in wanted.items())
    if deed == "changed" and same and _names_the_same(article, source):
        return "unchanged"
    for name, value in wanted.items():
        setattr(article, name, value)
    article.save()
    procedures = dict(Procedure.objects.filter(slug__in=source.treatments).values_list("slug", "pk"))
    article.articletreatment_set.all().delete()
    ArticleTreatment.objects.bulk_create(
        ArticleTreatment(article=article, procedure_id=procedures[slug], position=place)
        for place, slug in enumerate(source.treatments)
    )
    article.concerns.set(Concern.objects.filter(slug__in=source.concerns))
    article.contributors.set(Surgeon.objects.filter(slug__in=source.contributors))
    return deed


def _names_the_same(article: Article, source: ArticleSource) -> bool:
    treatments = article.articletreatment_set.order_by("position").values_list("procedure__slug", flat=True)
    return (
        tuple(treatments) == source.treatments
        and set(article.concerns.values_list("slug", flat=True)) == set(source.concerns)
        and set(article.contributors.values_list("slug", flat=True)) == set(source.contributors)
    )


def _fields(source: ArticleSource, text: str) -> dict[str, Any]:
    rendered = render(source.body)
    return {
        "lang": source.lang,
        "title": source.title,
        "summary": source.summary,
        "source_text": text,
        "html": rendered.html,
        "contents": [[entry.id, entry.title] for entry in rendered.toc],
        "minutes": rendered.minutes,
        "key_points": list(source.key_points),
        "questions": list(source.questions),
        "experts": [dataclasses.asdict(expert) for expert in source.experts],
        "sources": [dataclasses.asdict(one) for one in source.sources],
        "state": source.state,
        "published": source.published,
        "updated": source.updated,
        "reviewed_on": source.reviewed_on,
        "reviewer": source.reviewer or "",
    }
