"""Loads the committed vocabulary; run it again whenever the files have changed."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from directory.management.loading.checking import VocabularyError
from directory.management.loading.vocabulary import load_vocabulary


class Command(BaseCommand):
    help = "Makes procedures, concerns and their words those of VOCABULARY_PATH, and says what changed (-v 2: by name)."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = load_vocabulary(settings.VOCABULARY_PATH)
        except VocabularyError as error:
            raise CommandError(f"The vocabulary was not loaded, nothing was changed:\n{error}") from error
        if options["verbosity"]:
            self.stdout.write("\n".join(report.lines(with_names=options["verbosity"] > 1)))
