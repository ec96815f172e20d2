"""A small article that is right in every field, for tests to break one thing at a time."""

from __future__ import annotations

from typing import Any

import yaml

FIELDS: dict[str, Any] = {
    "slug": "dry-skin",
    "title": "Dry skin",
    "summary": "Skin that lacks oil.",
    "lang": "en",
    "treatments": ["chemical-peel"],
    "concerns": ["dull-skin"],
    "published": "2026-11-25",
    "updated": "2026-11-26",
    "reviewed_on": None,
    "reviewer": None,
    "state": "awaiting medical review",
    "contributors": [],
    "experts": [{"name": "Ada Example", "credentials": "MD", "quoted_by": "A society"}],
    "key_points": ["One.", "Two.", "Three."],
    "questions": ["Why?", "When?", "How?", "Who?"],
    "sources": [{"title": "A book", "publisher": "A house", "year": 2020, "url": "https://example.org/book"}],
}
BODY = "## What it is\n\nDry skin is skin that lacks oil.\n"


def article_text(body: str = BODY, **changes: Any) -> str:
    """The file of the sample with some fields changed; a field changed to `...` is left out."""
    values = {name: value for name, value in (FIELDS | changes).items() if value is not ...}
    dump = yaml.safe_dump(values, sort_keys=False, allow_unicode=True)
    # Days stand bare in a file, as an author writes them.
    for name in ("published", "updated", "reviewed_on"):
        dump = dump.replace(f"{name}: '{values.get(name)}'", f"{name}: {values.get(name)}")
    return f"---\n{dump}---\n\n{body}"
