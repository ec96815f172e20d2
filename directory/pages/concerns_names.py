"""The concerns by name, in the page's language."""

from __future__ import annotations

from directory.models import Concern, Term


def concern_names(lang: str) -> dict[str, str]:
    """Slug to name of every concern in the vocabulary, in the order of the names; one query, two but in English."""
    names = dict(Concern.objects.filter(retired=False).values_list("slug", "name"))
    if lang != "en":
        terms = Term.objects.filter(concern__retired=False, role=Term.Role.NAME, lang=lang)
        names |= dict(terms.values_list("concern__slug", "text"))
    return dict(sorted(names.items(), key=lambda pair: pair[1].casefold()))
