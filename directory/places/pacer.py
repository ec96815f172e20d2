"""Keeps questions to a service apart. geopy's RateLimiter would let visitors queue without end; this one turns away."""

from __future__ import annotations

import threading
import time


class TooBusy(Exception):
    """A turn would come too late to wait for."""


class Pacer:
    """Lets questions through one by one, `pause` seconds apart, from all threads of a process together."""

    def __init__(self, *, pause: float, longest_wait: float, rest: float) -> None:
        """`longest_wait`: who would wait longer is turned away; `rest`: for how long nobody asks after a failure."""
        self.pause, self.longest_wait, self.rest = pause, longest_wait, rest
        self.lock = threading.Lock()
        self.free_at = 0.0

    def wait(self) -> None:
        """Sleep until it is this caller's turn. Raises TooBusy at once when that is too far off."""
        with self.lock:
            now = time.monotonic()
            turn = max(now, self.free_at)
            if turn - now > self.longest_wait:
                raise TooBusy("the service is busy or resting")
            self.free_at = turn + self.pause
        time.sleep(turn - now)

    def let_it_rest(self) -> None:
        """Ask nothing for a while: a service that is down would cost every visitor its timeout."""
        with self.lock:
            self.free_at = time.monotonic() + self.rest
