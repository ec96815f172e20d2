"""What readers told us is wrong with a record."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from directory.models.surgeons import Surgeon, today

LONGEST_REPORT = 2_000


class ProblemReport(models.Model):
    """A reader's word that something is wrong. It holds nothing about the reader: no name, no address, no hour."""

    class Category(models.TextChoices):
        PHONE = "phone", "The phone number does not work"
        ADDRESS = "address", "The address is wrong, or nobody practices there"
        HOURS = "hours", "The hours are wrong"
        OFFER = "offer", "A treatment listed here is not offered"
        ACCEPTING = "accepting", "New patients are not taken"
        CREDENTIALS = "credentials", "I doubt a certificate or another fact"
        OTHER = "other", "Something else"

    class State(models.TextChoices):
        OPEN = "open", "Open"
        MENDED = "mended", "Mended"
        RIGHT = "right", "Checked, and the record was right"

    surgeon = models.ForeignKey(Surgeon, models.CASCADE, related_name="problem_reports")
    category = models.CharField(max_length=12, choices=Category)
    text = models.TextField(blank=True, max_length=LONGEST_REPORT)
    reported_on = models.DateField(default=today, editable=False)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    note = models.TextField(blank=True, help_text="What was found, for colleagues.")
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("reported_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", closed_on__isnull=True) | (~Q(state="open") & Q(closed_on__isnull=False)),
                name="problem_report_that_is_closed_says_when",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_category_display()}: {self.surgeon}"
