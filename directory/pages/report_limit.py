"""How many reports one network address may send a day, counted without writing the address down."""

from __future__ import annotations

import ipaddress

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from directory.models import today

REPORTS_A_DAY = 10
DAY_SECONDS = 24 * 3600


def within_limit(address: str) -> bool:
    """Counts one more report from `address`; False once there have been too many today.

    What is kept, for a day, is a number under a hash of the day and the address that only our own key can make.
    """
    key = limit_key(address)
    cache.add(key, 0, DAY_SECONDS)
    try:
        return cache.incr(key) <= REPORTS_A_DAY
    except ValueError:  # it ran out between the two
        return True


def limit_key(address: str) -> str:
    hashed = salted_hmac("directory.report_limit", f"{today()} {_network(address)}", algorithm="sha256")
    return f"report-limit:{hashed.hexdigest()}"


def _network(address: str) -> str:
    """An IPv6 household has a whole network of addresses, so the first 64 bits count; anything else as it is."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network((ip, 64), strict=False)) if ip.version == 6 else str(ip)
