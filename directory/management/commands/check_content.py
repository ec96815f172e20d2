"""Whether everything patients may read is there, leads somewhere, and is plain enough."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from directory.management.loading.checking import VocabularyError
from directory.management.loading.content import Row, check_content

HEAD = ("what", "language", "there", "missing", "unreviewed", "grade")


class Command(BaseCommand):
    help = (
        "Prints a table of articles and texts with their median reading grade (Flesch-Kincaid), and ends with 1 where"
        " one is missing, leads nowhere or is too hard. Reads the files, no database."
    )
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            rows, problems = check_content(settings.ARTICLES_PATH, settings.TEXTS_PATH, settings.VOCABULARY_PATH)
        except VocabularyError as error:
            raise CommandError(f"The vocabulary cannot be used:\n{error}") from error
        self.stdout.write("\n".join(map(_line, [HEAD, *map(_cells, rows)])))
        if problems:
            raise CommandError(f"{len(problems)} to mend:\n" + "\n".join(map(str, problems)))


def _cells(row: Row) -> tuple[str, ...]:
    grade = "-" if row.grade is None else f"{row.grade:.1f}"
    return row.what, row.lang, str(row.there), str(row.missing), str(row.unreviewed), grade


def _line(cells: tuple[str, ...]) -> str:
    what, lang, *numbers = cells
    return f"{what:<12}{lang:<10}" + "".join(f"{number:>12}" for number in numbers)
