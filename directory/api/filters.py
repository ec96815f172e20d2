"""What the lists can be narrowed by. Each help_text is the one source of the schema and of docs/api.md."""

from __future__ import annotations

import django_filters
from django.db.models import QuerySet

from directory.models import Article, Category, Concern, Procedure
from directory.models.procedures import Kind, Track
from directory.search.parameters import LONGEST_TEXT


def _by_slug(field: str, what: str, queryset: QuerySet, help_text: str) -> django_filters.ModelChoiceFilter:
    return django_filters.ModelChoiceFilter(
        field_name=field,
        queryset=queryset,
        to_field_name="slug",
        help_text=help_text,
        error_messages={"invalid_choice": f"There is no {what} of this slug."},
    )


def _choice(choices: list[tuple[str, str]], help_text: str) -> django_filters.ChoiceFilter:
    named = ", ".join(value for value, _ in choices)
    return django_filters.ChoiceFilter(
        choices=choices, help_text=help_text, error_messages={"invalid_choice": f"Use one of: {named}."}
    )


class TreatmentFilter(django_filters.FilterSet):
    name = django_filters.CharFilter(
        lookup_expr="icontains", max_length=LONGEST_TEXT, help_text="A part of the English name."
    )
    category = _by_slug("category", "category", Category.objects.all(), "The category's slug.")
    kind = _choice(Kind.choices, "How it is done.")
    track = _choice(Track.choices, "What it is done for.")
    concern = _by_slug(
        "concerns", "concern", Concern.objects.filter(retired=False), "A concern's slug: the treatments used for it."
    )

    class Meta:
        model = Procedure
        fields: list[str] = []


class ConcernFilter(django_filters.FilterSet):
    name = django_filters.CharFilter(
        lookup_expr="icontains", max_length=LONGEST_TEXT, help_text="A part of the English name."
    )
    treatment = _by_slug(
        "treatments",
        "treatment",
        Procedure.objects.filter(retired=False),
        "A treatment's slug: the concerns it is used for.",
    )

    class Meta:
        model = Concern
        fields: list[str] = []


class ArticleFilter(django_filters.FilterSet):
    treatment = _by_slug(
        "treatments",
        "treatment",
        Procedure.objects.filter(retired=False),
        "A treatment's slug: the articles that explain it.",
    )
    concern = _by_slug(
        "concerns", "concern", Concern.objects.filter(retired=False), "A concern's slug: the articles about it."
    )
    reviewed = django_filters.TypedChoiceFilter(
        choices=[("true", "true"), ("false", "false")],
        coerce=lambda value: value == "true",
        field_name="reviewed_on",
        lookup_expr="isnull",
        exclude=True,
        error_messages={"invalid_choice": "Use true or false."},
        help_text="Only those that a named person has reviewed medically, or only those that await it.",
    )

    class Meta:
        model = Article
        fields: list[str] = []
