"""The vocabulary: what surgeons do (procedures), what bothers patients (concerns), and the words for both."""

from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import models

# A procedure's ordinal is its bit in the search's masks (four words of 62 bits) and its byte in the facet string.
MASK_WORD_BITS = 62
MASK_WORDS = 4
MAX_ORDINAL = MASK_WORD_BITS * MASK_WORDS - 1


class Kind(models.TextChoices):
    SURGICAL = "surgical", "Surgery"
    INJECTABLE = "injectable", "Injection"
    ENERGY = "energy", "Laser, light or energy"
    TOPICAL = "topical", "Applied to the skin"
    DEVICE = "device", "Device"
    COMBINED = "combined", "Several together"


class Track(models.TextChoices):
    COSMETIC = "cosmetic", "Cosmetic"
    RECONSTRUCTIVE = "reconstructive", "Reconstructive"
    BOTH = "both", "Cosmetic and reconstructive"


class Category(models.Model):
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    track = models.CharField(max_length=16, choices=Track)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position",)
        verbose_name_plural = "categories"

    def __str__(self) -> str:
        return self.name


class Procedure(models.Model):
    """One treatment. Its slug is a public id and its ordinal is never given to another."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    category = models.ForeignKey(Category, models.PROTECT, related_name="procedures")
    kind = models.CharField(max_length=12, choices=Kind)
    track = models.CharField(max_length=16, choices=Track)
    society_path = models.CharField(max_length=200, blank=True, help_text="Path of the society's own patient page.")
    includes = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="part_of")
    ordinal = models.PositiveSmallIntegerField(unique=True, validators=[MaxValueValidator(MAX_ORDINAL)])
    retired = models.BooleanField(
        default=False, help_text="No longer in the vocabulary; kept for the records using it."
    )

    class Meta:
        ordering = ("name",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ordinal__lte=MAX_ORDINAL), name="procedure_ordinal_fits_the_search_masks"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Concern(models.Model):
    """What a patient sees or feels, and the treatments used for it, most typical first."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    treatments = models.ManyToManyField(Procedure, through="ConcernTreatment", related_name="concerns")
    retired = models.BooleanField(default=False)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class ConcernTreatment(models.Model):
    concern = models.ForeignKey(Concern, models.CASCADE)
    procedure = models.ForeignKey(Procedure, models.CASCADE)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=("concern", "procedure"), name="concern_names_a_treatment_once"),
        ]

    def __str__(self) -> str:
        return f"{self.concern}: {self.procedure}"


class Term(models.Model):
    """Words for one procedure or one concern, in one language."""

    class Role(models.TextChoices):
        NAME = "name", "name in another language"
        SYNONYM = "synonym", "synonym"
        PHRASE = "phrase", "a way people say it"
        MISSPELLING = "misspelling", "misspelling"

    procedure = models.ForeignKey(Procedure, models.CASCADE, null=True, blank=True, related_name="terms")
    concern = models.ForeignKey(Concern, models.CASCADE, null=True, blank=True, related_name="terms")
    text = models.CharField(max_length=240)
    role = models.CharField(max_length=12, choices=Role)
    lang = models.CharField(max_length=8, default="en")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(procedure__isnull=True) ^ models.Q(concern__isnull=True),
                name="term_names_a_procedure_or_a_concern",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class AmbiguousTerm(models.Model):
    """One expression with several meanings ("BBL"): both are offered."""

    term = models.CharField(max_length=80, unique=True)
    note = models.CharField(max_length=200, blank=True)
    means = models.ManyToManyField(Procedure, through="AmbiguousMeaning")

    def __str__(self) -> str:
        return self.term


class AmbiguousMeaning(models.Model):
    ambiguous = models.ForeignKey(AmbiguousTerm, models.CASCADE)
    procedure = models.ForeignKey(Procedure, models.CASCADE)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return f"{self.ambiguous}: {self.procedure}"
