"""From records to rows of the read model."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

import orjson

from directory.models import Certification, FacilityAttestation, Listing, Offering, Practice, Procedure, Surgeon, today
from directory.models.credentials import QUALIFYING_BOARDS, QUALIFYING_CERTIFICATES
from directory.models.languages import mask
from directory.search import cards
from directory.search.folding import fold
from directory.search.geometry import band
from directory.search.masks import FLAGS, procedure_words

# The practice (None: every one), the procedure's ordinal, since which year, how many a year.
Offered = tuple[int | None, int, int | None, str]
NEVER = dt.date(9999, 12, 31)


def listing_rows(surgeons: Iterable[Surgeon], on: dt.date | None = None) -> list[Listing]:
    """Unsaved Listing rows, one a practice, for those of `surgeons` (a queryset) that are listed on the day.

    Six queries for any number of surgeons.
    """
    day = on or today()
    listed = list(surgeons.listed(day).with_facts(day))  # type: ignore[attr-defined]
    offered = _offered([surgeon.pk for surgeon in listed])
    return [row for surgeon in listed for row in _rows(surgeon, offered[surgeon.pk])]


def _offered(surgeons: list[int]) -> dict[int, list[Offered]]:
    """What each offers, as bare values: a surgeon offers some twenty, and objects cost more than all else."""
    ordinals = dict(Procedure.objects.values_list("pk", "ordinal"))
    offered: dict[int, list[Offered]] = defaultdict(list)
    rows = Offering.objects.filter(surgeon__in=surgeons).order_by("pk")
    for surgeon, practice, procedure, since, volume in rows.values_list(
        "surgeon_id", "practice_id", "procedure_id", "since", "volume"
    ):
        offered[surgeon].append((practice, ordinals[procedure], since, volume))
    return offered


def _rows(surgeon: Surgeon, offered: list[Offered]) -> Iterable[Listing]:
    certifications: list[Certification] = surgeon.current_certifications  # type: ignore[attr-defined]
    attestations: list[FacilityAttestation] = surgeon.current_attestations  # type: ignore[attr-defined]
    facts = cards.evidence(surgeon, certifications, attestations)
    ends = [one.expires or NEVER for one in certifications] + [cards.facility_ends(one) for one in attestations]
    for practice in surgeon.offices:  # type: ignore[attr-defined]
        yield _row(
            surgeon,
            practice,
            offered,
            facts=facts,
            flags=_surgeon_flags(surgeon, certifications, attestations) | _practice_flags(practice),
            listed_until=_listed_until(surgeon, certifications, attestations),
            facts_until=min([*ends, surgeon.membership_until or NEVER]),
        )


def _row(
    surgeon: Surgeon,
    practice: Practice,
    offered: list[Offered],
    *,
    facts: list[dict[str, object]],
    **columns: object,
) -> Listing:
    here = (one for one in offered if one[0] in (None, practice.pk))
    offers = sorted({ordinal: (since, volume) for _, ordinal, since, volume in here}.items())
    ordinals = [ordinal for ordinal, _ in offers]
    words = procedure_words(ordinals)
    x, y, z = practice.point.earth_centred()
    card = cards.card(
        surgeon,
        practice,
        facts=facts,
        offers=[(ordinal, since, volume) for ordinal, (since, volume) in offers],
        practices=len(surgeon.offices),  # type: ignore[attr-defined]
    )
    return Listing(
        surgeon=surgeon,
        practice=practice,
        band=band(practice.lat),
        lat=practice.lat,
        lng=practice.lng,
        x=x,
        y=y,
        z=z,
        family_key=_key(surgeon.family_name),
        given_key=_key(surgeon.given_name),
        name_key=f" {fold(surgeon.full_name)} {fold(surgeon.other_names)} "[:400],
        practice_since=surgeon.practice_since,
        languages=mask(surgeon.languages),
        p0=words[0],
        p1=words[1],
        p2=words[2],
        p3=words[3],
        procedures=bytes(ordinals),
        card=orjson.dumps(card).decode(),
        **columns,
    )


def _key(name: str) -> bytes:
    """The folded name, as long as the column holds; a letter that would be cut through is left out."""
    return fold(name).encode()[:160].decode(errors="ignore").encode()


def _listed_until(
    surgeon: Surgeon, certifications: list[Certification], attestations: list[FacilityAttestation]
) -> dt.date:
    """The last day of the promise: when its first fact ends; where several hold one fact up, the last counts."""
    qualifying = [
        one.expires or NEVER
        for one in certifications
        if one.board in QUALIFYING_BOARDS and one.certificate in QUALIFYING_CERTIFICATES
    ]
    return min(
        max(qualifying, default=NEVER),  # none: a candidate, where these are listed
        max(cards.facility_ends(one) for one in attestations),
        surgeon.membership_until or NEVER,
    )


def _surgeon_flags(
    surgeon: Surgeon, certifications: list[Certification], attestations: list[FacilityAttestation]
) -> int:
    flags = FLAGS["gender"].get(surgeon.gender, 0)
    for one in certifications:
        if one.certificate in QUALIFYING_CERTIFICATES:
            flags |= FLAGS["certification"].get(one.board, 0)
        flags |= FLAGS["subspecialty"].get(one.certificate, 0)
    for attestation in attestations:
        flags |= FLAGS["accreditation"][attestation.facility.accreditor]
    if surgeon.member_class == "candidate":
        flags |= FLAGS["candidate"]["true"]
    return flags


def _practice_flags(practice: Practice) -> int:
    flags = FLAGS["accepting"]["true"] if practice.accepting else 0
    flags |= FLAGS["telehealth"]["true"] if practice.telehealth else 0
    for code in practice.accessibility:
        flags |= FLAGS["accessibility"][code]
    return flags
