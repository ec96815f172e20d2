"""The texts about treatments and concerns: from YAML files, one folder a language, to checked values.

    fixtures/texts/en/treatments/skin-resurfacing.yaml
    fixtures/texts/en/concerns/f-l.yaml

A statement that a clinician must check ends in `[check]`; the mark is taken out here and no reader sees it.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from directory.learn.article import AWAITING, REVIEWED
from directory.learn.problems import ArticleError, Problem
from directory.learn.texts_fields import KINDS, Kind, read_fields

_SLUG_LINE = re.compile(r"^([^\s#:][^:]*):", re.MULTILINE)


class TextError(ArticleError):
    """Texts that cannot be used. `problems` names every fault in every file; `texts` are all that could be read."""

    def __init__(self, problems: Iterable[Problem], texts: Iterable[TextSource] = ()) -> None:
        super().__init__(problems)
        self.texts = list(texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSource:
    """What one entry says about one treatment or concern, without marks; `unchecked` are (field, statement)."""

    kind: Kind
    slug: str
    lang: str
    file: str
    fields: dict[str, Any]
    reviewed_on: datetime.date | None
    reviewer: str
    unchecked: tuple[tuple[str, str], ...]

    @property
    def state(self) -> str:
        return REVIEWED if self.reviewed_on else AWAITING

    @property
    def prose(self) -> str:
        """All that is written in sentences, a paragraph a line."""
        return "\n".join(value for value in self.fields.values() if isinstance(value, str))


def read_texts(folder: Path) -> list[TextSource]:
    """Every text of every language under `folder`, by language, kind and file; raises TextError with all faults."""
    found, problems = list[TextSource](), list[Problem]()
    for path in sorted(folder.glob("*/*/*.yaml")):
        kind = path.parent.name
        if kind in KINDS:
            for one in _entries(path, path.relative_to(folder).as_posix(), kind, problems):
                found.append(one)
        else:
            problems.append(Problem(path.relative_to(folder).as_posix(), "folder", f"is none of {', '.join(KINDS)}"))
    problems += _twice(found)
    if problems:
        raise TextError(problems, found)
    return found


def check_slugs(texts: Iterable[TextSource], known: Mapping[Kind, Collection[str]]) -> list[Problem]:
    """A problem for each text about something that is not in the vocabulary."""
    return [
        Problem(one.file, one.slug, f"there is no such slug in {one.kind}")
        for one in texts
        if one.slug not in known[one.kind]
    ]


def missing(texts: Iterable[TextSource], known: Mapping[Kind, Collection[str]], lang: str) -> list[tuple[Kind, str]]:
    """The kinds and slugs of the vocabulary that have no text in `lang`."""
    there = {(one.kind, one.slug) for one in texts if one.lang == lang}
    return [(kind, slug) for kind in KINDS for slug in sorted(known[kind]) if (kind, slug) not in there]


def _entries(path: Path, file: str, kind: Kind, problems: list[Problem]) -> Iterator[TextSource]:
    try:
        text = path.read_text(encoding="utf-8")
        values = yaml.load(text, Loader=yaml.CSafeLoader) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        problems.append(Problem(file, "file", f"cannot be read: {error}"))
        return
    if not isinstance(values, dict):
        problems.append(Problem(file, "file", "must be a mapping of slugs"))
        return
    for slug, count in Counter(_SLUG_LINE.findall(text)).items():
        if count > 1:
            problems.append(Problem(file, slug, "is there twice"))
    for slug, value in values.items():
        if not isinstance(value, dict):
            problems.append(Problem(file, str(slug), f"must be a mapping, not {value!r}"))
            continue
        read, faults = read_fields(kind, str(slug), value, file)
        problems += faults
        yield TextSource(kind=kind, slug=str(slug), lang=file.split("/", 1)[0], file=file, **read)


def _twice(texts: Iterable[TextSource]) -> Iterator[Problem]:
    first: dict[tuple[str, Kind, str], str] = {}
    for one in texts:
        before = first.setdefault((one.lang, one.kind, one.slug), one.file)
        if before != one.file:
            yield Problem(one.file, one.slug, f"is also in {before}")
