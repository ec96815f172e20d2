"""From the Markdown of an article to HTML that is safe to put in a page."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import NamedTuple

from markdown_it.token import Token

from directory.learn import markdown
from directory.learn.figures import FIGURES, figure_html, standing_figure
from directory.learn.headings import TocEntry, mark_headings
from directory.learn.sanitising import clean_prose
from directory.learn.tables import mark_tables

__all__ = ["Rendered", "TocEntry", "render"]

WORDS_A_MINUTE = 200
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


class Rendered(NamedTuple):
    """A body ready for a page. `minutes` of reading is rounded up, at least 1."""

    html: str
    toc: tuple[TocEntry, ...]
    words: int
    minutes: int


def render(body: str, *, figures: Path = FIGURES) -> Rendered:
    """HTML of a body, with its drawings from `figures` put in. Never raises, whatever the text.

    The HTML is sanitised: it may be marked safe in a template.
    """
    stream = markdown.tokens(body)
    toc = mark_headings(stream)
    mark_tables(stream)
    words = sum(len(_WORD.findall(markdown.plain(token))) for token in stream if token.type == "inline")
    html = "".join(_parts(stream, frozenset(entry.id for entry in toc), figures))
    return Rendered(html, toc, words, max(1, math.ceil(words / WORDS_A_MINUTE)))


def _parts(stream: list[Token], ids: frozenset[str], figures: Path) -> list[str]:
    """The page in pieces, each cleaned by its own rules: prose may hold no SVG, and only our files make drawings."""
    parts, prose, index = [], list[Token](), 0
    while index < len(stream):
        image = standing_figure(stream, index)
        if image is None:
            prose.append(stream[index])
            index += 1
        else:
            parts += [clean_prose(markdown.html(prose), ids=ids), figure_html(image, figures)]
            prose, index = [], index + 3  # the paragraph's opening, its one line, its end
    parts.append(clean_prose(markdown.html(prose), ids=ids))
    return parts
