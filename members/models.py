"""What members and staff need beyond the directory: where a record came from, and each import."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from directory.models import Practice, Surgeon
from directory.models.versions import Versions


class ImportRun(models.Model):
    """One import that was written: by whom, when, from which file, and what came of it."""

    class Format(models.TextChoices):
        ROSTER = "roster", "The society's roster"
        NPPES = "nppes", "NPPES monthly file"

    format = models.CharField(max_length=8, choices=Format)
    file_name = models.CharField(max_length=200)
    file_hash = models.CharField("SHA-256 of the file", max_length=64)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", help_text="Empty: a command."
    )
    at = models.DateTimeField(auto_now_add=True)
    created = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    skipped = models.PositiveIntegerField(default=0)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"import {self.pk}: {self.file_name}"

    @property
    def reason(self) -> str:
        """What stands in the history beside every version that this import made, and nowhere else."""
        return f"import {self.pk}"


class RosterEntry(models.Model):
    """What the files last said of a surgeon: tells a value that an import wrote from one that a person wrote.

    `said` is {format: {"surgeon": {field: value}, "practice": {field: value}}}. The e-mail address is for invitations
    and is never published.
    """

    surgeon = models.OneToOneField(Surgeon, models.CASCADE, related_name="roster_entry")
    practice = models.ForeignKey(
        Practice,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The office from a file.",
    )
    number = models.CharField("member number", max_length=40, null=True, blank=True, unique=True)
    email = models.EmailField(blank=True)
    said = models.JSONField(default=dict)

    history = Versions()

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "roster entries"

    def __str__(self) -> str:
        return f"roster entry of {self.surgeon}"
