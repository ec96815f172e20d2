"""Lists what waits for a clinician's eye; readers never see the marks."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from directory.learn.texts import TextError
from directory.management.loading.content import statements_to_check


class Command(BaseCommand):
    help = "Lists the statements of articles and texts that are marked for a medical review, each with its place."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            found = statements_to_check(settings.ARTICLES_PATH, settings.TEXTS_PATH)
        except TextError as error:
            raise CommandError(f"The texts cannot be read:\n{error}") from error
        for where, statement in found:
            self.stdout.write(f"{where}: {statement}")
        self.stdout.write(f"{len(found)} statements wait for a medical review.")
