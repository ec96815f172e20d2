"""docs/settings.md and the code know the same variables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
READ_IN_PYTHON = re.compile(r"""(?:\benv\.\w+|environ\.get|_database|environ\[)\(?["']([A-Z_]+)["']""")
READ_IN_RUN = re.compile(r"\$\{([A-Z_]+):-")
# What the tests and Django give each other, and what the summary of ./run is put together in.
OF_OUR_OWN = {"DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE"}


def sections() -> dict[str, dict[str, str]]:
    """Heading -> variable -> default, as the document says."""
    found: dict[str, dict[str, str]] = {}
    for part in (ROOT / "docs" / "settings.md").read_text().split("\n## ")[1:]:
        heading, _, rest = part.partition("\n")
        found[heading] = dict(re.findall(r"^\| `([A-Z_]+)` \| (.*?) \|", rest, re.MULTILINE))
    return found


def read_in(*files: Path) -> set[str]:
    """The variables that these files read."""
    text = "\n".join(path.read_text() for path in files)
    return (set(READ_IN_PYTHON.findall(text)) | set(READ_IN_RUN.findall(text))) - OF_OUR_OWN


def test_every_variable_of_the_service_is_documented_and_every_documented_one_is_read():
    assert set(sections()["The service"]) == read_in(*(ROOT / "config").glob("*.py"))


def test_no_other_module_of_the_service_reads_the_environment():
    modules = [*(ROOT / "directory").rglob("*.py"), *(ROOT / "members").rglob("*.py")]
    assert read_in(*modules) == set()


def test_every_variable_of_run_is_documented():
    documented = {name for section in sections().values() for name in section}
    assert read_in(ROOT / "run") <= documented
    assert set(sections()["`./run`"]) <= read_in(ROOT / "run")


def test_every_variable_of_the_tests_is_documented():
    documented = {name for section in sections().values() for name in section}
    assert read_in(*(ROOT / "tests").glob("*.py")) <= documented


@pytest.mark.parametrize("name", ["API_REQUESTS_PER_MINUTE", "API_PROXIES", "SEARCH_ARRAYS_LIMIT"])
def test_the_defaults_named_are_those_that_hold(name: str):
    assert sections()["The service"][name] == f"`{getattr(settings, name)}`"


def test_variables_are_in_the_order_of_the_alphabet():
    names = list(sections()["The service"])
    assert names == sorted(names)
