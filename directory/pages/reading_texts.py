"""The texts about treatments and concerns in the page's language, English standing in where there is none yet."""

from __future__ import annotations

from collections.abc import Iterable

from directory.models import Text


def texts_about(kind: str, slugs: Iterable[str], lang: str) -> dict[str, Text]:
    """Slug to text, of those that have one; `kind` is "procedure" or "concern". One query."""
    rows = Text.objects.filter(lang__in={"en", lang}, **{f"{kind}__slug__in": list(slugs)}).select_related(kind)
    found: dict[str, Text] = {}
    for text in sorted(rows, key=lambda one: one.lang == lang):
        found[getattr(text, kind).slug] = text
    return found
