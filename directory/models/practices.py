"""Where a surgeon sees patients, and what she offers there."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models
from django.db.models import Q

from directory.models.hours import validate_hours
from directory.models.procedures import Procedure
from directory.models.screening import validate_publishable
from directory.models.surgeons import Surgeon, this_year
from directory.models.versions import Versions
from directory.places.point import Point


class Accessibility(models.TextChoices):
    STEP_FREE = "step-free", "Step-free entrance"
    RESTROOM = "restroom", "Accessible restroom"
    LIFT = "lift", "Elevator"
    PARKING = "parking", "Accessible parking"
    EXAM_TABLE = "exam-table", "Height-adjustable exam table"


def validate_accessibility(value: object) -> None:
    from django.core.exceptions import ValidationError

    if not isinstance(value, list) or not all(code in Accessibility.values for code in value):
        raise ValidationError("Give a list, each one of: %(codes)s.", params={"codes": ", ".join(Accessibility.values)})


class Practice(models.Model):
    """An office a patient can go to. Mailing addresses have no place here."""

    class Exactness(models.TextChoices):
        ROOFTOP = "rooftop", "The building"
        STREET = "street", "The street"
        POSTAL_CODE = "postal-code", "The ZIP or postal code"
        CITY = "city", "The city"

    surgeon = models.ForeignKey(Surgeon, models.CASCADE, related_name="practices")
    position = models.PositiveSmallIntegerField(default=0, help_text="The main office first.")
    name = models.CharField(max_length=160, validators=[validate_publishable])
    street = models.CharField(max_length=160, blank=True)
    street2 = models.CharField("second line", max_length=80, blank=True)
    city = models.CharField(max_length=80)
    region = models.CharField(max_length=40, blank=True, help_text="IL, ON; empty abroad.")
    postal_code = models.CharField(max_length=12, blank=True)
    country = models.CharField(max_length=2, default="US", validators=[RegexValidator(r"^[A-Z]{2}$")])
    phone = models.CharField(
        max_length=20, blank=True, validators=[RegexValidator(r"^\+[1-9]\d{6,14}$", "Use +13125550142.")]
    )
    website = models.URLField(blank=True)
    hours = models.JSONField(
        default=dict,
        blank=True,
        validators=[validate_hours],
        help_text='{"mon": "8:30-17:00"}; a day left out is closed.',
    )
    lat = models.FloatField("latitude")
    lng = models.FloatField("longitude")
    point_source = models.CharField(max_length=40, blank=True, help_text="gazetteer, pin, or a geocoder's name.")
    exactness = models.CharField(max_length=12, choices=Exactness, default=Exactness.POSTAL_CODE)
    accessibility = models.JSONField(default=list, blank=True, validators=[validate_accessibility])
    accepting = models.BooleanField("takes new patients", null=True, blank=True)
    telehealth = models.BooleanField("video visits", null=True, blank=True)

    history = Versions()

    class Meta:
        ordering = ("position", "id")
        indexes = [models.Index(fields=("country", "region", "city"), name="practice_by_place")]
        constraints = [
            models.CheckConstraint(condition=Q(lat__range=(-90, 90)), name="practice_latitude_is_on_the_earth"),
            models.CheckConstraint(condition=Q(lng__range=(-180, 180)), name="practice_longitude_is_on_the_earth"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.city}"

    @property
    def point(self) -> Point:
        return Point(lat=self.lat, lng=self.lng)


class Volume(models.TextChoices):
    """How many a year, as the office says."""

    FEW = "1-9", "under 10 a year"
    SOME = "10-49", "10 to 49 a year"
    MANY = "50-99", "50 to 99 a year"
    MOST = "100+", "100 or more a year"


class Offering(models.Model):
    """One surgeon offers one procedure, everywhere or at one practice."""

    surgeon = models.ForeignKey(Surgeon, models.CASCADE, related_name="offerings")
    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="offerings")
    practice = models.ForeignKey(
        Practice, models.CASCADE, null=True, blank=True, related_name="offerings", help_text="Empty: at every practice."
    )
    since = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(this_year)], help_text="The year."
    )
    volume = models.CharField(max_length=8, choices=Volume, blank=True)
    where_done = models.CharField(
        max_length=80, blank=True, validators=[validate_publishable], help_text="Office, surgery center, hospital."
    )

    history = Versions()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=("surgeon", "procedure", "practice"), name="surgeon_offers_a_procedure_once_a_practice"
            ),
            # Two nulls differ to the constraint above, and SQLite knows no other way to say that they do not.
            models.UniqueConstraint(
                fields=("surgeon", "procedure"),
                condition=Q(practice__isnull=True),
                name="surgeon_offers_a_procedure_once_everywhere",
            ),
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(since__range=(1940, 2100)), name="offering_began_in_living_memory"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.procedure} by {self.surgeon}"
