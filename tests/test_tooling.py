"""The checks are on: each is shown something wrong, in a copy, and must say so."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
PACKAGES = ("config", "members", "directory", "benchmarks", "tests")
TOOLS = Path(sys.executable).parent

ILLEGAL_IMPORTS = {
    "members/wrong.py": "config.env",
    "directory/wrong.py": "members.apps",
    "directory/pages/wrong.py": "directory.api",
    "directory/api/wrong.py": "directory.pages",
    "directory/search/wrong.py": "directory.pages",
    "directory/models/wrong.py": "directory.search",
    "directory/places/wrong.py": "directory.models",
    "directory/search/wrong_request.py": "rest_framework",
    "directory/pages/wrong_test.py": "tests.network",
}


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"COLUMNS": "200", "NO_COLOR": "1"}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The code and the tools' settings, without data, to break things in."""
    for name in PACKAGES:
        only_code = shutil.ignore_patterns("__pycache__", "static", "data", "*.tsv")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=only_code)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_imports_against_the_one_direction_are_refused(copy):
    for path, module in ILLEGAL_IMPORTS.items():
        (copy / path).write_text(f"import {module}\n")
    (copy / "directory" / "homeless").mkdir()
    (copy / "directory" / "homeless" / "__init__.py").touch()

    done = run(str(TOOLS / "lint-imports"), "--no-cache", cwd=copy)

    assert done.returncode == 1
    for path, module in ILLEGAL_IMPORTS.items():
        importer = path.removesuffix(".py").replace("/", ".")
        assert f"{importer} -> {module}" in done.stdout
    assert "homeless" in done.stdout


WRONG_CODE = """
import datetime, subprocess
from .models import Thing
# x = compute(1)
def listed(a, b):
    day = datetime.date.today()
    subprocess.run(f"ls {a}", shell=True)
    return not a == b
"""


def test_ruff_sees_each_kind_of_mistake_that_it_is_meant_to(copy):
    (copy / "directory" / "wrong.py").write_text(WRONG_CODE)

    done = run(sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format=concise", "directory", cwd=copy)

    assert done.returncode == 1
    for rule in ("DTZ011", "E401", "ERA001", "F401", "F841", "I001", "S602", "SIM201", "TID252"):
        assert rule in done.stdout, rule


def test_a_warning_is_an_error(run_pytest):
    done = run_pytest("import warnings\n\ndef test_warns():\n    warnings.warn('old', DeprecationWarning)\n")

    assert "DeprecationWarning: old" in done.stdout
    assert done.returncode == 1


def test_an_unknown_marker_is_an_error(run_pytest):
    done = run_pytest("import pytest\n\n@pytest.mark.slwo\ndef test_marked():\n    pass\n")

    assert "'slwo' not found in `markers`" in done.stdout
    assert done.returncode != 0


def test_every_file_named_like_a_test_is_collected_and_nothing_else_hides_one():
    strays = [
        path.relative_to(ROOT)
        for path in (ROOT / "tests").rglob("*.py")
        if not path.name.startswith("test_") and "\ndef test_" in path.read_text()
    ]
    assert strays == []


def test_templates_that_djade_would_change_are_refused(tmp_path):
    template = tmp_path / "wrong.html"
    template.write_text("{% load static i18n %}{{x|upper}}\n")

    done = run(str(TOOLS / "djade"), "--target-version", "5.2", "--check", str(template), cwd=tmp_path)

    assert done.returncode == 1


def test_types_are_checked_strictly_and_with_django_known(copy):
    (copy / "directory" / "wrong.py").write_text(
        "from directory.models import Surgeon\n\n\n"
        "def slug(surgeon: Surgeon) -> int:\n    return surgeon.slug\n\n\n"
        "def untyped(surgeon):\n    return surgeon\n"
    )

    done = run(sys.executable, "-m", "mypy", "--cache-dir", str(copy / "cache"), "-p", "directory.wrong", cwd=copy)

    assert "directory/wrong.py:5: error: Incompatible return value type" in done.stdout
    assert "directory/wrong.py:8: error: Function is missing a type annotation" in done.stdout
