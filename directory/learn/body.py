"""What a body says about itself: faults an author should mend, links, statements a clinician must check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from markdown_it.token import Token

from directory.learn import markdown
from directory.learn.figures import FIGURES, drawing_html, figure_name, standing_figure
from directory.learn.sanitising import allowed_link

_CHECK = re.compile(r"<!--\s*check:\s*(.*?)\s*-->", re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---\s*\n.*?^---\s*$", re.DOTALL | re.MULTILINE)


def review_statements(text: str) -> list[tuple[int, str]]:
    """The lines (from 1) marked `<!-- check: why -->`, and why each needs a clinician's eye."""
    return [(text.count("\n", 0, found.start()) + 1, " ".join(found[1].split())) for found in _CHECK.finditer(text)]


def links(text: str) -> list[tuple[int, str]]:
    """Every link of a body as (line, address); the line is that of its paragraph."""
    return [
        (line, str(child.attrGet("href")))
        for line, inline in _inlines(_stream(text))
        for child in inline.children or ()
        if child.type == "link_open"
    ]


def check_body(text: str, *, figures: Path = FIGURES) -> list[tuple[int, str]]:
    """What rendering would change or drop, as (line, message), so that an author hears of it before a reader does.

    `text` may be a whole file or a body alone; lines are counted from its beginning.
    """
    stream = _stream(text)
    problems = [
        (line, f"the link to {url} leads nowhere we allow") for line, url in links(text) if not allowed_link(url)
    ]
    problems += _comment_problems(text)
    problems += _heading_problems(stream)
    problems += _html_problems(stream)
    problems += _picture_problems(stream, figures)
    return sorted(problems)


def _stream(text: str) -> list[Token]:
    """Tokens with their lines kept: what is cut out leaves its line breaks behind."""

    def blank(found: re.Match[str]) -> str:
        return "\n" * found[0].count("\n")

    return markdown.tokens(markdown.COMMENT.sub(blank, _FRONT_MATTER.sub(blank, text)))


def _inlines(stream: list[Token]) -> Iterator[tuple[int, Token]]:
    return ((token.map[0] + 1 if token.map else 0, token) for token in stream if token.type == "inline")


def _comment_problems(text: str) -> Iterator[tuple[int, str]]:
    for found in markdown.COMMENT.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        if not found[0].endswith("-->"):
            yield line, "a comment is never closed"
        elif not _CHECK.fullmatch(found[0]):
            yield line, "a comment must read <!-- check: why -->"


def _heading_problems(stream: list[Token]) -> Iterator[tuple[int, str]]:
    for index, token in enumerate(stream):
        if token.type == "heading_open":
            line, title = (token.map or [0])[0] + 1, markdown.plain(stream[index + 1]).strip()
            if token.tag == "h1":
                yield line, "a heading begins with ## (the page has its title already)"
            if title.casefold() in ("sources", "fuentes"):
                yield line, f"the page adds {title!r} itself, from the front matter"


def _html_problems(stream: list[Token]) -> Iterator[tuple[int, str]]:
    for token in stream:
        if token.type == "html_block":
            yield (token.map or [0])[0] + 1, "HTML is not kept; write Markdown"
    for line, inline in _inlines(stream):
        if any(child.type == "html_inline" for child in inline.children or ()):
            yield line, "HTML is not kept; write Markdown"


def _picture_problems(stream: list[Token], figures: Path) -> Iterator[tuple[int, str]]:
    standing = {id(image) for index in range(len(stream)) if (image := standing_figure(stream, index))}
    for line, inline in _inlines(stream):
        for image in (child for child in inline.children or () if child.type == "image"):
            name = figure_name(str(image.attrGet("src")))
            if name is None:
                yield line, "a picture must be one of ours: ![caption](figure:name)"
            elif id(image) not in standing:
                yield line, f"the figure {name} must stand alone in its paragraph"
            elif not drawing_html(name, figures):
                yield line, f"there is no figure {name}.svg"
            elif not markdown.plain(image).strip():
                yield line, f"the figure {name} needs a caption"
