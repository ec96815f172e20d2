"""The public record of listed surgeons: what `surgeons/<slug>/`, the change feed and the exports show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch

from directory.api import addresses
from directory.models import Offering, Practice, Surgeon, today
from directory.search import cards
from directory.search.memory import Memory, current
from directory.search.result import ArticleLink


def records(slugs: Iterable[str], *, site: str, lang: str, on: dt.date | None = None) -> dict[str, dict[str, Any]]:
    """The records of those of `slugs` that are listed on the day, by slug; seven queries for any number."""
    day = on or today()
    memory = current()
    offered = Prefetch("offerings", Offering.objects.select_related("procedure"), to_attr="offered")
    found = Surgeon.objects.listed(day).with_facts(day).filter(slug__in=list(slugs))
    found = found.prefetch_related(offered, "articles")
    return {surgeon.slug: record(surgeon, memory, site=site, lang=lang) for surgeon in found}


def record(surgeon: Any, memory: Memory, *, site: str, lang: str) -> dict[str, Any]:
    """One record, of a surgeon fetched by `records`."""
    offered = {one.procedure.slug for one in surgeon.offered}
    return {
        "slug": surgeon.slug,
        "name": surgeon.full_name,
        "given": surgeon.given_name,
        "family": surgeon.family_name,
        "suffix": surgeon.suffix,
        "credentials": surgeon.credentials,
        "npi": surgeon.npi,
        "gender": surgeon.gender or None,
        "languages": surgeon.languages,
        "biography": surgeon.biography,
        "photo": addresses.photo(site, surgeon.photo.name),
        "practice_since": surgeon.practice_since,
        "membership": surgeon.member_class,
        "candidate": surgeon.member_class == "candidate",
        "education": {
            "medical_school": surgeon.medical_school,
            "residency": surgeon.residency,
            "fellowships": surgeon.fellowships,
        },
        "confirmed_on": cards.iso(surgeon.confirmed_on),
        "evidence": cards.evidence(surgeon, surgeon.current_certifications, surgeon.current_attestations),
        "offerings": [_offering(one, memory, lang) for one in surgeon.offered if one.practice_id is None],
        "practices": [_practice(one, surgeon.offered, memory, lang) for one in surgeon.offices],
        "articles": [_article(one, site) for one in memory.articles if one.procedures & offered],
        "contributed": [{"slug": one.slug, "title": one.title} for one in surgeon.articles.all()],
        "url": addresses.surgeon(site, surgeon.slug),
    }


def _practice(practice: Practice, offered: list[Offering], memory: Memory, lang: str) -> dict[str, Any]:
    here = [one for one in offered if one.practice_id == practice.pk]
    return cards.practice_card(practice) | {
        "hours": practice.hours,
        "offerings": [_offering(one, memory, lang) for one in here],
    }


def _offering(offering: Offering, memory: Memory, lang: str) -> dict[str, Any]:
    assert memory.words is not None  # noqa: S101 - current() reads them
    slug = offering.procedure.slug
    known = memory.words.by_slug.get(slug)
    return {
        "slug": slug,
        "name": known.name(lang) if known else offering.procedure.name,
        "since": offering.since,
        "volume": offering.volume,
        "where_done": offering.where_done,
    }


def _article(article: ArticleLink, site: str) -> dict[str, Any]:
    return {"slug": article.slug, "title": article.title, "url": addresses.article(site, article.slug)}
