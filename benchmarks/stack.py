"""The whole stack: the real server, real sockets, the peers on the same server in turn."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks.clock import median_and_p95, table
from benchmarks.questions import questions

WORKERS = 2
CLIENTS = 4
TURNS = 5
ANSWERED_304 = "REST search answered 304"


class _Sum:
    """What some requests cost together: `cpu` and `seconds` are seconds a request, `taken` milliseconds of each."""

    def __init__(self) -> None:
        self.taken: list[float] = []
        self._cpu = self._wall = 0.0

    def add(self, port: int, pids: list[int], paths: list[str], tags: dict[str, str] | None = None) -> None:
        before, start = cpu_seconds(pids), time.perf_counter()
        self.taken += _run(port, paths, tags or {})
        self._wall += time.perf_counter() - start
        self._cpu += cpu_seconds(pids) - before

    @property
    def cpu(self) -> float:
        return self._cpu / len(self.taken)

    @property
    def seconds(self) -> float:
        return self._wall / len(self.taken)


def report(requests: int) -> None:
    asked = questions(requests, seed=2)
    searches = [f"/api/v1/surgeons/?{one.query}" for one in asked]
    paths = {
        "REST search: page, total, facets, evidence": searches,
        ANSWERED_304: searches,
        "the same by SQL alone (no arrays)": searches,
        "HTML search page": [f"/search?{one.query}" for one in asked[: requests // 3]],
        "usual ModelSerializer over joins: page and total": [
            f"/bench/usual/?{one.query}" for one in asked[: requests // 10]
        ],
        "suggest/treatments": [f"/api/v1/suggest/treatments/?q={word}" for word in ("rhino", "turkey", "lip", "scar")]
        * (requests // 4),
        "suggest/places": [f"/api/v1/suggest/places/?q={word}" for word in ("winn", "chic", "9021", "tor")]
        * (requests // 4),
    }
    rows = []
    for name, some in paths.items():
        with server(arrays="no arrays" not in name) as (port, pids):
            tags = tags_of(port, some) if name == ANSWERED_304 else {}
            _run(port, some[: max(20, len(some) // 10)], tags)
            own, hello = _Sum(), _Sum()
            for turn in range(TURNS):  # by turns, so that a noisy neighbor disturbs both
                hello.add(port, pids, ["/bench/hello/"] * (requests // TURNS))
                own.add(port, pids, some[turn::TURNS], tags)
            middle, slow = median_and_p95(own.taken)
            rows.append((
                name,
                f"{1 / own.seconds:,.0f}",
                f"{own.cpu * 1000:.2f}",
                f"{hello.cpu * 1000:.2f}",
                f"{own.cpu / hello.cpu:.1f}",
                f"{own.seconds / hello.seconds:.1f}",
                f"{middle:.1f}",
                f"{slow:.1f}",
            ))  # fmt: skip
            memory = max(resident_megabytes(pid) for pid in pids)
    head = ("requests/s", "CPU ms a request", "CPU ms of hello beside it", "x hello (CPU)", "x hello (rate)")
    table(("whole stack", *head, "median ms", "p95 ms"), rows)
    print(f"{WORKERS} workers, {CLIENTS} clients on the same machine; largest process {memory:.0f} MB")


@contextmanager
def server(*, arrays: bool = True) -> Iterator[tuple[int, list[int]]]:
    """Port and process ids of the server that `./run` uses, ended by its id."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    command += [
        "--workers",
        str(WORKERS),
        "--blocking-threads",
        "1",
        "--no-ws",
        "--no-access-log",
        "--log-level",
        "warning",
    ]
    environment = os.environ | ({} if arrays else {"SEARCH_ARRAYS_LIMIT": "0"})
    process = subprocess.Popen([*command, "config.wsgi:application"], env=environment)
    try:
        _wait(port)
        yield port, [process.pid, *_children(process.pid)]
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


def _wait(port: int) -> None:
    for _ in range(600):
        try:
            _get(port, "/bench/hello/")
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the server did not start")


def _get(port: int, path: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    connection.getresponse().read()
    connection.close()


def tags_of(port: int, paths: list[str]) -> dict[str, str]:
    """The ETag of each path's answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    found: dict[str, str] = {}
    for path in paths:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        found[path] = str(answer.headers["ETag"])
    connection.close()
    return found


def _run(port: int, paths: list[str], tags: Mapping[str, str]) -> list[float]:
    """Milliseconds of each request, asked by CLIENTS threads over kept connections.

    Where there are tags they are sent along. Any answer but 200, or with tags but 304, is an error.
    """
    expected = 304 if tags else 200
    taken: list[float] = []
    failures: list[str] = []

    def ask(mine: list[str]) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for path in mine:
            start = time.perf_counter()
            connection.request("GET", path, headers={"If-None-Match": tags[path]} if tags else {})
            answer = connection.getresponse()
            answer.read()
            taken.append((time.perf_counter() - start) * 1000)
            if answer.status != expected:
                failures.append(f"{answer.status} {path}")
        connection.close()

    threads = [threading.Thread(target=ask, args=(paths[number::CLIENTS],)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise RuntimeError(f"{len(failures)} requests failed, the first: {failures[0]}")
    return taken


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in listed.read_text().split()] if listed.exists() else []


def cpu_seconds(pids: list[int]) -> float:
    """User and system time of the processes, from Linux's /proc."""
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def resident_megabytes(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


def peak_megabytes(pid: int) -> float:
    """The most that the process has held since it started, or since `forget_peak`."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def forget_peak(pid: int) -> None:
    Path(f"/proc/{pid}/clear_refs").write_text("5")
