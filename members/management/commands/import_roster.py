"""manage.py import_roster: takes in a roster or an NPPES file, shows what would change, or takes it back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError

from members.models import ImportRun
from members.roster.files import UnreadableFile
from members.roster.importing import NothingWritten, run
from members.roster.report import Report
from members.roster.undoing import CannotUndo, undo


class Command(BaseCommand):
    help = "Import members from a CSV or XLSX roster or an NPPES file. Whoever is new is an unlisted draft."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="CSV (.csv, .csv.gz, .zip) or .xlsx.")
        parser.add_argument("--format", choices=ImportRun.Format.values, help="By the header where it is not given.")
        parser.add_argument("--dry-run", action="store_true", help="Show what would change; write nothing.")
        parser.add_argument("--skip-refused", action="store_true", help="Write the rows that are not refused.")
        parser.add_argument("--by", metavar="USERNAME", help="Whose name stands in the history; without it, nobody's.")
        parser.add_argument("--undo", metavar="ID", type=int, help="Take the import of this number back.")

    def handle(self, *args: Any, **options: Any) -> None:
        by = _user(options["by"])
        if (options["undo"] is None) == (options["file"] is None):
            raise CommandError("Give a file to import, or --undo with the number of an import.")
        if options["undo"] is not None:
            self._undo(options["undo"], by)
        else:
            self._import(options, by)

    def _undo(self, number: int, by: Any) -> None:
        try:
            undone = undo(number, by=by)
        except CannotUndo as refusal:
            raise CommandError("Nothing was undone.\n" + "\n".join(refusal.why)) from refusal
        self.stdout.write(f"Import {number} ({undone.file_name}) is undone.")

    def _import(self, options: dict[str, Any], by: Any) -> None:
        report = Report(self.stdout.write)
        dry, skip = options["dry_run"], options["skip_refused"]
        try:
            made = run(options["file"], report=report, form=options["format"], dry=dry, skip_refused=skip, by=by)
        except UnreadableFile as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{options['file']} cannot be opened: {error.strerror or error}.") from error
        except IntegrityError as error:
            raise CommandError(
                "Somebody else wrote the same people meanwhile. Nothing was written: try again."
            ) from error
        except NothingWritten:
            report.nothing_written()
            self._end(report, "Nothing was written, because rows are refused.")
            raise CommandError("Correct the rows that are refused, or leave them out with --skip-refused.") from None
        if made:
            self._end(report, f"This is import {made.pk}. To take it back: import_roster --undo {made.pk}")
            return
        blocked = " The refused rows would keep all from being written." if report.refused and not skip else ""
        self._end(report, f"This was a dry run. Nothing was written.{blocked}")

    def _end(self, report: Report, what: str) -> None:
        for why, count in report.skipped.most_common():
            self.stdout.write(f"skipped: {count} ({why})")
        self.stdout.write(what)
        for line in report.counts():
            self.stdout.write(line)


def _user(name: str | None) -> Any:
    if name is None:
        return None
    users = get_user_model()
    try:
        return users._default_manager.get_by_natural_key(name)
    except users.DoesNotExist:
        raise CommandError(f"--by: there is no user “{name}”.") from None
