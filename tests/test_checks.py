"""Each wrong setting has a check with an id of its own, a message that names it, and a hint."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as project
from django.core.checks import run_checks

from directory.checks import is_private

WRONG: dict[str, tuple[str, dict[str, Any]]] = {
    "directory.E001": ("SITE_URL", {"SITE_URL": "finder.example.org"}),
    "directory.E002": ("GEOCODER", {"GEOCODER": "nominatum"}),
    "directory.E003": ("GEOCODER_OPTIONS", {"GEOCODER": "nominatim", "GEOCODER_OPTIONS": {"user": "me"}}),
    "directory.E004": ("GEOCODER_TIMEOUT_SECONDS", {"GEOCODER_TIMEOUT_SECONDS": 0.0}),
    "directory.E005": ("SEARCH_ARRAYS_LIMIT", {"SEARCH_ARRAYS_LIMIT": -1}),
    "directory.E006": ("API_REQUESTS_PER_MINUTE", {"API_REQUESTS_PER_MINUTE": -1}),
    "directory.E007": ("API_PROXIES", {"API_PROXIES": -1}),
    "directory.E009": ("vocabulary", {"VOCABULARY_PATH": Path("/nowhere")}),
    "directory.E010": ("articles", {"ARTICLES_PATH": Path("/nowhere")}),
    "directory.W001": ("DEMONSTRATION", {"ALLOWED_HOSTS": ["finder.example.org"]}),
    "directory.W002": ("DEBUG", {"ALLOWED_HOSTS": ["*"], "DEBUG": True}),
}


@pytest.fixture(autouse=True)
def _as_they_come(settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]  # the tests' own host apart


def ours() -> dict[str, Any]:
    return {str(one.id): one for one in run_checks() if str(one.id).startswith("directory.")}


def test_the_settings_as_they_come_are_right():
    assert ours() == {}


@pytest.mark.parametrize("id", sorted(WRONG))
def test_a_wrong_setting_is_named_with_what_would_be_right(id: str, settings):
    name, values = WRONG[id]
    for setting, value in values.items():
        setattr(settings, setting, value)
    found = ours()
    assert list(found) == [id]
    assert name in found[id].msg
    assert found[id].hint.endswith(".")


def test_missing_tables_of_places_are_named(monkeypatch, tmp_path: Path):
    monkeypatch.setattr("directory.checks.SOURCES", tmp_path)
    assert "us_zips" in ours()["directory.E008"].msg


@pytest.mark.parametrize(
    ("values"),
    [
        {"SITE_URL": "https://finder.example.org"},
        {"GEOCODER": "nominatim", "GEOCODER_OPTIONS": {"user_agent": "finder.example.org"}},
        {"ALLOWED_HOSTS": ["finder.example.org"], "DEMONSTRATION": False},
        {"SEARCH_ARRAYS_LIMIT": 0, "API_REQUESTS_PER_MINUTE": 0},
    ],
)
def test_a_right_setting_is_not_complained_about(values: dict[str, Any], settings):
    for setting, value in values.items():
        setattr(settings, setting, value)
    assert ours() == {}


@pytest.mark.parametrize("path", ["https://finder.example.org/path", "ftp://finder.example.org", "https://", "//x"])
def test_a_site_is_scheme_and_host_alone(path: str, settings):
    settings.SITE_URL = path
    assert list(ours()) == ["directory.E001"]


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "10.0.0.7", "192.168.1.2", "finder.internal"])
def test_a_host_of_ones_own_network_is_private(host: str):
    assert is_private(host)


@pytest.mark.parametrize("host", ["*", ".example.org", "finder.example.org", "8.8.8.8", ""])
def test_any_other_host_may_be_public(host: str):
    assert not is_private(host)


def test_every_id_has_its_case_above():
    code = (Path(project.BASE_DIR) / "directory" / "checks.py").read_text()
    named = set(re.findall(r'"(directory\.[EW]\d{3})"', code)) | {f"directory.E{number:03d}" for number in (5, 6, 7)}
    assert named == set(WRONG) | {"directory.E008"}
