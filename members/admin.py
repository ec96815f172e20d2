"""What staff do with a surgeon's record: everything on one page, signed, and seen by search in the same step."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminURLFieldWidget
from django.db import models, transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html_join
from simple_history.admin import SimpleHistoryAdmin

from directory.models import Certification, FacilityAttestation, Offering, Practice, Surgeon
from directory.models.promise import why_not_listed
from directory.search.upkeep import refresh
from members.services.changing import changing

REASON = "edited by staff"


class CertificationInline(admin.StackedInline):
    model = Certification
    extra = 0


class AttestationInline(admin.TabularInline):
    model = FacilityAttestation
    extra = 0
    autocomplete_fields = ("facility",)


class HttpsField(forms.URLField):
    """An address typed without its scheme is taken as https."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(assume_scheme="https", **kwargs)


class NeverNull(forms.JSONField):
    """An emptied box is what the record begins with, an empty list or mapping: a null has no place there."""

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        return self.initial() if cleaned is None and callable(self.initial) else cleaned


class PracticeInline(admin.StackedInline):
    model = Practice
    extra = 0
    formfield_overrides = {
        models.JSONField: {"form_class": NeverNull},
        models.URLField: {"form_class": HttpsField, "widget": AdminURLFieldWidget},
    }


class OfferingInline(admin.TabularInline):
    model = Offering
    extra = 0
    autocomplete_fields = ("procedure",)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Only the surgeon's own practices: nobody operates at another's by a slip."""
        if db_field.name == "practice" and request.resolver_match:
            kwargs["queryset"] = Practice.objects.filter(surgeon=request.resolver_match.kwargs.get("object_id"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class ListedToday(admin.SimpleListFilter):
    title = "listed today"
    parameter_name = "listed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Yes"), ("no", "No")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        listed = Surgeon.objects.listed().values("pk")
        if self.value() == "yes":
            return queryset.filter(pk__in=listed)
        return queryset.exclude(pk__in=listed) if self.value() == "no" else queryset


@admin.register(Surgeon)
class SurgeonAdmin(SimpleHistoryAdmin):
    """A member is never deleted here: the history and the log of changes stand on the record. Do-not-list hides it."""

    list_display = ("family_name", "given_name", "member_class", "standing", "membership_until", "consented_on")
    list_filter = (ListedToday, "member_class", "standing", "do_not_list", "certifications__board")
    search_fields = ("family_name", "given_name", "other_names", "npi", "slug", "practices__city")
    readonly_fields = ("listed_today", "created_at", "updated_at")
    formfield_overrides = {models.JSONField: {"form_class": NeverNull}}
    inlines = (CertificationInline, AttestationInline, PracticeInline, OfferingInline)
    save_on_top = True

    @admin.display(description="Listed today?")
    def listed_today(self, surgeon: Surgeon) -> str:
        missing = why_not_listed(surgeon)
        if not missing:
            return "Yes: every fact of the promise holds."
        return format_html_join("", "<p>{}</p>", [("No.",), *((fact,) for fact in missing)])

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A slug is a public id: links and copies elsewhere know the surgeon by it, so that it stays as it began."""
        return (*self.readonly_fields, "slug") if obj else self.readonly_fields

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, tuple[str, ...]]:
        return {} if obj else {"slug": ("given_name", "family_name")}

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Going back to a version is a write like any other, which does not pass through `save_related`."""
        with transaction.atomic():
            answer: HttpResponse = super().history_form_view(request, object_id, version_id, extra_context)
            if request.method == "POST":
                refresh([int(object_id)], reason="edited")
        return answer

    def save_model(self, request: HttpRequest, obj: Surgeon, form: Any, change: bool) -> None:
        obj._change_reason = REASON  # type: ignore[attr-defined]
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """The page's one transaction holds the record, its parts and its listings."""
        with changing(form.instance, by=request.user, reason=REASON):
            super().save_related(request, form, formsets, change)
