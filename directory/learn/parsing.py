"""Reading an article file: front matter into a checked record, every fault named."""

from __future__ import annotations

from pathlib import Path

import frontmatter
import yaml

from directory.learn.article import REVIEWED, STATES, ArticleSource, Expert, Source
from directory.learn.body import check_body
from directory.learn.fields import URL, Fields
from directory.learn.figures import FIGURES
from directory.learn.problems import ArticleError, Problem

LANGUAGES = ("en", "es")
FIELDS = tuple(name for name in ArticleSource.__dataclass_fields__ if name != "body")


def parse(source: Path | str, *, name: str | None = None, figures: Path = FIGURES) -> ArticleSource:
    """Read an article from a path, or from text called `name`.

    Raises ArticleError naming every faulty field, and OSError for a path that cannot be read.
    """
    if isinstance(source, Path):
        name = name or source.name
        try:
            text = source.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            raise ArticleError(
                [Problem(name, "body", f"is not UTF-8: {error.reason} at byte {error.start}")]
            ) from error
    else:
        name, text = name or "article", source
    fields, body = _front_matter(text, name)
    article = _read(fields, body)
    if isinstance(source, Path) and article.slug and source.name not in _file_names(article):
        fields.note("slug", f"{article.slug!r} in {article.lang} belongs in {' or '.join(_file_names(article))}")
    for line, message in check_body(text, figures=figures):
        fields.note("body", f"line {line}: {message}")
    if not body:
        fields.note("body", "is empty")
    if fields.problems:
        raise ArticleError(fields.problems)
    return article


def _file_names(article: ArticleSource) -> tuple[str, ...]:
    """An English article may leave its language out of the file's name."""
    plain = (f"{article.slug}.md",) if article.lang == "en" else ()
    return (*plain, f"{article.slug}.{article.lang}.md")


def _front_matter(text: str, name: str) -> tuple[Fields, str]:
    try:
        values, body = frontmatter.parse(text)
    except (yaml.YAMLError, ValueError, TypeError, AttributeError) as error:
        raise ArticleError([Problem(name, "front matter", f"is not YAML: {error}")]) from error
    if not values:
        raise ArticleError([Problem(name, "front matter", "is missing; a file begins with --- and its fields")])
    return Fields(values, file=name), body.strip()


def _read(fields: Fields, body: str) -> ArticleSource:
    fields.expect_only(FIELDS)
    article = ArticleSource(
        slug=fields.slug("slug"),
        title=fields.text("title", at_most=120),
        summary=fields.text("summary", at_most=300),
        lang=fields.choice("lang", LANGUAGES),
        treatments=fields.slugs("treatments", at_least=1),
        concerns=fields.slugs("concerns"),
        published=fields.required_date("published"),
        updated=fields.required_date("updated"),
        reviewed_on=fields.date("reviewed_on"),
        reviewer=fields.optional_text("reviewer"),
        state=fields.choice("state", STATES),
        contributors=fields.slugs("contributors"),
        experts=_experts(fields),
        key_points=fields.texts("key_points", at_least=3, at_most=4),
        questions=fields.texts("questions", at_least=4, at_most=6),
        sources=_sources(fields),
        body=body,
    )
    _check_dates_and_review(fields, article)
    return article


def _experts(fields: Fields) -> tuple[Expert, ...]:
    names = tuple(Expert.__dataclass_fields__)
    found = []
    for record in fields.records("experts"):
        record.expect_only(names)
        found.append(Expert(**{name: record.text(name) for name in names}))
        fields.absorb(record)
    return tuple(found)


def _sources(fields: Fields) -> tuple[Source, ...]:
    found = []
    for record in fields.records("sources", at_least=1):
        record.values = {"url": None, **record.values}
        record.expect_only(tuple(Source.__dataclass_fields__))
        year, url = record.values.get("year"), record.optional_text("url") or ""
        # bool is an int to isinstance, and `year: yes` is a slip that YAML turns into one.
        if year is not None and (isinstance(year, bool) or not isinstance(year, int) or not 1900 <= year <= 2100):
            record.note("year", f"must be a year, or null for a page that carries none, not {year!r}")
            year = None
        if url and not URL.fullmatch(url):
            record.note("url", f"must be an https address, not {url!r}")
        found.append(Source(title=record.text("title"), publisher=record.text("publisher"), year=year, url=url))
        fields.absorb(record)
    return tuple(found)


def _check_dates_and_review(fields: Fields, article: ArticleSource) -> None:
    if article.updated < article.published:
        fields.note("updated", f"{article.updated} is before the day of publication, {article.published}")
    reviewed = (article.reviewed_on is not None, article.reviewer is not None)
    # Nothing is called reviewed that was not, and no review is claimed in passing.
    if article.state == REVIEWED and not all(reviewed):
        fields.note("state", f"{REVIEWED!r} needs a reviewer and the day in reviewed_on")
    if article.state != REVIEWED and any(reviewed):
        fields.note("state", f"{article.state!r} goes with reviewer: null and reviewed_on: null")
