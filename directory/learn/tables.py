"""Tables that fold into labelled rows on a phone, as the design's `.table.is-folding` does."""

from __future__ import annotations

from markdown_it.token import Token

from directory.learn.markdown import plain
from directory.learn.sanitising import TABLE_CLASS


def mark_tables(stream: list[Token]) -> None:
    """Name each cell by its column, and make the first cell of a row the row's heading."""
    labels: list[str] = []
    column = 0
    for index, token in enumerate(stream):
        if token.type == "table_open":
            token.attrs, labels = {"class": TABLE_CLASS}, []
        elif token.type == "tr_open":
            column = 0
        elif token.type == "th_open":
            token.attrs = {"scope": "col"}
            labels.append(plain(stream[index + 1]))
        elif token.type == "td_open":
            token.tag, token.attrs = ("td", {"data-label": labels[column]}) if column else ("th", {"scope": "row"})
        elif token.type == "td_close":
            token.tag = "td" if column else "th"
            column += 1
