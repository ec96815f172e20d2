"""The filters beside the list, with how many each would leave, and the chosen ones as chips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from directory.pages.search_labels import filters, value_label, values
from directory.pages.search_ways import Way, way
from directory.pages.wording import short
from directory.search.criteria import Criteria
from directory.search.memory import Words
from directory.search.result import SearchResult

RADII = (10, 25, 50, 100, 250)
MOST_TREATMENTS = 6
MOST_LANGUAGES = 6
Option = tuple[str, str, str, int | None, bool, bool]  # name, value, label, count, chosen, empty
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (_("Visit"), ("accepting", "telehealth", "accessibility")),
    (_("Certificate"), ("certification", "subspecialty")),
    (_("Facility"), ("accreditation",)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Some tick boxes under one heading; `folded` until it is opened or something in it is chosen."""

    legend: str
    options: list[Option]
    folded: bool = False
    one: bool = False


def groups(result: SearchResult, words: Words, lang: str) -> list[Group]:
    criteria, facets, labels = result.criteria, result.facets, filters(lang)
    made = [
        Group(legend=labels["procedure"], options=_treatments(result, words, lang)),
        Group(legend=labels["language"], options=_languages(criteria, facets.get("language", {}), lang)),
    ]
    for legend, names in GROUPS:
        options = [option for name in names for option in _options(criteria, name, facets.get(name, {}), lang)]
        folded = legend != GROUPS[0][0] and not any(option[4] for option in options)
        made.append(Group(legend=gettext(legend), options=options, folded=folded))
    gender = _options(criteria, "gender", facets.get("gender", {}), lang)
    made.append(Group(legend=labels["gender"], options=_with_any("gender", gender), folded=True, one=True))
    years = _options(criteria, "experience", None, lang)
    made.append(Group(legend=labels["experience"], options=_with_any("experience", years), folded=True, one=True))
    return [group for group in made if group.options]


def _chosen(criteria: Criteria, name: str) -> tuple[str, ...]:
    return criteria.filters.get(name, ())


def _options(criteria: Criteria, name: str, counts: dict[str, int] | None, lang: str) -> list[Option]:
    chosen = _chosen(criteria, name)
    made: list[Option] = []
    for value, label in values(name, lang).items():
        count = None if counts is None else counts.get(value, 0)
        on = value in chosen
        made.append((name, value, label, count, on, count == 0 and not on))
    return made


def _with_any(name: str, options: list[Option]) -> list[Option]:
    return [(name, "", gettext("Any"), None, not any(option[4] for option in options), False), *options]


def _treatments(result: SearchResult, words: Words, lang: str) -> list[Option]:
    """The treatments that were asked for, or where it is one or none the most offered; chosen ones always."""
    counts = result.facets.get("procedure", {})
    chosen = result.criteria.procedure
    asked = result.treatment.procedures if result.treatment else ()
    offered = asked if len(asked) > 1 else tuple(slug for slug in counts if slug not in asked)
    shown = dict.fromkeys((*chosen, *offered[:MOST_TREATMENTS]))
    return [
        ("procedure", slug, short(words.by_slug[slug].name(lang)), counts.get(slug, 0), slug in chosen,
         not counts.get(slug) and slug not in chosen)
        for slug in shown
        if slug in words.by_slug
    ]  # fmt: skip


def _languages(criteria: Criteria, counts: dict[str, int], lang: str) -> list[Option]:
    most = sorted(counts, key=lambda code: -counts[code])[:MOST_LANGUAGES]
    shown = dict.fromkeys((*criteria.language, *most, "en", "es"))
    return [
        ("language", code, value_label("language", code, lang), counts.get(code, 0), code in criteria.language,
         not counts.get(code) and code not in criteria.language)
        for code in shown
    ]  # fmt: skip


def chips(criteria: Criteria, words: Words, lang: str) -> list[Way]:
    """Each chosen filter, leading to the same question without it."""
    made = []
    for name, chosen in criteria.filters.items():
        for value in chosen:
            left: Any = tuple(one for one in getattr(criteria, name) if one != value) if _many(criteria, name) else None
            known = words.by_slug.get(value) if name == "procedure" else None
            label = known.name(lang) if known else value_label(name, value, lang)
            made.append(way(criteria, label, **{name: left}))
    return made


def _many(criteria: Criteria, name: str) -> bool:
    return isinstance(getattr(criteria, name), tuple)


def radii(criteria: Criteria, used: float | None) -> list[tuple[str, bool]]:
    """The distances on offer, in the asked unit, the used one among them and marked."""
    now = criteria.radius or used
    known = sorted({float(one) for one in RADII} | ({float(round(now))} if now else set()))
    return [(f"{one:g}", bool(now) and one == round(now or 0)) for one in known]
