"""Surgeons, and the one rule of who is listed."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.urls import reverse

from directory.models.languages import LANGUAGES
from directory.models.npi import validate_npi
from directory.models.screening import validate_publishable, validate_texts
from directory.models.versions import Versions


def today() -> dt.date:
    """The day in UTC, by which facts end. A certificate that expires on a day holds through that day."""
    return dt.datetime.now(dt.UTC).date()


def this_year() -> int:
    return today().year


def validate_languages(value: object) -> None:
    from django.core.exceptions import ValidationError

    if not isinstance(value, list) or not all(isinstance(code, str) and code in LANGUAGES for code in value):
        raise ValidationError(
            "Give a list of language codes, each one of: %(codes)s.", params={"codes": ", ".join(LANGUAGES)}
        )


class MemberClass(models.TextChoices):
    ACTIVE = "active", "Active member"
    LIFE = "life", "Life member"
    INTERNATIONAL = "international", "International member"
    CANDIDATE = "candidate", "Candidate member"
    RESIDENT = "resident", "Resident or fellow"
    RETIRED = "retired", "Retired member"


class Standing(models.TextChoices):
    GOOD = "good", "In good standing"
    SUSPENDED = "suspended", "Suspended"
    ENDED = "ended", "Ended"


class Gender(models.TextChoices):
    FEMALE = "female", "Woman"
    MALE = "male", "Man"
    NONBINARY = "nonbinary", "Nonbinary"


CERTIFIED_CLASSES = (MemberClass.ACTIVE, MemberClass.LIFE, MemberClass.INTERNATIONAL)


class SurgeonQuerySet(models.QuerySet["Surgeon"]):
    def listed(self, on: dt.date | None = None) -> SurgeonQuerySet:
        """The surgeons a patient may see on a day: the society's promise, and the only statement of it.

        Board certification current and verified, membership active, facility attestation current in a facility whose
        accreditation is current, consent given and not withdrawn, not on the do-not-list. Candidate members, not yet
        certified, only where LIST_CANDIDATES says so. Without a practice no patient could reach them: not listed.
        """
        from directory.models.credentials import Certification, FacilityAttestation
        from directory.models.practices import Practice

        day = on or today()
        certificate = Certification.objects.qualifying(day).filter(surgeon=OuterRef("pk"))
        certified = Q(Exists(certificate), member_class__in=CERTIFIED_CLASSES)
        if settings.LIST_CANDIDATES:
            certified |= Q(member_class=MemberClass.CANDIDATE)
        return self.filter(
            certified,
            Exists(FacilityAttestation.objects.current(day).filter(surgeon=OuterRef("pk"))),
            Exists(Practice.objects.filter(surgeon=OuterRef("pk"))),
            standing=Standing.GOOD,
            membership_until__gte=day,
            membership_checked_on__lte=day,
            consented_on__lte=day,
            do_not_list=False,
        )

    def with_facts(self, on: dt.date) -> SurgeonQuerySet:
        """With what holds on a day: `current_certifications`, `current_attestations` (with facility) and `offices`."""
        from directory.models.credentials import Certification, FacilityAttestation

        attestations = FacilityAttestation.objects.current(on).select_related("facility")
        return self.prefetch_related(
            Prefetch("certifications", Certification.objects.current(on), to_attr="current_certifications"),
            Prefetch("attestations", attestations, to_attr="current_attestations"),
            Prefetch("practices", to_attr="offices"),
        )


class Surgeon(models.Model):
    """A member of the society. Every text here is public once the surgeon is listed."""

    slug = models.SlugField(max_length=120, unique=True)
    given_name = models.CharField(max_length=80, validators=[validate_publishable])
    family_name = models.CharField(max_length=80, validators=[validate_publishable])
    suffix = models.CharField(max_length=20, blank=True, help_text="Jr., III")
    credentials = models.CharField(max_length=80, blank=True, validators=[validate_publishable], help_text="MD, FACS")
    other_names = models.CharField(max_length=160, blank=True, validators=[validate_publishable])
    npi = models.CharField("NPI", max_length=10, null=True, blank=True, unique=True, validators=[validate_npi])
    gender = models.CharField(max_length=12, choices=Gender, blank=True, help_text="As the member states it.")
    languages = models.JSONField(default=list, blank=True, validators=[validate_languages])
    biography = models.TextField(blank=True, validators=[validate_publishable])
    photo = models.ImageField(upload_to="surgeons/", blank=True)
    medical_school = models.CharField(max_length=160, blank=True, validators=[validate_publishable])
    residency = models.CharField(max_length=200, blank=True, validators=[validate_publishable])
    fellowships = models.JSONField(default=list, blank=True, validators=[validate_texts])
    practice_since = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(this_year)], help_text="The year practice began."
    )

    member_class = models.CharField(max_length=16, choices=MemberClass, default=MemberClass.ACTIVE)
    standing = models.CharField(max_length=12, choices=Standing, default=Standing.GOOD)
    membership_until = models.DateField(null=True, blank=True, help_text="The last day that dues are paid for.")
    membership_checked_on = models.DateField(null=True, blank=True)
    consented_on = models.DateField(null=True, blank=True, help_text="Empty: has not agreed, or has withdrawn.")
    do_not_list = models.BooleanField(default=False, help_text="Asked never to be listed; survives every import.")
    confirmed_on = models.DateField(null=True, blank=True, help_text="When every line was last confirmed.")
    confirmed_by = models.CharField(max_length=80, blank=True, help_text="The surgeon, or her office.")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    history = Versions()
    objects = SurgeonQuerySet.as_manager()

    class Meta:
        ordering = ("family_name", "given_name", "id")
        constraints = [
            models.CheckConstraint(condition=~Q(family_name=""), name="surgeon_has_a_family_name"),
            models.CheckConstraint(
                condition=Q(npi__isnull=True) | Q(npi__regex=r"^[12][0-9]{9}$"), name="surgeon_npi_is_ten_digits"
            ),
            models.CheckConstraint(
                condition=Q(practice_since__isnull=True) | Q(practice_since__range=(1940, 2100)),
                name="surgeon_practice_began_in_living_memory",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def get_absolute_url(self) -> str:
        return reverse("surgeon", args=[self.slug])

    @property
    def full_name(self) -> str:
        """Given and family name with the suffix: "Bartholomew Thistlewood III"."""
        return " ".join(part for part in (self.given_name, self.family_name, self.suffix) if part)
