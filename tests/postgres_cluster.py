"""A PostgreSQL of our own for the length of a test run, in a temporary folder and on a free port of 127.0.0.1.

`python -m tests.postgres_cluster COMMAND...` runs a command with DATABASE_URL set to it and passes its exit code on;
`python -m tests.postgres_cluster --find` prints the folder of the binaries, or fails where there are none.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

INSTALL = "no PostgreSQL server here: apt-get install postgresql, or brew install postgresql"
# Nothing here outlives the run, so nothing need survive a power cut.
SERVER_OPTIONS = "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c synchronous_commit=off"


def find_binaries() -> Path | None:
    """The folder that holds initdb, pg_ctl and postgres: the one on PATH, else Debian's newest."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda bin: float(bin.parent.name), reverse=True)
    return next((folder for folder in folders if (folder / "postgres").exists()), None)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def cluster() -> Iterator[str]:
    """The DATABASE_URL of a fresh, empty cluster, stopped and removed at the end however that comes."""
    binaries = find_binaries()
    if binaries is None:
        raise FileNotFoundError(INSTALL)
    folder = Path(tempfile.mkdtemp(prefix="surgeon-finder-postgres-"))
    # initdb refuses to run as root; Debian's package brings a user for it.
    as_owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_owner:
        shutil.chown(folder, "postgres")

    def run(program: str, *arguments: str) -> None:
        command = [*as_owner, str(binaries / program), "-D", str(folder / "data"), *arguments]
        done = subprocess.run(command, cwd=folder, capture_output=program == "initdb", text=True, check=False)
        if done.returncode:
            log = folder / "log"
            raise RuntimeError(f"{program} failed: {done.stderr or ''}{log.read_text() if log.exists() else ''}")

    try:
        locale = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
        run("initdb", "-U", "finder", "-A", "trust", "-E", "UTF8", f"--locale={locale}", "--no-sync")
        port = _free_port()
        run("pg_ctl", "start", "-s", "-w", "-l", str(folder / "log"), "-o", f"-p {port} {SERVER_OPTIONS}")
        yield f"postgres://finder@127.0.0.1:{port}/postgres"
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            run("pg_ctl", "stop", "-s", "-w", "-m", "immediate")
        shutil.rmtree(folder)


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def main(arguments: list[str]) -> int:
    binaries = find_binaries()
    if binaries is None or not arguments:
        print(INSTALL if binaries is None else __doc__, file=sys.stderr)
        return 1
    if arguments == ["--find"]:
        print(binaries)
        return 0
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    with cluster() as url:
        try:
            return subprocess.run(arguments, env=os.environ | {"DATABASE_URL": url}, check=False).returncode
        except KeyboardInterrupt:
            return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
