"""Our own drawings: where they lie, and how they get into a page."""

from __future__ import annotations

import re
from pathlib import Path

from markdown_it.token import Token

from directory.learn.markdown import html, plain
from directory.learn.sanitising import clean_drawing, clean_prose

FIGURES = Path(__file__).resolve().parents[2] / "fixtures" / "articles" / "figures"

_NAME = re.compile(r"figure:([a-z0-9]+(?:-[a-z0-9]+)*)")


def figure_name(source: str) -> str | None:
    """The name in `figure:name`, or None for any other address of a picture."""
    found = _NAME.fullmatch(source)
    return found[1] if found else None


def standing_figure(stream: list[Token], index: int) -> Token | None:
    """The figure that makes up the whole paragraph opening at `index`, or None."""
    if stream[index].type != "paragraph_open" or stream[index].level:
        return None
    children = stream[index + 1].children or []
    if len(children) == 1 and children[0].type == "image" and figure_name(str(children[0].attrGet("src"))):
        return children[0]
    return None


def figure_html(image: Token, figures: Path) -> str:
    """The drawing with its caption; a drawing that is not there leaves the caption.

    The caption may hold marks and links, like any other line.
    """
    caption = clean_prose(html([_inline(image)]))
    drawing = drawing_html(figure_name(str(image.attrGet("src"))) or "", figures)
    return f"<figure>{drawing}<figcaption>{caption}</figcaption></figure>\n"


def drawing_html(name: str, figures: Path) -> str:
    """The sanitised SVG called `name`, or "" where there is none or it cannot be read."""
    try:
        return clean_drawing((figures / f"{name}.svg").read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return ""


def _inline(image: Token) -> Token:
    return Token("inline", "", 0, content=plain(image), children=image.children)
