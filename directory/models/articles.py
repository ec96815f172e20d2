"""What patients read."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from directory.models.procedures import Concern, Procedure
from directory.models.surgeons import Surgeon

DRAFT = "draft"  # as directory.learn has it; a test holds the two together


class ArticleQuerySet(models.QuerySet["Article"]):
    def published(self) -> ArticleQuerySet:
        """Those that patients may see: all but drafts."""
        return self.exclude(state=DRAFT)


class Article(models.Model):
    """An educational page, synced from a Markdown file, rendered and sanitised once, when it is written."""

    slug = models.SlugField(max_length=120, unique=True)
    lang = models.CharField(max_length=8, default="en")
    title = models.CharField(max_length=200)
    summary = models.TextField()
    source_text = models.TextField(help_text="The Markdown file, front matter and all.")
    html = models.TextField(editable=False)
    contents = models.JSONField(default=list, editable=False, help_text="[[id, heading], ...]")
    minutes = models.PositiveSmallIntegerField(default=1, editable=False)
    key_points = models.JSONField(default=list)
    questions = models.JSONField(default=list, help_text="To ask at the visit.")
    experts = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    state = models.CharField(max_length=40, default="awaiting medical review")
    published = models.DateField()
    updated = models.DateField()
    reviewed_on = models.DateField(null=True, blank=True)
    reviewer = models.CharField(max_length=160, blank=True)
    treatments = models.ManyToManyField(Procedure, through="ArticleTreatment", related_name="articles")
    concerns = models.ManyToManyField(Concern, blank=True, related_name="articles")
    contributors = models.ManyToManyField(Surgeon, blank=True, related_name="articles")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ("title",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reviewed_on__isnull=True) | ~models.Q(reviewer=""),
                name="article_reviewed_names_its_reviewer",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.slug])


class ArticleTreatment(models.Model):
    """One of an article's treatments, the most important first."""

    article = models.ForeignKey(Article, models.CASCADE)
    procedure = models.ForeignKey(Procedure, models.CASCADE)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return f"{self.article}: {self.procedure}"
