"""What there is to read, held against the vocabulary: from the files alone, so that it needs no database."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from directory.learn import ArticleError, ArticleSource, Problem, check_references, parse, review_statements
from directory.learn.article import REVIEWED
from directory.learn.markdown import COMMENT
from directory.learn.readability import grade
from directory.learn.texts import TextError, TextSource, check_slugs, missing, read_texts
from directory.learn.texts_fields import KINDS, Kind
from directory.management.loading.checking import read

# Written in English first; another language is offered as far as it has got, and English stands in for the rest.
FIRST_LANGUAGE = "en"
HARDEST = 9.0  # years of school, as a median


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table. `grade` is the median reading grade, None where our measure does not know the language."""

    what: str
    lang: str
    there: int
    missing: int
    unreviewed: int
    grade: float | None


def check_content(articles: Path, texts: Path, vocabulary: Path) -> tuple[list[Row], list[Problem]]:
    """The table of what there is, and all that is wrong or missing. Raises VocabularyError."""
    known = _known(vocabulary)
    sources, problems = _read_articles(articles)
    written, faults = _read(texts)
    problems += faults + check_slugs(written, known)
    slugs = {one.slug for one in sources}
    for source in sources:
        found = check_references(source, treatments=known["treatments"], concerns=known["concerns"], articles=slugs)
        problems += found
    lacking = missing(written, known, FIRST_LANGUAGE)
    problems += [Problem(f"{FIRST_LANGUAGE}/{kind}", slug, "has no text") for kind, slug in lacking]
    rows = [*_article_rows(sources), *_text_rows(written, known)]
    problems += [
        Problem(row.lang, row.what, f"read at grade {row.grade:.1f}; at most {HARDEST:.0f} is wanted")
        for row in rows
        if row.grade is not None and row.grade > HARDEST
    ]
    return rows, problems


def statements_to_check(articles: Path, texts: Path) -> list[tuple[str, str]]:
    """(where, statement) of all that is marked for a clinician, articles first; raises TextError."""
    found = [
        (f"{path.name}, line {line}", why)
        for path in sorted(articles.glob("*.md"))
        for line, why in review_statements(path.read_text(encoding="utf-8-sig"))
    ]
    for one in read_texts(texts):
        found += [(f"{one.file}, {one.slug}.{name}", statement) for name, statement in one.unchecked]
    return found


def _known(vocabulary: Path) -> dict[Kind, set[str]]:
    known = read(vocabulary)["procedures"]
    return {
        "treatments": {row["slug"] for row in known["procedures"]},
        "concerns": {row["slug"] for row in known["concerns"]},
    }


def _read_articles(folder: Path) -> tuple[list[ArticleSource], list[Problem]]:
    """The faultless articles, and what is wrong with the others: no treatment, no source or no state among it."""
    found, problems = [], list[Problem]()
    for path in sorted(folder.glob("*.md")):
        try:
            found.append(parse(path))
        except ArticleError as error:
            problems += error.problems
    return found, problems


def _read(folder: Path) -> tuple[list[TextSource], list[Problem]]:
    try:
        return read_texts(folder), []
    except TextError as error:
        return error.texts, list(error.problems)


def _article_rows(sources: list[ArticleSource]) -> Iterator[Row]:
    for lang in sorted({one.lang for one in sources}):
        ours = [one for one in sources if one.lang == lang]
        yield Row(
            what="articles",
            lang=lang,
            there=len(ours),
            missing=0,
            unreviewed=sum(one.state != REVIEWED for one in ours),
            grade=_median(lang, (COMMENT.sub("", one.body) for one in ours)),
        )


def _text_rows(texts: list[TextSource], known: dict[Kind, set[str]]) -> Iterator[Row]:
    for lang in sorted({one.lang for one in texts}):
        for kind in KINDS:
            ours = [one for one in texts if (one.lang, one.kind) == (lang, kind)]
            yield Row(
                what=kind,
                lang=lang,
                there=len(ours),
                missing=sum(found == kind for found, _slug in missing(texts, known, lang)),
                unreviewed=sum(one.state != REVIEWED for one in ours),
                grade=_median(lang, (one.prose for one in ours)),
            )


def _median(lang: str, texts: Iterable[str]) -> float | None:
    grades = [grade(text) for text in texts] if lang == "en" else []
    return statistics.median(grades) if grades else None
