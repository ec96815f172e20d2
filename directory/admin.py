"""What staff see of the directory's own records."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from directory.models import ProblemReport, today


@admin.register(ProblemReport)
class ProblemReportAdmin(admin.ModelAdmin):
    """Open ones first, the oldest at the top. What a reader wrote stays as it was written."""

    list_display = ("reported_on", "category", "surgeon", "state", "closed_on")
    list_filter = ("state", "category")
    list_select_related = ("surgeon",)
    search_fields = ("surgeon__family_name", "surgeon__given_name", "text")
    ordering = ("closed_on", "reported_on", "id")
    readonly_fields = ("surgeon", "category", "text", "reported_on", "closed_on")
    fields = ("surgeon", "category", "text", "reported_on", "state", "note", "closed_on")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: ProblemReport, form: Any, change: bool) -> None:
        """The day it was closed is the day that staff said so."""
        is_open = obj.state == ProblemReport.State.OPEN
        obj.closed_on = None if is_open else obj.closed_on or today()
        super().save_model(request, obj, form, change)
