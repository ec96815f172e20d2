"""Brings the texts about treatments and concerns in the database up to their files."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from directory.learn.texts import TextError
from directory.management.loading.texts import sync_texts


class Command(BaseCommand):
    help = "Makes the texts those under TEXTS_PATH, removes those whose entry is gone, and names what changed."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = sync_texts(settings.TEXTS_PATH)
        except TextError as error:
            raise CommandError(f"No text was changed:\n{error}") from error
        if options["verbosity"]:
            self.stdout.write("\n".join(report.lines(with_names=True)))
