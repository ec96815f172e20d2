"""What the reader of a surgeon's page had asked the search, if she came from there: it is all in the address."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from directory.places import Place, Point
from directory.search.criteria import Criteria
from directory.search.memory import Words
from directory.search.parameters import BadParameters, parse, query_string
from directory.search.understanding import read_place, read_treatment


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`words` are the reader's own, empty when only treatments were picked; `back` is the search she came from."""

    words: str
    procedures: tuple[str, ...]
    place: Place | None
    origin: Point | None
    unit: str
    back: str


def read_question(query: QueryDict, words: Words) -> Question | None:
    """The question in the address; None where there is none, or none that can be read: the page stands without it."""
    try:
        criteria = parse(query, strict=False)
    except BadParameters:
        return None
    asked = query_string(criteria)
    if not asked:
        return None
    origin = read_place(criteria)
    return Question(
        words=criteria.treatment,
        procedures=_procedures(criteria, words),
        place=origin.place,
        origin=origin.point,
        unit=criteria.unit,
        back=f"{reverse('search')}?{asked}",
    )


def _procedures(criteria: Criteria, words: Words) -> tuple[str, ...]:
    treatment = read_treatment(words, criteria)
    return tuple(dict.fromkeys((*(treatment.procedures if treatment else ()), *criteria.procedure)))
