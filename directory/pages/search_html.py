"""The repeated parts of the results page, written straight as HTML.

A page has twenty rows of two dozen values and forty tick boxes; as template loops these were two thirds of what a
search costs. Every value goes through `escape`; what is between them is ours. templates/pages/design.html shows both.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from directory.pages.search_filters import Group
from directory.pages.search_rows import Line, Row

PIN = "M14 35c-3-7-13-11-13-21a13 13 0 0 1 26 0c0 10-10 14-13 21Z"


class ListHTML:
    """Writes rows and filters; the page's words and the icons' address are looked up once."""

    def __init__(self, icons: str) -> None:
        self.icon = {
            name: f'<svg class="icon" aria-hidden="true"><use href="{escape(icons)}#{name}"/></svg>'
            for name in ("check", "clock", "dash", "next", "phone", "plus")
        }
        self.call, self.shortlist = escape(gettext("Call")), escape(gettext("Shortlist"))
        self.candidate = escape(gettext("Not yet board certified"))
        self.more = escape(gettext("more at other practices"))

    def rows(self, rows: Iterable[Row]) -> SafeString:
        return mark_safe("".join(self._row(row) for row in rows))  # noqa: S308 - every value is escaped in _row

    def filters(self, groups: Iterable[Group]) -> SafeString:
        return mark_safe("".join(self._group(group) for group in groups))  # noqa: S308 - every value is escaped

    def _group(self, group: Group) -> str:
        legend, boxes = escape(group.legend), _ticks(group)
        if not group.folded:
            return f'<fieldset class="group"><legend class="legend">{legend}</legend>\n{boxes}</fieldset>\n'
        return (
            f'<details class="group"><summary>{self.icon["next"]} {legend}</summary>'
            f'<fieldset><legend class="vh">{legend}</legend>\n{boxes}</fieldset></details>\n'
        )

    def _row(self, row: Row) -> str:
        number, url, name = row["number"], escape(row["url"]), escape(row["name"])
        far = f'<strong class="num">{row["distance"]}</strong>' if row["distance"] else ""
        credentials = f', <span class="cred">{escape(row["credentials"])}</span>' if row["credentials"] else ""
        tag = f'<p><span class="tag">{self.candidate}</span></p>' if row["candidate"] else ""
        match = f'<p class="match">{escape(row["match"])}</p>' if row["match"] else ""
        evidence = "".join(self._line(line) for line in row["evidence"])
        more = f'<br><a href="{url}#practices">{row["more"]} {self.more}</a>' if row["more"] else ""
        return (
            f'<li class="result{" is-beyond" if row["beyond"] else ""}" id="s{number}">'
            f'<p class="mile"><svg class="marker" viewBox="0 0 28 36" aria-hidden="true"><path d="{PIN}"/>'
            f'<text x="14" y="19">{number}</text></svg>{far}<span class="where">{escape(row["town"])}</span></p>'
            f'<div class="who"><h3><a href="{url}">{name}</a>{credentials}</h3>{tag}{match}</div>'
            f'<span class="plate" aria-hidden="true">{self._face(row)}</span>'
            f'<div class="more"><ul class="evid">{evidence}</ul>'
            f"<address><strong>{escape(row['practice'])}</strong><br>{escape(row['address'])}{more}</address>"
            f'<p class="acts">{self._call(row, name)}<button class="btn is-plain" type="button"'
            f' data-shortlist="{escape(row["slug"])}" hidden>{self.icon["plus"]} {self.shortlist}'
            f'<span class="vh">: {name}</span></button></p></div></li>\n'
        )

    def _line(self, line: Line) -> str:
        look, icon, sentence, day = line
        return f'<li class="{look}">{self.icon[icon]}<span>{escape(sentence)} <small>{escape(day)}</small></span></li>'

    def _face(self, row: Row) -> str:
        if row["photo"]:
            return f'<img src="{escape(row["photo"])}" width="64" height="80" alt="" loading="lazy">'
        return "".join(f"<i>{escape(letter)}</i>" for letter in row["initials"])

    def _call(self, row: Row, name: str) -> str:
        if not row["tel"]:
            return ""
        return (
            f'<a class="btn" href="tel:{escape(row["tel"])}">{self.icon["phone"]}<span class="vh">{self.call} </span>'
            f'{escape(row["phone"])}<span class="vh">, {name}</span></a> '
        )


def _ticks(group: Group) -> str:
    """The boxes of one group of filters, each with how many surgeons it would leave."""
    kind = "radio" if group.one else "checkbox"
    made = []
    for name, value, label, count, chosen, empty in group.options:
        number = "" if count is None else f'<span class="num"><span class="vh">, </span>{count}</span>'
        state = f"{' checked' if chosen else ''}{' disabled' if empty else ''}"
        made.append(
            f'<label class="tick"><input type="{kind}" name="{name}" value="{escape(value)}"{state}>'
            f"<span>{escape(label)}</span>{number}</label>\n"
        )
    return "".join(made)
