"""What makes a listing true: certificates, accredited facilities, and the yearly attestation to operate only there."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import Q

from directory.models.surgeons import Surgeon
from directory.models.versions import Versions


class Board(models.TextChoices):
    """Boards are labelled exactly and never merged. The first four qualify for a listing, the others are only shown."""

    ABPS = "abps", "American Board of Plastic Surgery"
    RCPSC = "rcpsc", "Royal College of Physicians and Surgeons of Canada"
    CMQ = "cmq", "Collège des médecins du Québec"
    NATIONAL = "national", "National society of plastic surgeons abroad"
    ABOTO = "aboto", "American Board of Otolaryngology – Head and Neck Surgery"
    ABD = "abd", "American Board of Dermatology"
    ABFPRS = "abfprs", "American Board of Facial Plastic and Reconstructive Surgery"
    ABCS = "abcs", "American Board of Cosmetic Surgery"


QUALIFYING_BOARDS = (Board.ABPS, Board.RCPSC, Board.CMQ, Board.NATIONAL)


class Certificate(models.TextChoices):
    """What was certified. Since 2025 an ABPS diplomate may hold the hand certificate alone."""

    PLASTIC = "plastic-surgery", "Plastic surgery"
    HAND = "hand", "Surgery of the hand"
    HEAD_NECK = "head-and-neck", "Plastic surgery within the head and neck"
    OTHER = "other", "Another specialty"


QUALIFYING_CERTIFICATES = (Certificate.PLASTIC, Certificate.HAND)


class CertificationQuerySet(models.QuerySet["Certification"]):
    def current(self, on: dt.date) -> CertificationQuerySet:
        """Active, verified by that day and not run out on it; a certificate without an end holds for life."""
        return self.filter(
            Q(expires__isnull=True) | Q(expires__gte=on), status=Certification.Status.ACTIVE, verified_on__lte=on
        )

    def qualifying(self, on: dt.date) -> CertificationQuerySet:
        """The current ones that a listing can rest on."""
        return self.current(on).filter(board__in=QUALIFYING_BOARDS, certificate__in=QUALIFYING_CERTIFICATES)


class Certification(models.Model):
    class Status(models.TextChoices):
        ACTIVE = "active", "Active"
        INACTIVE = "inactive", "Inactive"
        EXPIRED = "expired", "Expired"
        REVOKED = "revoked", "Revoked"
        PENDING = "pending", "Pending"
        UNKNOWN = "unknown", "Unknown"

    surgeon = models.ForeignKey(Surgeon, models.CASCADE, related_name="certifications")
    board = models.CharField(max_length=12, choices=Board)
    board_name = models.CharField(max_length=160, blank=True, help_text="The society abroad, by its own name.")
    certificate = models.CharField(max_length=20, choices=Certificate)
    number = models.CharField(max_length=40, blank=True)
    first_issued = models.DateField(null=True, blank=True)
    expires = models.DateField(null=True, blank=True, help_text="The last day it holds; empty for a lifetime.")
    status = models.CharField(max_length=12, choices=Status, default=Status.UNKNOWN)
    source = models.CharField(max_length=160, blank=True, help_text="Where it was checked.")
    verified_on = models.DateField(null=True, blank=True)
    verified_by = models.CharField(max_length=80, blank=True)

    history = Versions()
    objects = CertificationQuerySet.as_manager()

    class Meta:
        ordering = ("board", "certificate", "id")
        constraints = [
            models.UniqueConstraint(
                fields=("surgeon", "board", "certificate"), name="surgeon_holds_each_certificate_once"
            ),
            models.CheckConstraint(
                condition=Q(expires__isnull=True)
                | Q(first_issued__isnull=True)
                | Q(expires__gt=models.F("first_issued")),
                name="certification_expires_after_it_was_issued",
            ),
            models.CheckConstraint(
                condition=~Q(board=Board.NATIONAL) | ~Q(board_name=""), name="certification_abroad_names_its_society"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_board_display()}: {self.get_certificate_display()}"


class Accreditor(models.TextChoices):
    QUAD_A = "quad-a", "QUAD A"
    AAAHC = "aaahc", "AAAHC"
    JOINT_COMMISSION = "joint-commission", "The Joint Commission"
    CAAASF = "caaasf", "CAAASF"
    ACHC = "achc", "ACHC"
    MEDICARE = "medicare", "Medicare"
    STATE = "state-licence", "State or province licence"


class Facility(models.Model):
    """A place where surgery is done, and who accredited it."""

    name = models.CharField(max_length=160)
    city = models.CharField(max_length=80)
    region = models.CharField(max_length=40, blank=True)
    country = models.CharField(max_length=2, default="US")
    accreditor = models.CharField(max_length=20, choices=Accreditor)
    number = models.CharField(max_length=40, blank=True)
    expires = models.DateField(null=True, blank=True, help_text="Empty: the accreditor sets no end.")
    source = models.CharField(max_length=160, blank=True)
    verified_on = models.DateField(null=True, blank=True)
    verified_by = models.CharField(max_length=80, blank=True)

    history = Versions()

    class Meta:
        ordering = ("name", "id")
        verbose_name_plural = "facilities"

    def __str__(self) -> str:
        return f"{self.name}, {self.city} ({self.get_accreditor_display()})"


class FacilityAttestationQuerySet(models.QuerySet["FacilityAttestation"]):
    def current(self, on: dt.date) -> FacilityAttestationQuerySet:
        """Attested and not run out, in a facility whose accreditation was verified and has not run out either."""
        return self.filter(
            Q(facility__expires__isnull=True) | Q(facility__expires__gte=on),
            attested_on__lte=on,
            valid_until__gte=on,
            facility__verified_on__lte=on,
        )


class FacilityAttestation(models.Model):
    """A member's yearly word that surgery under more than minor local anesthesia happens only in this facility."""

    surgeon = models.ForeignKey(Surgeon, models.CASCADE, related_name="attestations")
    facility = models.ForeignKey(Facility, models.PROTECT, related_name="attestations")
    attested_on = models.DateField()
    attested_by = models.CharField(max_length=80, blank=True)
    valid_until = models.DateField(help_text="A year and 90 days after the word was given, at the latest.")

    history = Versions()
    objects = FacilityAttestationQuerySet.as_manager()

    class Meta:
        ordering = ("-valid_until", "id")
        constraints = [
            models.UniqueConstraint(fields=("surgeon", "facility"), name="surgeon_attests_to_each_facility_once"),
            models.CheckConstraint(
                condition=Q(valid_until__gte=models.F("attested_on")), name="attestation_ends_after_it_was_given"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.surgeon} at {self.facility}"
