"""Reading rendered HTML as a browser would, to judge it by its tags and not by its letters."""

from __future__ import annotations

from html.parser import HTMLParser


class Page(HTMLParser):
    """The tags of some HTML: `tags` as (name, attributes), and the text between them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def named(self, *names):
        return [attributes for tag, attributes in self.tags if tag in names]


def dangers(html: str) -> list[str]:
    """What could act, restyle or load: [] is what we want."""
    found = []
    for tag, attributes in Page(html).tags:
        if tag in {
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "form",
            "base",
            "link",
            "meta",
            "img",
            "use",
            "image",
        }:
            found.append(tag)
        for name, value in attributes.items():
            if name.startswith("on") or name in {"style", "src", "srcset", "xlink:href"}:
                found.append(f"{tag} {name}")
            if name == "href" and not (value or "").startswith(("https://", "http://", "/", "#")):
                found.append(f"{tag} {name}={value}")
    return found
