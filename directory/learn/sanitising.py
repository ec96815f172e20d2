"""The last gate before a page: what an article and a drawing may hold, and nothing else."""

from __future__ import annotations

import re

import nh3

PROSE = {
    "p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "hr", "br", "a", "em", "strong", "sub", "sup",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
PROSE_ATTRIBUTES = {
    "a": {"href"},
    "h2": {"id"},
    "h3": {"id"},
    "table": {"class"},
    "th": {"scope"},
    "td": {"data-label"},
}

DRAWING = {
    "svg", "title", "desc", "g", "text", "tspan",
    "path", "line", "polyline", "polygon", "circle", "ellipse", "rect",
}  # fmt: skip
DRAWING_ATTRIBUTES = {
    "*": {"class", "transform"},
    "svg": {"viewBox", "role", "aria-labelledby"},
    "title": {"id"},
    "desc": {"id"},
    "path": {"d"},
    "line": {"x1", "y1", "x2", "y2"},
    "polyline": {"points"},
    "polygon": {"points"},
    "circle": {"cx", "cy", "r"},
    "ellipse": {"cx", "cy", "rx", "ry"},
    "rect": {"x", "y", "width", "height", "rx"},
    "text": {"x", "y", "text-anchor"},
    "tspan": {"x", "y", "dx", "dy"},
}

TABLE_CLASS = "table is-folding"
INSIDE = re.compile(r"/(?P<kind>treatments|concerns|learn)/(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)/?(?:#[\w-]+)?|#[\w-]+")
OUTSIDE = re.compile(r"https?://[^/?#\s@]+(?:[/?#]\S*)?")

# nh3 writes every attribute in double quotes and escapes them inside values, so this can only match a real link.
_OUTSIDE_LINK = re.compile(r'<a href="(?=https?://)')
_REL = '<a rel="noopener noreferrer" href="'


def allowed_link(address: str) -> bool:
    """Whether an article may lead there: a treatment, concern, article or heading of ours, or another host."""
    return bool(INSIDE.fullmatch(address) or OUTSIDE.fullmatch(address))


def clean_prose(html: str, *, ids: frozenset[str] = frozenset()) -> str:
    """HTML of an article with only the tags Markdown makes; `ids` are those its headings may carry."""

    def keep(tag: str, attribute: str, value: str) -> str | None:
        allowed = {
            "href": allowed_link(value),
            # An id of the author's own could stand in for one of the page's.
            "id": value in ids,
            "class": value == TABLE_CLASS,
            "scope": value in ("row", "col"),
        }
        return value if allowed.get(attribute, True) else None

    cleaned = nh3.clean(
        html,
        tags=PROSE,
        attributes=PROSE_ATTRIBUTES,
        attribute_filter=keep,
        clean_content_tags={"script", "style"},
        url_schemes={"https", "http"},
        link_rel=None,
    )
    return _OUTSIDE_LINK.sub(_REL, cleaned)


def clean_drawing(svg: str) -> str:
    """An SVG of plain shapes and words: no script, link, style, reference or foreign content."""
    cleaned = nh3.clean(
        svg,
        tags=DRAWING,
        attributes=DRAWING_ATTRIBUTES,
        clean_content_tags={"script", "style"},
        url_schemes=set(),
        link_rel=None,
    )
    return cleaned.strip()
