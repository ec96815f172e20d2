"""What staff see of the directory's own records."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from simple_history.admin import SimpleHistoryAdmin

from directory.models import (
    AmbiguousTerm,
    Article,
    Category,
    Change,
    Concern,
    Facility,
    FacilityAttestation,
    Listing,
    ProblemReport,
    Procedure,
    today,
)
from directory.search.upkeep import refresh

admin.site.site_header = "Surgeon Finder: staff"
admin.site.site_title = "Surgeon Finder"
admin.site.index_title = "Records"


class ReadOnlyAdmin(admin.ModelAdmin):
    """For what comes from committed files or is derived: staff look, and change the source."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Category)
class CategoryAdmin(ReadOnlyAdmin):
    list_display = ("name", "slug", "track", "position")
    list_filter = ("track",)
    search_fields = ("name", "slug")


@admin.register(Procedure)
class ProcedureAdmin(ReadOnlyAdmin):
    list_display = ("name", "slug", "category", "kind", "track", "retired")
    list_filter = ("retired", "track", "kind", "category")
    list_select_related = ("category",)
    search_fields = ("name", "slug", "terms__text")


@admin.register(Concern)
class ConcernAdmin(ReadOnlyAdmin):
    list_display = ("name", "slug", "retired")
    list_filter = ("retired",)
    search_fields = ("name", "slug", "terms__text")


@admin.register(AmbiguousTerm)
class AmbiguousTermAdmin(ReadOnlyAdmin):
    list_display = ("term", "note")
    search_fields = ("term", "note")


@admin.register(Article)
class ArticleAdmin(ReadOnlyAdmin):
    list_display = ("title", "state", "lang", "reviewed_on", "reviewer", "updated")
    list_filter = ("state", "lang")
    search_fields = ("title", "slug", "summary")
    exclude = ("html", "contents")


@admin.register(Listing)
class ListingAdmin(ReadOnlyAdmin):
    list_display = ("surgeon", "practice", "listed_until", "facts_until")
    list_select_related = ("surgeon", "practice")
    search_fields = ("surgeon__family_name", "surgeon__given_name", "practice__city")
    fields = ("surgeon", "practice", "listed_until", "facts_until", "card")


@admin.register(Change)
class ChangeAdmin(ReadOnlyAdmin):
    list_display = ("number", "at", "kind", "slug", "reason")
    list_filter = ("kind",)
    search_fields = ("slug",)


@admin.register(Facility)
class FacilityAdmin(SimpleHistoryAdmin):
    """An accreditation that ends may end listings: those who operate there are listed anew with the save."""

    list_display = ("name", "city", "region", "accreditor", "number", "expires", "verified_on")
    list_filter = ("accreditor", "country", "region")
    search_fields = ("name", "city", "number")
    date_hierarchy = "expires"

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        refresh(form.instance.attestations.values_list("surgeon_id", flat=True), reason="edited")

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Going back to a version is a write like any other, which does not pass through `save_related`."""
        with transaction.atomic():
            answer: HttpResponse = super().history_form_view(request, object_id, version_id, extra_context)
            if request.method == "POST":
                here = FacilityAttestation.objects.filter(facility=int(object_id))
                refresh(here.values_list("surgeon_id", flat=True), reason="edited")
        return answer


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
