"""Which fact of the promise a surgeon lacks: the rule of `Surgeon.objects.listed`, in words for staff."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.conf import settings

from directory.models.credentials import QUALIFYING_BOARDS, QUALIFYING_CERTIFICATES, Certification, FacilityAttestation
from directory.models.surgeons import CERTIFIED_CLASSES, MemberClass, Standing, Surgeon, today


def why_not_listed(surgeon: Surgeon, on: dt.date | None = None) -> list[str]:
    """The missing facts on a day, each in one sentence; empty for a surgeon who is listed."""
    day = on or today()
    if surgeon.pk is None:
        return ["The record is not saved yet."]
    return [*_certification(surgeon, day), *_facility(surgeon, day), *_membership(surgeon, day), *_person(surgeon, day)]


def _certification(surgeon: Surgeon, day: dt.date) -> Iterator[str]:
    if surgeon.member_class == MemberClass.CANDIDATE:
        if not settings.LIST_CANDIDATES:
            yield "Candidate members are not listed (LIST_CANDIDATES)."
        return
    if surgeon.member_class not in CERTIFIED_CLASSES:
        yield f"The member class is “{surgeon.get_member_class_display()}”."
    if surgeon.certifications.qualifying(day).exists():
        return
    yield "No board certificate in plastic surgery or surgery of the hand is current and verified."
    for one in surgeon.certifications.filter(board__in=QUALIFYING_BOARDS, certificate__in=QUALIFYING_CERTIFICATES):
        yield f"{one}: {', '.join(_certificate_faults(one, day))}."


def _certificate_faults(one: Certification, day: dt.date) -> Iterator[str]:
    if one.status != Certification.Status.ACTIVE:
        yield f"its status is “{one.get_status_display()}”"
    if one.verified_on is None or one.verified_on > day:
        yield "not verified"
    if one.expires and one.expires < day:
        yield f"expired on {one.expires}"


def _facility(surgeon: Surgeon, day: dt.date) -> Iterator[str]:
    if surgeon.attestations.current(day).exists():
        return
    yield "No attestation to an accredited facility is current."
    for one in surgeon.attestations.select_related("facility"):
        yield f"{one.facility}: {', '.join(_attestation_faults(one, day))}."


def _attestation_faults(one: FacilityAttestation, day: dt.date) -> Iterator[str]:
    facility = one.facility
    if one.attested_on > day:
        yield "not attested yet"
    if one.valid_until < day:
        yield f"the attestation ran out on {one.valid_until}"
    if facility.verified_on is None or facility.verified_on > day:
        yield "its accreditation is not verified"
    if facility.expires and facility.expires < day:
        yield f"its accreditation ran out on {facility.expires}"


def _membership(surgeon: Surgeon, day: dt.date) -> Iterator[str]:
    if surgeon.standing != Standing.GOOD:
        yield f"The membership is not in good standing: “{surgeon.get_standing_display()}”."
    if surgeon.membership_until is None or surgeon.membership_until < day:
        yield f"Dues are not paid for the day (paid until: {surgeon.membership_until or 'not recorded'})."
    if surgeon.membership_checked_on is None or surgeon.membership_checked_on > day:
        yield "The membership was not checked."


def _person(surgeon: Surgeon, day: dt.date) -> Iterator[str]:
    if surgeon.consented_on is None or surgeon.consented_on > day:
        yield "The surgeon has not agreed to be listed."
    if surgeon.do_not_list:
        yield "The surgeon asked never to be listed."
    if not surgeon.practices.exists():
        yield "There is no practice at which a patient could reach the surgeon."
