"""Everybody at once: the memory that the server takes to send it, early in the answer and at its end."""

from __future__ import annotations

import http.client
import time
from collections.abc import Callable

from benchmarks.clock import table
from benchmarks.stack import forget_peak, peak_megabytes, server

FORMATS = ("ndjson", "csv")
ROUNDS = 2  # the first one also reads the code and the tables that are read once
EARLY = 1_000  # lines


def report() -> None:
    rows = []
    with server() as (port, pids):
        for name in FORMATS * ROUNDS:
            for pid in pids:
                forget_peak(pid)
            peaks: list[float] = []
            start = time.perf_counter()
            lines = fetch(
                port,
                f"/api/v1/export/surgeons.{name}",
                early=lambda: peaks.append(max(map(peak_megabytes, pids))),  # noqa: B023 - called before the next round
            )
            took = time.perf_counter() - start
            end = max(map(peak_megabytes, pids))
            rows.append((name, f"{lines:,}", f"{took:.1f}", f"{lines / took:,.0f}", f"{peaks[0]:.0f}", f"{end:.0f}"))
    table(("export", "lines", "seconds", "lines/s", f"peak MB after {EARLY:,} lines", "peak MB at the end"), rows)


def fetch(port: int, path: str, *, early: Callable[[], None]) -> int:
    """Reads all as it comes and gives the number of lines; calls `early` once, after EARLY lines or all of fewer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
    connection.request("GET", path)
    answer = connection.getresponse()
    lines, called = 0, False
    while part := answer.read(65_536):
        lines += part.count(b"\n")
        if lines >= EARLY and not called:
            early()
            called = True
    connection.close()
    if not called:
        early()
    return lines
