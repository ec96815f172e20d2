"""./run says what it can do, and what to do where it cannot."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
# All that ./run needs of a system besides Python.
TOOLS = ("cat", "cksum", "dirname", "env", "find", "mkdir", "sort")


def executable(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    """A PATH with the usual tools and no Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in TOOLS:
        (folder / tool).symlink_to(str(shutil.which(tool)))
    return folder


@pytest.fixture
def run(tmp_path: Path, bin_folder: Path):
    """A copy of ./run in a folder of its own, run with that PATH."""
    for name in ("run", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, tmp_path)

    def run_with(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["/bin/sh", str(tmp_path / "run"), *arguments],
            env={"PATH": str(bin_folder)} | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    return run_with


def test_help_lists_every_command_and_only_those(run):
    cases = (ROOT / "run").read_text().partition("\ncase $command in")[2]
    commands = set(re.findall(r"^    ([a-z]+)(?: \|[^)]*)?\)", cases, re.MULTILINE)) - {"serve"}

    listed = set(re.findall(r"^\./run ([a-z]+)", run("help").stdout, re.MULTILINE))

    assert listed == commands
    assert {"test", "lint", "shell", "manage", "bench", "help"} <= listed


def test_an_unknown_command_is_refused_with_the_list(run):
    done = run("tset")

    assert done.returncode == 1
    assert "./run does not know 'tset'." in done.stderr
    assert "./run test " in done.stderr


def test_without_python_it_says_what_to_install(run):
    done = run("setup")

    assert done.returncode == 1
    assert "apt-get install python3 python3-venv" in done.stderr


def test_a_python_that_exists_and_fails_is_passed_over(run, bin_folder):
    executable(bin_folder / "python3.13", "exit 127")
    executable(bin_folder / "python3.12", 'case $1 in -c) exit 0 ;; *) echo "3.12 was asked: $*"; exit 9 ;; esac')

    done = run("setup")

    assert done.stdout == "3.12 was asked: -m venv --clear .venv\n"
    assert done.returncode == 9


def test_a_failed_installation_stops_and_is_tried_again(run, tmp_path):
    (tmp_path / ".venv/bin").mkdir(parents=True)
    executable(tmp_path / ".venv/bin/python", 'case $1 in -c) echo yes ;; *) echo "asked: $*"; exit 3 ;; esac')

    for _ in range(2):
        done = run("manage", "check")

        assert done.stdout == "asked: -m pip install --quiet --disable-pip-version-check -r requirements.txt\n"
        assert done.returncode == 3


def test_a_port_in_use_is_said_with_the_way_out(run, tmp_path):
    # A Python that pretends to be the environment, with everything installed.
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".venv/bin/python").symlink_to(Path(sys.executable).resolve())
    both = (tmp_path / "requirements.txt").read_bytes() * 2
    stamp = subprocess.run(["cksum"], input=both, capture_output=True, check=True).stdout
    (tmp_path / ".venv/installed-requirements").write_bytes(stamp)

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run(PORT=port)

    assert done.returncode == 1
    assert f"Cannot listen on 127.0.0.1:{port}" in done.stderr
    assert "PORT=8001 ./run" in done.stderr


def test_the_demonstration_is_filled_again_when_a_month_has_passed(tmp_path, bin_folder):
    """Invented certificates run out like real ones: a copy started again after a year would show nobody."""
    for folder in ("config", "directory", "members", "fixtures"):
        (tmp_path / folder).mkdir()
    function = re.search(r"^content_checksum\(\) \{.*?^\}", (ROOT / "run").read_text(), re.MULTILINE | re.DOTALL)
    assert function

    def checksum(month: str) -> str:
        executable(bin_folder / "date", f"echo {month}")
        command = ["/bin/sh", "-c", f"{function[0]}\ncontent_checksum"]
        environment = {"PATH": str(bin_folder)}
        return subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, check=True, text=True).stdout

    assert checksum("2026-11") == checksum("2026-11") != checksum("2026-12")


@pytest.mark.parametrize(
    ("command", "status", "summary"),
    [
        ("echo '===== 3 passed in 0.10s ====='", 0, "ok: 3 passed in 0.10s"),
        ("echo '===== 1 failed in 0.10s ====='; false", 1, "FAILED: 1 failed in 0.10s"),
        ("false", 1, "FAILED: no test ran"),
    ],
)
def test_what_the_tests_print_is_shown_and_their_end_decides(tmp_path, command, status, summary):
    functions = (ROOT / "run").read_text().partition("\ncommand=${1:-serve}")[0]
    script = tmp_path / "run"
    script.write_text(f"{functions}\ntests 'tests here' sh -c \"{command}\"\nfinish\n")

    done = subprocess.run(
        ["/bin/sh", str(script)],
        env=os.environ | {"VAR_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == status
    assert summary in done.stdout
    assert "===== " in done.stdout or command == "false"
