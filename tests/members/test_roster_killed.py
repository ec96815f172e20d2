"""An import that is killed, as by a power cut: none of it is there, and the next run does all of it."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

from tests.members.roster_files import member, roster

PEOPLE = 1_200


@pytest.fixture
def manage(tmp_path):
    """Starts a command of manage.py on an embedded database of its own."""
    apart = os.environ | {"VAR_DIR": str(tmp_path / "var"), "DATABASE_URL": "", "REPLICA_URLS": ""}

    def start(*arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.Popen(command, cwd=settings.BASE_DIR, env=apart, stdout=subprocess.PIPE, text=True)

    with start("migrate", "-v0") as migrating:
        assert migrating.wait() == 0
    return start


def written(folder: Path) -> list[int]:
    """How many surgeons, offices, entries and imports there are."""
    path = next(folder.glob("var/*.sqlite3"))
    tables = ("directory_surgeon", "directory_practice", "members_rosterentry", "members_importrun")
    with sqlite3.connect(path) as database:
        found = [database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]  # noqa: S608
    database.close()
    return found


def test_an_import_that_is_killed_amid_its_writes_leaves_nothing_and_is_simply_made_again(manage, tmp_path):
    path = roster(tmp_path / "roster.csv", *(member(number) for number in range(PEOPLE)))
    with manage("import_roster", str(path)) as importing:
        assert importing.stdout
        next(importing.stdout)  # a row is told while its batch is planned, inside the transaction
        time.sleep(0.2)
        importing.send_signal(signal.SIGKILL)
        assert importing.wait() == -signal.SIGKILL
    assert written(tmp_path) == [0, 0, 0, 0]
    with manage("import_roster", str(path)) as again:
        said, _ = again.communicate()
    assert f"created: {PEOPLE}" in said
    assert written(tmp_path) == [PEOPLE, PEOPLE, PEOPLE, 1]
