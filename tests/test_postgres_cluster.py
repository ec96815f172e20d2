"""The PostgreSQL that tests run on is thrown away, and its failures are not."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from django.conf import settings

from tests.postgres_cluster import INSTALL, find_binaries

SERVES = """
import os, sys, psycopg
with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    print(connection.execute("SHOW data_directory").fetchone()[0])
sys.exit(7)
"""


@pytest.mark.skipif(find_binaries() is None, reason=INSTALL)
def test_a_command_has_a_server_and_leaves_nothing_but_its_exit_code():
    command = [sys.executable, "-m", "tests.postgres_cluster", sys.executable, "-c", SERVES]

    done = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)

    assert done.returncode == 7, done.stderr
    folder = Path(done.stdout.strip()).parent
    assert folder.parent == Path(tempfile.gettempdir())
    assert not folder.exists()
