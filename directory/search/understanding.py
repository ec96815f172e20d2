"""From the patient's words to procedures, and from a place's words to a point and a radius."""

from __future__ import annotations

from dataclasses import dataclass

from directory.models.procedures import MAX_ORDINAL
from directory.places import Place, Point, Resolution, nearest, resolve
from directory.search.criteria import DEFAULT_RADIUS_MILES, Criteria
from directory.search.masks import NO_PROCEDURES, procedure_words
from directory.search.masks import Words as MaskWords
from directory.search.memory import Words
from directory.search.parameters import BadParameters
from directory.search.result import TreatmentReading


def read_treatment(words: Words, criteria: Criteria) -> TreatmentReading | None:
    """How the treatment's words are taken; None when none were given. A slug is taken as it is."""
    if not criteria.treatment:
        return None
    reading = words.resolver.read(criteria.treatment, lang=criteria.lang)
    if reading.outcome == "ambiguous":
        meant = tuple(
            dict.fromkeys(slug for match in reading.matches for slug in _procedures(words, match.kind, match.slug))
        )
        return TreatmentReading(reading=reading, procedures=meant)
    if reading.outcome != "found":
        return TreatmentReading(reading=reading)
    best = reading.matches[0]
    return TreatmentReading(
        reading=reading,
        kind=best.kind,
        slug=best.slug,
        name=best.name,
        procedures=_procedures(words, best.kind, best.slug),
    )


def _procedures(words: Words, kind: str, slug: str) -> tuple[str, ...]:
    return (slug,) if kind == "procedure" else words.concerns[slug]


def procedure_masks(words: Words, slugs: tuple[str, ...]) -> MaskWords:
    """The masks of these procedures; raises BadParameters when one is not in the vocabulary."""
    if unknown := [slug for slug in slugs if slug not in words.by_slug]:
        raise BadParameters(
            {"procedure": f"There is no treatment {', '.join(unknown)}; /api/v1/treatments/ lists all slugs."}
        )
    ordinals = [words.by_slug[slug].ordinal for slug in slugs]
    return procedure_words(ordinal for ordinal in ordinals if ordinal <= MAX_ORDINAL) if ordinals else NO_PROCEDURES


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where to search from. `point` is None when no place was asked, or none is known (see `resolution`)."""

    resolution: Resolution | None = None
    place: Place | None = None
    point: Point | None = None
    radius_miles: float | None = None


def read_place(criteria: Criteria) -> Origin:
    """The point and the radius in miles: the asked one, else the place's own (a state has one), else the default."""
    asked = criteria.radius_miles
    if criteria.near:
        place = nearest(criteria.near)
        return Origin(place=place, point=criteria.near, radius_miles=asked or DEFAULT_RADIUS_MILES)
    if not criteria.place:
        return Origin()
    resolution = resolve(criteria.place)
    place = resolution.place
    if place is None:
        return Origin(resolution=resolution)
    return Origin(
        resolution=resolution,
        place=place,
        point=place.point,
        radius_miles=asked or place.radius_miles or DEFAULT_RADIUS_MILES,
    )
