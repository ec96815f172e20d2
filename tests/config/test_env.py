"""A value that cannot be right is refused by a message that names the variable and says what to use."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from config import env


@pytest.mark.parametrize(
    ("word", "value"), [("1", True), (" Yes ", True), ("on", True), ("0", False), ("no", False), ("", False)]
)
def test_a_flag_is_read_from_usual_words(monkeypatch, word: str, value: bool):
    monkeypatch.setenv("SOME", word)
    assert env.flag("SOME", default=not value) is value


def test_what_is_not_set_has_its_default(monkeypatch):
    monkeypatch.delenv("SOME", raising=False)
    assert env.flag("SOME", default=True) is True
    assert env.number("SOME", default=3) == 3
    assert env.words("SOME", default="a,b") == ["a", "b"]
    assert env.pairs("SOME") == {}
    assert env.choice("SOME", ("A", "B"), default="B") == "B"


def test_numbers_are_as_whole_as_their_default(monkeypatch):
    monkeypatch.setenv("SOME", "2.5")
    assert env.number("SOME", default=1.0) == 2.5
    with pytest.raises(ValueError, match=r"SOME is '2\.5'; use a whole number"):
        env.number("SOME", default=1)


def test_a_number_without_an_end_is_refused_in_plain_words(monkeypatch):
    monkeypatch.setenv("SOME", "inf")
    with pytest.raises(ValueError, match=r"^SOME is 'inf'; use a number$"):
        env.number("SOME", default=3.0)
    with pytest.raises(ValueError, match=r"^SOME is 'inf'; use a number from 1 up$"):
        env.number("SOME", default=3.0, minimum=1)


def test_an_empty_number_has_its_default(monkeypatch):
    monkeypatch.setenv("SOME", "")
    assert env.number("SOME", default=7) == 7


def test_lists_and_pairs_lose_their_blanks(monkeypatch):
    monkeypatch.setenv("SOME", " a=1 , b=x=y ,, ")
    assert env.words("SOME") == ["a=1", "b=x=y"]
    assert env.pairs("SOME") == {"a": "1", "b": "x=y"}


REFUSED = [
    ("DEBUG", "perhaps", "use 1 or 0"),
    ("SEARCH_ARRAYS_LIMIT", "many", "use a whole number"),
    ("SEARCH_ARRAYS_LIMIT", "1.5", "use a whole number"),
    ("GEOCODER_TIMEOUT_SECONDS", "soon", "use a number"),
    ("GEOCODER_TIMEOUT_SECONDS", "inf", "use a number"),
    ("GEOCODER_TIMEOUT_SECONDS", "nan", "use a number"),
    ("VAR_DIR", "/dev/null/folder", "use a folder that can be written to"),
    ("API_REQUESTS_PER_MINUTE", "few", "use a whole number"),
    ("API_PROXIES", "nginx", "use a whole number"),
    ("GEOCODER_OPTIONS", "user_agent", "use name=value"),
    ("LOG_LEVEL", "loud", "use one of DEBUG"),
    ("DATABASE_URL", "mysql://user:hunter2@host/name", "use sqlite:///path or postgres://"),
    ("DATABASE_URL", "hunter2", "use sqlite:///path or postgres://"),
    ("REPLICA_URLS", "mongodb://user:hunter2@host/name", "use sqlite:///path or postgres://"),
    ("MAP_TILE_URL", "tiles", "use one like https://"),
]


@pytest.mark.parametrize(("name", "value", "right"), REFUSED)
def test_a_wrong_value_stops_the_start_and_is_named(tmp_path: Path, name: str, value: str, right: str):
    environment = os.environ | {"VAR_DIR": str(tmp_path), "SECRET_KEY": ""} | {name: value}
    command = [sys.executable, "-c", "import config.settings"]
    run = subprocess.run(command, env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)
    last = run.stderr.strip().splitlines()[-1]
    assert run.returncode == 1
    assert last.startswith(f"ValueError: {name} ")
    assert right in last


def test_a_refused_address_of_a_database_does_not_show_its_password():
    with pytest.raises(ValueError, match="DATABASE_URL") as refused:
        env.database_url("DATABASE_URL", "mysql://user:hunter2@host/name")
    assert "hunter2" not in str(refused.value)


def test_a_secret_key_is_made_once_and_kept_for_its_owner_alone(tmp_path: Path, monkeypatch):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    made = env.secret_key(tmp_path / "new")
    assert env.secret_key(tmp_path / "new") == made
    assert (tmp_path / "new" / "secret_key").stat().st_mode & 0o777 == 0o600
    assert len(made) >= 50
