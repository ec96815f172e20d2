"""The one Markdown dialect of articles: CommonMark, tables, and quotation marks that curl."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def tokens(body: str) -> list[Token]:
    """The block tokens of a body, its comments gone. Never raises: any text is Markdown."""
    return _PARSER.parse(without_comments(body))


def html(stream: list[Token]) -> str:
    """HTML of some block tokens, not yet safe to show."""
    rendered: str = _PARSER.renderer.render(stream, _PARSER.options, {})
    return rendered


def without_comments(body: str) -> str:
    """The body without its notes to reviewers; one never closed takes the rest with it."""
    # Lone surrogates cannot be written as UTF-8, which the sanitiser needs.
    return COMMENT.sub("", body.encode("utf-8", "replace").decode("utf-8"))


def plain(inline: Token) -> str:
    """The words of an inline token, without its marks."""
    parts = []
    for child in inline.children or ():
        if child.type in ("text", "code_inline", "image"):
            parts.append(plain(child) if child.type == "image" else child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts)


def _parser() -> MarkdownIt:
    # html=True only lets raw HTML reach the sanitiser, which keeps its words and drops what is not allowed;
    # with html=False an author's stray tag would stand in the page as text.
    parser = MarkdownIt("commonmark", {"html": True, "typographer": True}).enable(["table", "smartquotes"])
    # markdown-it would leave a refused link standing as typed; the sanitiser takes the address and keeps the words.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    # Pictures are our own figures, which stand alone and are put in elsewhere; any other leaves its description.
    parser.add_render_rule("image", lambda self, stream, index, options, env: _escaped(plain(stream[index])))
    return parser


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


_PARSER = _parser()
