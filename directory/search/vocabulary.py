"""The vocabulary from the database, as the words' resolver takes it."""

from __future__ import annotations

from collections import defaultdict
from typing import Literal, cast

from directory.models import AmbiguousTerm, Concern, ConcernTreatment, Procedure, Term
from directory.search import words
from directory.search.words.model import Role

Key = tuple[Literal["procedure", "concern"], str]


def read_vocabulary() -> words.Vocabulary:
    """All targets, terms and ambiguous terms that are not retired; a handful of queries."""
    english: dict[Key, str] = {
        **{("procedure", slug): name for slug, name in _living(Procedure)},
        **{("concern", slug): name for slug, name in _living(Concern)},
    }
    names: dict[Key, dict[str, str]] = {key: {"en": name} for key, name in english.items()}
    terms: dict[Key, list[words.Term]] = defaultdict(list)
    rows = Term.objects.order_by("pk").values_list("procedure__slug", "concern__slug", "text", "role", "lang")
    for procedure, concern, text, role, lang in rows:
        key: Key = ("procedure", procedure) if procedure else ("concern", concern)
        if key not in names:
            continue
        if role == Term.Role.NAME:
            names[key][lang] = text
        else:
            terms[key].append(words.Term(kind=key[0], slug=key[1], text=text, role=cast(Role, role), lang=lang))
    treated_by = _treatments()
    return words.Vocabulary(
        targets=tuple(
            words.Target(kind=kind, slug=slug, names=names[kind, slug], treated_by=tuple(treated_by[kind, slug]))
            for kind, slug in names
        ),
        terms=tuple(term for key in names for term in terms[key]),
        ambiguous=tuple(_ambiguous()),
    )


def _living(model: type[Procedure] | type[Concern]) -> list[tuple[str, str]]:
    return list(model._default_manager.filter(retired=False).order_by("pk").values_list("slug", "name"))


def _treatments() -> dict[Key, list[str]]:
    """The procedures of each concern that are not retired, most typical first."""
    used: dict[Key, list[str]] = defaultdict(list)
    rows = ConcernTreatment.objects.filter(procedure__retired=False).order_by("concern_id", "position")
    for concern, procedure in rows.values_list("concern__slug", "procedure__slug"):
        used["concern", concern].append(procedure)
    return used


def _ambiguous() -> list[words.Ambiguous]:
    return [
        words.Ambiguous(
            term=term.term,
            means=tuple(one.procedure.slug for one in term.ambiguousmeaning_set.all()),
            note=term.note,
        )
        for term in AmbiguousTerm.objects.prefetch_related("ambiguousmeaning_set__procedure")
    ]
