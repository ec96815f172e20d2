"""The one door: Criteria in, SearchResult out, for pages, REST and FHIR alike."""

from __future__ import annotations

import dataclasses
import logging

from directory.models import today
from directory.places.point import METRES_PER_MILE
from directory.search import arrays, cursors, facets, hits, sql
from directory.search.criteria import Criteria, Sort
from directory.search.folding import fold
from directory.search.geometry import Circle
from directory.search.masks import DATED, FLAGS, LANGUAGES, NO_PROCEDURES
from directory.search.memory import Memory, Words, current
from directory.search.plan import Found, Plan, Row
from directory.search.result import Outcome, SearchResult, TreatmentReading
from directory.search.understanding import Origin, procedure_masks, read_place, read_treatment

log = logging.getLogger(__name__)
# Where fewer than this are inside the radius, the nearest beyond it are added.
FEW = 10
BEYOND = 5


def search(criteria: Criteria) -> SearchResult:
    """Answers a question; never an empty page without saying which of the named outcomes it is.

    Raises BadParameters for a procedure that does not exist or a cursor of another question.
    """
    memory = current()
    assert memory.words is not None  # noqa: S101 - current() reads them
    treatment, origin = read_treatment(memory.words, criteria), read_place(criteria)
    result = SearchResult(
        criteria=criteria,
        outcome="found",
        treatment=treatment,
        place=origin.resolution,
        place_taken=origin.place,
        origin=origin.point,
        radius_miles=origin.radius_miles,
        articles=hits.articles_for(memory.articles, treatment, criteria.procedure),
        revisions=memory.revisions,
    )
    plan = plan_for(memory.words, criteria, treatment, origin)
    if not_understood := _not_understood(treatment, origin):
        result.outcome = not_understood
        return result
    found = find(memory, plan)
    result.total = found.total
    result.facets = facets.named(found.tally, memory.words)
    beyond = nearest_outside(memory, plan, BEYOND) if origin.point and found.total < FEW and not found.more else []
    asked = plan_procedures(criteria, treatment)
    result.hits, result.beyond, mark = hits.build(
        memory, found.rows, beyond, asked=asked, day=plan.day, lang=criteria.lang
    )
    if not origin.point:
        for hit in result.hits:
            hit.distance_miles = None
    if found.more and mark:
        result.next_cursor = cursors.write(criteria, mark)
    result.outcome = _outcome(result)
    if not result.total:
        result.relax = _relax(memory, criteria, treatment, origin)
    return result


def plan_procedures(criteria: Criteria, treatment: TreatmentReading | None) -> tuple[str, ...]:
    """The procedures asked for, by words first, then by slug."""
    return tuple(dict.fromkeys((*(treatment.procedures if treatment else ()), *criteria.procedure)))


def plan_for(words: Words, criteria: Criteria, treatment: TreatmentReading | None, origin: Origin) -> Plan:
    """The question in numbers; raises BadParameters for an unknown procedure or a foreign cursor."""
    circle = None
    if origin.point and origin.radius_miles is not None:
        circle = Circle(centre=origin.point, radius_metres=origin.radius_miles * METRES_PER_MILE)
    day = today()
    flags = 0
    chosen = criteria.filters
    for name, values in FLAGS.items():
        for value in chosen.get(name, ()):
            flags |= values[value]
    sort: Sort = criteria.sort or ("distance" if circle else "name")
    return Plan(
        day=day,
        circle=circle,
        any_of=procedure_masks(words, treatment.procedures) if treatment else NO_PROCEDURES,
        all_of=procedure_masks(words, criteria.procedure),
        flags=flags,
        dated=any(getattr(criteria, name) for name in DATED),
        languages=sum(LANGUAGES[code] for code in criteria.language),
        since_at_most=None if criteria.experience is None else day.year - criteria.experience,
        names=tuple(fold(criteria.name).split()),
        sort=sort,
        after=cursors.read(criteria),
        limit=criteria.limit,
    )


def find(memory: Memory, plan: Plan) -> Found:
    """The quick engine where it can answer, else the reference."""
    if memory.arrays is not None and not plan.names:
        try:
            return arrays.find(memory.arrays, plan)
        except LookupError:
            log.info("the quick engine could not place a cursor; the reference engine answers")
    return sql.find(plan)


def nearest_outside(memory: Memory, plan: Plan, count: int) -> list[Row]:
    if memory.arrays is not None and not plan.names:
        return arrays.nearest_outside(memory.arrays, plan, count)
    return sql.nearest_outside(plan, count)


def _not_understood(treatment: TreatmentReading | None, origin: Origin) -> Outcome | None:
    if origin.resolution and origin.point is None:
        return "geocoder_down" if origin.resolution.outcome == "unavailable" else "place_unknown"
    # "A plastic surgeon near me" names no treatment, and is no riddle either: everyone here may be the answer.
    if treatment and not treatment.procedures and treatment.reading.outcome != "empty":
        return "treatment_unknown"
    return None


def _outcome(result: SearchResult) -> Outcome:
    if not result.total:
        return "nobody_in_radius" if result.beyond else "too_many_filters"
    if result.treatment and result.treatment.reading.outcome == "ambiguous":
        return "treatment_ambiguous"
    if result.place and result.place.outcome == "ambiguous":
        return "place_ambiguous"
    return "found"


def _relax(memory: Memory, criteria: Criteria, treatment: TreatmentReading | None, origin: Origin) -> dict[str, int]:
    """How many each filter alone keeps away, for those that keep anyone away."""
    assert memory.words is not None  # noqa: S101
    counts = {}
    for name in criteria.filters:
        empty = getattr(Criteria(), name)
        without = dataclasses.replace(criteria, cursor="", **{name: empty})
        total = find(memory, plan_for(memory.words, without, treatment, origin)).total
        if total:
            counts[name] = total
    return counts
