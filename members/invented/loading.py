"""Writes invented people: records, first versions, listings and the change log, a batch a transaction."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection, transaction

from directory.models import (
    Certification,
    Facility,
    FacilityAttestation,
    Offering,
    Practice,
    Procedure,
    Surgeon,
)
from directory.search.upkeep import refresh
from members.invented.person import Person, Theatre
from members.invented.versions import REASON, first_versions

BATCH = 500
Facilities = dict[Theatre, Facility]


def load(people: Iterable[Person], *, progress: Callable[[int], Any] | None = None, reason: str = REASON) -> int:
    """Writes these people and gives how many of them are listed; `progress` is called with the size of each batch.

    The vocabulary must be there: raises LookupError for a procedure that is not. `reason` goes into the history and
    must begin with versions.REASON, by which `remove` knows whom it may take out.
    """
    procedures = dict(Procedure.objects.values_list("slug", "pk"))
    facilities: Facilities = {}
    listed = 0
    rest = iter(people)
    while batch := list(itertools.islice(rest, BATCH)):
        with transaction.atomic():
            listed += _write(batch, procedures, facilities, reason)
        if progress:
            progress(len(batch))
    return listed


def _write(batch: list[Person], procedures: dict[str, int], facilities: Facilities, reason: str) -> int:
    _step_aside(batch)
    surgeons = Surgeon.objects.bulk_create(Surgeon(**vars(person.member)) for person in batch)
    pairs = list(zip(surgeons, batch, strict=True))
    built = _facilities(batch, facilities)
    Certification.objects.bulk_create(
        Certification(surgeon=surgeon, **vars(one)) for surgeon, person in pairs for one in person.certified
    )
    FacilityAttestation.objects.bulk_create(
        FacilityAttestation(
            surgeon=surgeon,
            facility=facilities[word.theatre],
            **{name: value for name, value in vars(word).items() if name != "theatre"},
        )
        for surgeon, person in pairs
        for word in person.words
    )
    practices = Practice.objects.bulk_create(
        Practice(surgeon=surgeon, **vars(office)) for surgeon, person in pairs for office in person.offices
    )
    _offerings(pairs, practices, procedures)
    ids = [surgeon.pk for surgeon in surgeons]
    first_versions(Surgeon, "id", ids, reason)
    if built:
        first_versions(Facility, "id", built, reason)
    for model in (Certification, FacilityAttestation, Practice, Offering):
        first_versions(model, "surgeon_id", ids, reason)
    return refresh(ids, reason="invented")


def _step_aside(batch: list[Person]) -> None:
    """Invented people never take the address of someone who is there already."""
    taken = set(Surgeon.objects.filter(slug__in=[one.member.slug for one in batch]).values_list("slug", flat=True))
    for person in batch:
        if person.member.slug in taken:
            person.member.slug += "-invented"


def _facilities(batch: list[Person], known: Facilities) -> list[int]:
    """Writes the facilities that no earlier batch has written; gives their ids."""
    theatres = list(
        dict.fromkeys(word.theatre for person in batch for word in person.words if word.theatre not in known)
    )
    made = Facility.objects.bulk_create(Facility(**vars(theatre)) for theatre in theatres)
    known.update(zip(theatres, made, strict=True))
    return [facility.pk for facility in made]


def _offerings(pairs: list[tuple[Surgeon, Person]], practices: list[Practice], procedures: dict[str, int]) -> None:
    """Most of the rows by far: written without a model instance for each, which halves the time of the whole."""
    at: dict[tuple[int, int | None], int] = {(one.surgeon_id, one.position): one.pk for one in practices}
    try:
        rows = [
            (surgeon.pk, procedures[offer.procedure], at.get((surgeon.pk, offer.office)), offer.since, offer.volume,
             offer.where_done)
            for surgeon, person in pairs
            for offer in person.offers
        ]  # fmt: skip
    except KeyError as missing:
        raise LookupError(f"The vocabulary has no procedure {missing}; load_vocabulary comes first.") from missing
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {Offering._meta.db_table} (surgeon_id, procedure_id, practice_id, since, volume, where_done)"  # noqa: S608 - a model's own name
            " VALUES (%s, %s, %s, %s, %s, %s)",
            rows,
        )
