"""All that is public of one listed surgeon, read in a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from directory.models import Certification, FacilityAttestation, MemberClass, Offering, Practice, Surgeon
from directory.search import cards


@dataclass(frozen=True, slots=True, kw_only=True)
class SurgeonRecord:
    """A listed surgeon with what holds on `day`: certificates and facilities that have run out are left out."""

    surgeon: Surgeon
    day: dt.date
    certifications: list[Certification]
    attestations: list[FacilityAttestation]
    practices: list[Practice]
    offerings: list[Offering]

    @property
    def candidate(self) -> bool:
        return self.surgeon.member_class == MemberClass.CANDIDATE

    @property
    def overdue_since(self) -> dt.date | None:
        """The day of the last confirmation when it is too long ago, else None."""
        confirmed = self.surgeon.confirmed_on
        if confirmed and (self.day - confirmed).days > cards.CONFIRMATION_DAYS:
            return confirmed
        return None

    @property
    def cities(self) -> list[str]:
        """ "Tampa, FL", each once, the main office's first."""
        return list(dict.fromkeys(", ".join(filter(None, (one.city, one.region))) for one in self.practices))


def read_record(slug: str, day: dt.date) -> SurgeonRecord | None:
    """The record of the surgeon listed under `slug` on `day`; None for everybody else. Five queries."""
    surgeon = Surgeon.objects.listed(day).filter(slug=slug).first()
    if surgeon is None:
        return None
    return SurgeonRecord(
        surgeon=surgeon,
        day=day,
        certifications=list(Certification.objects.current(day).filter(surgeon=surgeon)),
        attestations=list(FacilityAttestation.objects.current(day).filter(surgeon=surgeon).select_related("facility")),
        practices=list(Practice.objects.filter(surgeon=surgeon)),
        offerings=list(Offering.objects.filter(surgeon=surgeon).select_related("procedure__category", "practice")),
    )
