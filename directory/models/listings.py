"""The read model that search uses: one row a listed surgeon and practice, and the log of what changed in it."""

from __future__ import annotations

from django.db import models

from directory.models.practices import Practice
from directory.models.surgeons import Surgeon


class Listing(models.Model):
    """All that a search needs of one surgeon at one practice, so that a page of results needs no join.

    `band` is floor(latitude / 0.1); `x, y, z` are earth-centred metres (WGS84); `flags`, `languages` and `p0` to `p3`
    are bit masks (directory.search.masks); `procedures` holds the ordinals of what is offered, a byte each;
    `family_key` and `given_key` are folded names as bytes, so that every database orders them alike.
    """

    surgeon = models.ForeignKey(Surgeon, models.CASCADE, related_name="listings")
    practice = models.OneToOneField(Practice, models.CASCADE, related_name="listing")
    band = models.SmallIntegerField()
    lat = models.FloatField()
    lng = models.FloatField()
    x = models.FloatField()
    y = models.FloatField()
    z = models.FloatField()
    listed_until = models.DateField(help_text="The last day on which every fact behind the listing holds.")
    facts_until = models.DateField(help_text="The last day on which no fact shown or filtered by has run out.")
    family_key = models.BinaryField(max_length=160)
    given_key = models.BinaryField(max_length=160)
    name_key = models.CharField(max_length=400)
    practice_since = models.SmallIntegerField(null=True)
    flags = models.BigIntegerField()
    languages = models.BigIntegerField()
    p0 = models.BigIntegerField()
    p1 = models.BigIntegerField()
    p2 = models.BigIntegerField()
    p3 = models.BigIntegerField()
    procedures = models.BinaryField(max_length=255)
    card = models.TextField(help_text="The ready result, as JSON.")

    class Meta:
        indexes = [
            models.Index(fields=("band", "lng"), name="listing_band_lng"),
            models.Index(fields=("family_key", "given_key", "surgeon"), name="listing_by_name"),
            models.Index(fields=("listed_until",), name="listing_ends"),
        ]

    def __str__(self) -> str:
        return f"listing {self.pk}"


class Change(models.Model):
    """One line of the append-only log: this surgeon's public record was put in, or taken out.

    `number` is handed out under the lock on the "listings" revision, so that numbers become visible in their order and
    none is skipped, however many writers there are.
    """

    class Kind(models.TextChoices):
        UPSERT = "upsert"
        REMOVAL = "removal"

    number = models.BigIntegerField(primary_key=True)
    surgeon_id = models.BigIntegerField()
    slug = models.CharField(max_length=120)
    kind = models.CharField(max_length=8, choices=Kind)
    reason = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.number} {self.kind} {self.slug}"


class Revision(models.Model):
    """How often a part of the read side has changed; processes compare it with what they hold in memory."""

    name = models.CharField(max_length=20, primary_key=True)
    value = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name} {self.value}"
