"""The ready result of one surgeon at one practice: what a page of results or an API answer shows, as one JSON text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from directory.models import Board, Certificate, Certification, FacilityAttestation, MemberClass, Practice, Surgeon
from directory.models.credentials import QUALIFYING_BOARDS
from directory.models.practices import Volume

# A record is to be confirmed every 90 days (the No Surprises Act's yardstick for directories).
CONFIRMATION_DAYS = 90
VOLUMES = ("", *Volume.values)  # append only: cards name them by their place
SHORT_BOARD = {Board.ABPS: "ABPS", Board.RCPSC: "RCPSC", Board.CMQ: "CMQ"}


def iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def certification_statement(certification: Certification) -> str:
    """One certificate in plain words. No board is implied by another, and hand only is said to be hand only."""
    what = {
        Certificate.PLASTIC: "plastic surgery",
        Certificate.HAND: "surgery of the hand",
        Certificate.HEAD_NECK: "plastic surgery within the head and neck",
        Certificate.OTHER: "another specialty",
    }[Certificate(certification.certificate)]
    board = Board(certification.board)
    if board == Board.NATIONAL:
        words = f"Certified in {what} by {certification.board_name}"
    elif board in SHORT_BOARD:
        words = f"Board certified in {what} by the {board.label} ({SHORT_BOARD[board]})"
    else:
        words = f"Also certified by the {board.label}"
    return words if certification.expires else f"{words}, lifetime certificate"


def certification_evidence(certification: Certification) -> dict[str, Any]:
    return {
        "kind": "certification",
        "statement": certification_statement(certification),
        "source": certification.source or certification.get_board_display(),
        "checked_on": iso(certification.verified_on),
        "valid_until": iso(certification.expires),
        "confirmed_by": certification.verified_by,
    }


def membership_evidence(surgeon: Surgeon) -> dict[str, Any]:
    statement = {
        MemberClass.CANDIDATE: "Candidate member of the society: training finished, board exams not yet passed",
        MemberClass.LIFE: "Life member of the society, in good standing",
        MemberClass.INTERNATIONAL: "International member of the society, in good standing",
    }.get(MemberClass(surgeon.member_class), "Active member of the society, in good standing")
    return {
        "kind": "membership",
        "statement": statement,
        "source": "The society's membership roll",
        "checked_on": iso(surgeon.membership_checked_on),
        "valid_until": iso(surgeon.membership_until),
        "confirmed_by": "Society staff",
    }


def facility_ends(attestation: FacilityAttestation) -> dt.date:
    """The day the facility fact ends: when the accreditation runs out, or the member's word does."""
    expires = attestation.facility.expires
    return min(attestation.valid_until, expires) if expires else attestation.valid_until


def facility_evidence(attestation: FacilityAttestation) -> dict[str, Any]:
    facility = attestation.facility
    accreditor = facility.get_accreditor_display()
    kind = {
        "medicare": "a Medicare-certified facility",
        "state-licence": "a facility licensed by its state or province",
    }
    where = kind.get(facility.accreditor, f"a facility accredited by {accreditor}")
    return {
        "kind": "facility",
        "statement": f"Operates in {where}",
        "source": facility.source or accreditor,
        "checked_on": iso(facility.verified_on),
        "valid_until": iso(facility_ends(attestation)),
        "confirmed_by": facility.verified_by or attestation.attested_by,
    }


def confirmation_evidence(surgeon: Surgeon) -> dict[str, Any]:
    due = surgeon.confirmed_on + dt.timedelta(days=CONFIRMATION_DAYS) if surgeon.confirmed_on else None
    return {
        "kind": "confirmation",
        "statement": "Agreed to be listed and confirmed every line" if due else "Agreed to be listed",
        "source": surgeon.confirmed_by or "The surgeon",
        "checked_on": iso(surgeon.confirmed_on or surgeon.consented_on),
        "valid_until": iso(due),
        "confirmed_by": surgeon.confirmed_by or "The surgeon",
    }


def evidence(
    surgeon: Surgeon, certifications: list[Certification], attestations: list[FacilityAttestation]
) -> list[dict[str, Any]]:
    """The dated facts behind a listing, certificates first; the given rows must be current ones."""
    in_order = sorted(
        certifications, key=lambda one: (one.board not in QUALIFYING_BOARDS, one.certificate != "plastic-surgery")
    )
    return [
        *(certification_evidence(one) for one in in_order),
        membership_evidence(surgeon),
        *(facility_evidence(one) for one in attestations),
        confirmation_evidence(surgeon),
    ]


def initials(surgeon: Surgeon) -> list[str]:
    return [surgeon.given_name[:1].upper(), surgeon.family_name[:1].upper()]


def practice_card(practice: Practice) -> dict[str, Any]:
    return {
        "name": practice.name,
        "address": {
            "street": practice.street,
            "street2": practice.street2,
            "city": practice.city,
            "region": practice.region,
            "postal_code": practice.postal_code,
            "country": practice.country,
        },
        "phone": practice.phone,
        "website": practice.website,
        "point": {"lat": round(practice.lat, 6), "lng": round(practice.lng, 6)},
        "exactness": practice.exactness,
        "accepting": practice.accepting,
        "telehealth": practice.telehealth,
        "accessibility": practice.accessibility,
    }


def card(
    surgeon: Surgeon,
    practice: Practice,
    *,
    facts: list[dict[str, Any]],
    offers: Iterable[tuple[int, int | None, str]],
    practices: int,
) -> dict[str, Any]:
    """The stored result. `offers` are (ordinal, since, volume); `practices` counts all of the surgeon's.

    The offers lie in one flat list of numbers, three each, because reading twenty small lists took a third of a card.
    """
    return {
        "slug": surgeon.slug,
        "name": surgeon.full_name,
        "family": surgeon.family_name,
        "credentials": surgeon.credentials,
        "initials": initials(surgeon),
        "photo": surgeon.photo.name or "",
        "candidate": surgeon.member_class == MemberClass.CANDIDATE,
        "languages": surgeon.languages,
        "practice_since": surgeon.practice_since,
        "practice": practice_card(practice),
        "more_practices": practices - 1,
        "evidence": facts,
        "offers": [part for ordinal, since, volume in offers for part in (ordinal, since, VOLUMES.index(volume))],
    }


def offered(card: Mapping[str, Any], ordinals: Iterable[int]) -> dict[int, tuple[int | None, str]]:
    """Of these procedures the ones that a card offers: ordinal -> since which year, and the volume."""
    flat = card["offers"]
    here = flat[::3]
    found = {}
    for ordinal in ordinals:
        if ordinal in here:
            at = 3 * here.index(ordinal)
            found[ordinal] = (flat[at + 1], VOLUMES[flat[at + 2]])
    return found
