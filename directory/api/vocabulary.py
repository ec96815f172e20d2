"""GET treatments/ and concerns/: the vocabulary. Its slugs are public ids and stay."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from rest_framework.request import Request

from directory.api import addresses
from directory.api import parameters as own
from directory.api.addresses import site as site_of
from directory.api.filters import ConcernFilter, TreatmentFilter
from directory.api.lists import ListRead
from directory.api.problems import NotThere
from directory.api.reads import Read
from directory.models import Concern, Procedure, Term, Text
from directory.search.memory import current
from directory.search.result import ArticleLink


class Treatments(ListRead):
    """What surgeons do, in the order of the slugs."""

    filterset = TreatmentFilter
    parameters = ListRead.parameters | own.table(own.only_fields("Treatment"))

    def rows(self) -> QuerySet[Procedure]:
        return Procedure.objects.filter(retired=False).select_related("category")

    def shown(self, rows: list[Procedure], site: str) -> list[dict[str, Any]]:
        named = names(self.lang, "procedure")
        return [treatment(one, named, site) for one in rows]


class Treatment(Read):
    """One treatment: its other names, what it is used for, what to read, and where to search."""

    parameters = own.table(own.LANG, own.only_fields("TreatmentDetail"))
    max_age = 300

    def answer(self, request: Request, asked: dict[str, Any], **captured: str) -> dict[str, Any]:
        living = Procedure.objects.filter(retired=False).select_related("category")
        found = living.filter(slug=captured["slug"]).first()
        if found is None:
            raise NotThere("treatment")
        site, named = site_of(request), names(self.lang, "procedure")
        concerns = names(self.lang, "concern")
        memory = current()
        self.revisions = memory.revisions
        whole = treatment(found, named, site) | {
            "also_called": also_called(Q(procedure=found), self.lang),
            "includes": [linked(one, named, addresses.treatment, site) for one in found.includes.all()],
            "part_of": [linked(one, named, addresses.treatment, site) for one in found.part_of.all()],
            "concerns": [
                linked(one, concerns, addresses.concern, site) for one in found.concerns.filter(retired=False)
            ],
            "articles": [article_link(one, site) for one in memory.articles if found.slug in one.procedures],
            "text": text(Text.objects.best(self.lang, procedure=found)),
            "search": f"{site}{addresses.BASE}surgeons/?procedure={found.slug}",
        }
        return own.only(whole, asked["fields"])


class Concerns(ListRead):
    """What bothers patients, in the order of the slugs."""

    filterset = ConcernFilter
    parameters = ListRead.parameters | own.table(own.only_fields("Linked"))

    def rows(self) -> QuerySet[Concern]:
        return Concern.objects.filter(retired=False)

    def shown(self, rows: list[Concern], site: str) -> list[dict[str, Any]]:
        named = names(self.lang, "concern")
        return [linked(one, named, addresses.concern, site) for one in rows]


class OneConcern(Read):
    """One concern: what is used for it, most typical first, what to read, and where to search."""

    parameters = own.table(own.LANG, own.only_fields("ConcernDetail"))
    max_age = 300

    def answer(self, request: Request, asked: dict[str, Any], **captured: str) -> dict[str, Any]:
        found = Concern.objects.filter(retired=False, slug=captured["slug"]).first()
        if found is None:
            raise NotThere("concern")
        site, named = site_of(request), names(self.lang, "procedure")
        memory = current()
        self.revisions = memory.revisions
        treatments = found.treatments.filter(retired=False).order_by("concerntreatment__position")
        whole = linked(found, names(self.lang, "concern"), addresses.concern, site) | {
            "also_called": also_called(Q(concern=found), self.lang),
            "treatments": [linked(one, named, addresses.treatment, site) for one in treatments],
            "articles": [article_link(one, site) for one in memory.articles if found.slug in one.concerns],
            "text": text(Text.objects.best(self.lang, concern=found)),
            "search": f"{site}{addresses.BASE}surgeons/?treatment={found.slug}",
        }
        return own.only(whole, asked["fields"])


def text(found: Text | None) -> dict[str, Any] | None:
    """What the page says, in the language it is written in; English where the asked one is not there yet."""
    if found is None:
        return None
    fields: dict[str, Any] = found.fields
    return fields | {
        "lang": found.lang,
        "state": found.state,
        "reviewed_on": found.reviewed_on.isoformat() if found.reviewed_on else None,
        "reviewer": found.reviewer or None,
        "updated": found.updated.isoformat(),
    }


def treatment(one: Procedure, named: dict[str, str], site: str) -> dict[str, Any]:
    return linked(one, named, addresses.treatment, site) | {
        "category": {"slug": one.category.slug, "name": one.category.name},
        "kind": one.kind,
        "track": one.track,
    }


def linked(one: Procedure | Concern, named: dict[str, str], address: Any, site: str) -> dict[str, Any]:
    return {"slug": one.slug, "name": named.get(one.slug, one.name), "url": address(site, one.slug)}


def names(lang: str, what: str) -> dict[str, str]:
    """Slug to name in a language, of all procedures or concerns that have one there; English is the record's own."""
    if lang == "en":
        return {}
    rows = Term.objects.filter(role=Term.Role.NAME, lang=lang, **{f"{what}__isnull": False})
    return dict(rows.values_list(f"{what}__slug", "text"))


def also_called(whose: Q, lang: str) -> list[str]:
    return list(Term.objects.filter(whose, role=Term.Role.SYNONYM, lang=lang).values_list("text", flat=True))


def article_link(article: ArticleLink, site: str) -> dict[str, Any]:
    return {"slug": article.slug, "title": article.title, "url": addresses.article(site, article.slug)}
