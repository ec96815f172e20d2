"""What the pages of a treatment or a concern say about it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from directory.models.procedures import Concern, Procedure


class TextQuerySet(models.QuerySet["Text"]):
    def best(self, lang: str, **about: object) -> Text | None:
        """The text about this (`procedure=` or `concern=`) in the language, else the English one, else None."""
        found = {one.lang: one for one in self.filter(lang__in={lang, "en"}, **about)}
        return found.get(lang) or found.get("en")


class Text(models.Model):
    """A treatment or a concern explained in one language, synced from a file (directory.learn.texts).

    `fields` are its values by name, as the file has them, without the marks for reviewers.
    """

    procedure = models.ForeignKey(Procedure, models.CASCADE, null=True, blank=True, related_name="texts")
    concern = models.ForeignKey(Concern, models.CASCADE, null=True, blank=True, related_name="texts")
    lang = models.CharField(max_length=8)
    fields = models.JSONField()
    state = models.CharField(max_length=40)
    reviewed_on = models.DateField(null=True, blank=True)
    reviewer = models.CharField(max_length=160, blank=True)
    updated = models.DateField(help_text="The day on which a sync last found it different.")

    objects = TextQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(procedure__isnull=True) ^ Q(concern__isnull=True),
                name="text_is_about_a_procedure_or_a_concern",
            ),
            models.UniqueConstraint(fields=("procedure", "lang"), name="procedure_has_one_text_a_language"),
            models.UniqueConstraint(fields=("concern", "lang"), name="concern_has_one_text_a_language"),
            models.CheckConstraint(
                condition=Q(reviewed_on__isnull=True) | ~Q(reviewer=""), name="text_reviewed_names_its_reviewer"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.procedure or self.concern} ({self.lang})"
