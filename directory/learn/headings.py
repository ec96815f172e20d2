"""Headings of an article: their ids and the table of contents."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from markdown_it.token import Token

from directory.learn.markdown import plain

# Ids that the page around an article uses itself.
RESERVED = frozenset({"main", "nav", "keys", "sources", "questions", "search", "reviewers", "place", "treatment"})


class TocEntry(NamedTuple):
    """A heading of the body. `level` is 2 or 3."""

    id: str
    title: str
    level: int


def mark_headings(stream: list[Token]) -> tuple[TocEntry, ...]:
    """Give each heading an id, and answer with those of levels 2 and 3.

    A heading of level 1 becomes level 2, because the page has its one h1 already.
    """
    used = set(RESERVED)
    entries = []
    for index, token in enumerate(stream):
        if token.type not in ("heading_open", "heading_close"):
            continue
        token.tag = f"h{min(max(int(token.tag[1]), 2), 4)}"
        if token.type == "heading_open" and token.tag != "h4" and not token.level:
            title = " ".join(plain(stream[index + 1]).split())
            token.attrs = {"id": _unique(_slug(title), used)}
            entries.append(TocEntry(str(token.attrs["id"]), title, int(token.tag[1])))
    return tuple(entries)


def _slug(title: str) -> str:
    folded = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", folded.replace("'", "")).strip("-") or "part"


def _unique(slug: str, used: set[str]) -> str:
    candidate, n = slug, 1
    while candidate in used:
        n += 1
        candidate = f"{slug}-{n}"
    used.add(candidate)
    return candidate
