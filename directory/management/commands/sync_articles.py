"""Brings the articles in the database up to their files."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from directory.learn import ArticleError
from directory.management.loading.articles import sync_articles


class Command(BaseCommand):
    help = "Makes the articles those of ARTICLES_PATH, removes those whose file is gone, and names what changed."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = sync_articles(settings.ARTICLES_PATH)
        except ArticleError as error:
            raise CommandError(f"No article was changed:\n{error}") from error
        if options["verbosity"]:
            self.stdout.write("\n".join(report.lines(with_names=True)))
