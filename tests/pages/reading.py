"""What tests of the pages to read share: a page as a browser would take it apart."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote


class Page(HTMLParser):
    """The elements of a page with their attributes, in order; `text` is what a reader sees, spaces mended."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self._words: list[str] = []
        self._script = 0
        self._scripts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag == "script":
            self._script += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._script -= 1

    def handle_data(self, data: str) -> None:
        (self._scripts if self._script else self._words).append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self._words).split())

    @property
    def data(self) -> dict[str, Any]:
        """The block for machines."""
        found: dict[str, Any] = json.loads(next(one for one in self._scripts if one.strip()))
        return found

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def links(self) -> list[str]:
        return [one["href"] for one in self.all("a") if "href" in one]

    @property
    def ids(self) -> list[str]:
        return [one["id"] for _tag, one in self.elements if "id" in one]

    def value(self, name: str) -> str:
        """What the field of this name is filled with."""
        return next(one.get("value", "") for one in self.all("input") if one.get("name") == name)


def open_page(client: Any, url: str, *, status: int = 200) -> Page:
    answer = client.get(url)
    assert answer.status_code == status, f"{url}: {answer.status_code}"
    return Page(answer.content.decode())


def search_for(words: str) -> str:
    """The address of a search for these words."""
    return f"/search?treatment={quote(words)}"
