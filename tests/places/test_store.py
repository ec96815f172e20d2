"""The compiled file: built when it is missing or stale, by one of several builders, never read half done."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from directory.places import build, conf, sources


def test_the_file_lies_in_the_configured_folder_and_is_built(tmp_path: Path):
    assert build().parent == Path(settings.GAZETTEER_PATH)
    assert build().exists()


def test_nothing_can_write_to_it():
    from directory.places.store import connection

    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection().execute("DELETE FROM place")


@pytest.mark.parametrize("change", ["nicknames.csv", "us_zips.csv.gz"])
def test_other_sources_mean_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str):
    for path in sources.SOURCES.glob("*.csv*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    before = conf.gazetteer_path()
    monkeypatch.setattr(sources, "SOURCES", tmp_path)
    assert conf.gazetteer_path() == before, "the same sources, the same file"
    (tmp_path / change).write_bytes((tmp_path / change).read_bytes() + b"\n")
    assert conf.gazetteer_path() != before


def test_two_builders_at_once_leave_one_whole_file(tmp_path: Path):
    target = tmp_path / "gazetteer.sqlite"
    command = [sys.executable, "-m", "directory.places.compile", str(target)]
    builders = [subprocess.Popen(command, cwd=settings.BASE_DIR, stderr=subprocess.DEVNULL) for _ in range(2)]
    assert [builder.wait(timeout=120) for builder in builders] == [0, 0]
    assert [path.name for path in tmp_path.iterdir()] == ["gazetteer.sqlite"]
    database = sqlite3.connect(target)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("SELECT count(*) FROM place").fetchone()[0] > 90_000
    database.close()
