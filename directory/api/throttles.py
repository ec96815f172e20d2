"""How many requests one address may send a minute. Kept in the process: no query, nothing on disk."""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from dataclasses import dataclass

from django.conf import settings
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

WINDOW_SECONDS = 60
SECRET = secrets.token_bytes(16)


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is left of a minute: requests allowed and left, and the seconds until all are allowed again."""

    limit: int
    left: int
    reset: int

    @property
    def headers(self) -> dict[str, str]:
        return {
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(max(0, self.left)),
            "RateLimit-Reset": str(self.reset),
            "RateLimit-Policy": f"{self.limit};w={WINDOW_SECONDS}",
        }


class Minutes:
    """Counts by address in the minute that runs; all counts go when the next one begins.

    Addresses are kept as keyed hashes whose key dies with the process. Every worker counts for itself, so that a
    client whose connections are spread over several may get up to that many times its allowance.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._minute = 0
        self._counts: dict[bytes, int] = {}

    def count(self, address: str, now: float) -> tuple[int, int]:
        """How many requests this address has sent in this minute, this one included, and the seconds left of it."""
        minute, gone = divmod(int(now), WINDOW_SECONDS)
        key = hashlib.blake2b(_network(address).encode(), key=SECRET, digest_size=8).digest()
        with self._lock:
            if minute != self._minute:
                self._minute, self._counts = minute, {}
            count = self._counts[key] = self._counts.get(key, 0) + 1
        return count, WINDOW_SECONDS - gone

    def forget(self) -> None:
        """Begins anew; tests call it."""
        with self._lock:
            self._counts = {}


def _network(address: str) -> str:
    """The address; of IPv6 the first half, which is what one household or office is given."""
    return ":".join(address.split(":")[:4]) if address.count(":") > 1 else address


def client_address(request: Request) -> str:
    """Who asks: the address that the outermost of our own API_PROXIES saw, or the one that is connected."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    if settings.API_PROXIES and forwarded:
        hops: list[str] = [hop.strip() for hop in forwarded.split(",")]
        return hops[-min(settings.API_PROXIES, len(hops))]
    return str(request.META.get("REMOTE_ADDR", ""))


def is_loopback(address: str) -> bool:
    return address.startswith("127.") or address == "::1"


minutes = Minutes()


class PerMinute(BaseThrottle):
    """API_REQUESTS_PER_MINUTE an address, ten times that from this machine itself; 0 turns it off."""

    def allow_request(self, request: Request, view: APIView) -> bool:
        limit = settings.API_REQUESTS_PER_MINUTE
        if not limit:
            return True
        address = client_address(request)
        if is_loopback(address):
            limit *= 10
        count, self.reset = minutes.count(address, time.time())
        view.allowance = Allowance(limit=limit, left=limit - count, reset=self.reset)  # type: ignore[attr-defined]
        return count <= limit

    def wait(self) -> float:
        return self.reset
