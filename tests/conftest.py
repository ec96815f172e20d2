"""Fixtures for every test; those of one part of the code live in that part's own conftest."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from directory.search.memory import forget
from tests import network
from tests.browser_watch import FLAGS, Watch
from tests.chromium import INSTALL, find_chromium

# Playwright keeps an event loop in the main thread, which Django would take for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# Machines differ in speed: a property fails because it is wrong, never because it was slow. The same examples every
# time in CI; new ones at every run at home.
hypothesis_settings.register_profile("home", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.register_profile("ci", hypothesis_settings.get_profile("home"), derandomize=True, print_blob=True)
hypothesis_settings.load_profile("ci" if os.environ.get("CI") else "home")

network.block()


@pytest.fixture(autouse=True)
def _stays_on_this_machine() -> Iterator[None]:
    network.attempts.clear()
    yield
    assert not network.attempts, f"the test tried to reach {', '.join(network.attempts)}"


@pytest.fixture(autouse=True)
def _forgets_the_last_database() -> Iterator[None]:
    """A rolled-back test leaves its revision numbers to the next one; what the process kept by them must not stay."""
    forget()
    yield
    forget()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> None:
    """On SQLite a file, as in service: threads of the live server have connections of their own, and WAL is real."""
    default: dict[str, Any] = settings.DATABASES["default"]
    if default["ENGINE"] == "django.db.backends.sqlite3":
        default.setdefault("TEST", {})["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
    request.getfixturevalue("django_db_modify_db_settings_parallel_suffix")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material beside the checkout; it is not part of the project, so tests may lack it."""
    folder = Path(settings.BASE_DIR).parent / "shared"
    if not folder.is_dir():
        pytest.skip("no shared/ beside this checkout")
    return folder


@pytest.fixture
def run_pytest(tmp_path: Path) -> Callable[[str], subprocess.CompletedProcess[str]]:
    """Runs pytest on one text with this project's settings and fixtures: for tests about the tests."""

    def run_text(text: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "test_wrong.py").write_text(text)
        (tmp_path / "conftest.py").write_text('pytest_plugins = ["tests.conftest"]\n')
        ours = ["-c", "pyproject.toml", "--rootdir", str(tmp_path), "-p", "no:cacheprovider"]
        command = [sys.executable, "-m", "pytest", *ours, str(tmp_path)]
        apart = os.environ | {"DATABASE_URL": "", "REPLICA_URLS": ""}  # our own run may be using that database
        return subprocess.run(command, cwd=settings.BASE_DIR, env=apart, capture_output=True, text=True, check=False)

    return run_text


# ------------------------------------------------------------------ the browser


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], playwright: Any) -> dict[str, Any]:
    executable = find_chromium(playwright)
    if executable is None:
        pytest.skip(INSTALL)
    return {**browser_type_launch_args, "executable_path": executable, "args": FLAGS}


@pytest.fixture
def watch(live_server: Any) -> Watch:
    """What this test's browser may do; watch.allow() for a test about something that goes wrong."""
    return Watch(site=live_server.url)


@pytest.fixture
def context(new_context: Callable[..., Any], live_server: Any, watch: Watch) -> Iterator[Any]:
    """A browser with nothing in it, at the site: page.goto("/search"). Fails the test on what no page may do."""
    context = new_context(base_url=live_server.url)
    watch.attach(context)
    yield context
    problems = watch.finish(context)
    assert not problems, "\n".join(problems)
