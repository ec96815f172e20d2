"""No test reaches another machine: sockets and name look-ups that would leave are refused, and remembered.

Code under test may swallow the refusal as it would any outage, so `attempts` is what fails the test.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from typing import Any

attempts: list[str] = []


class OutsideNetworkError(OSError):
    """A test tried to talk to another machine."""


def is_local(host: str | bytes | None) -> bool:
    """Whether `host` is this machine; a name other than localhost would itself have to be asked for outside."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost", socket.gethostname()):
        return True
    try:
        return ipaddress.ip_address(str(name).partition("%")[0]).is_loopback
    except ValueError:
        return False


def _refuse_unless_local(host: str | bytes | None) -> None:
    if not is_local(host):
        attempts.append(str(host))
        raise OutsideNetworkError(f"tests may not reach {host!r}")


def _guard_address(original: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(sock: socket.socket, *arguments: Any) -> Any:
        address = arguments[-1]
        if isinstance(address, tuple):  # a Unix socket's address is a path
            _refuse_unless_local(address[0])
        return original(sock, *arguments)

    return guarded


def block() -> None:
    """Guard every way that Python code has to reach another machine; libraries in C, such as libpq, have their own."""
    for name in ("connect", "connect_ex", "sendto"):
        setattr(socket.socket, name, _guard_address(getattr(socket.socket, name)))
    look_up = socket.getaddrinfo

    def guarded(host: str | bytes | None, *arguments: Any, **named: Any) -> Any:
        _refuse_unless_local(host)
        return look_up(host, *arguments, **named)

    socket.getaddrinfo = guarded
