"""How an address says that it has to go: docs/api.md promises these headers for a year at least."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.http import http_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Deprecation:
    """`since` is the day of the decision, `until` the last day of service, `instead` the address that explains."""

    since: dt.date
    until: dt.date
    instead: str

    @property
    def headers(self) -> dict[str, str]:
        """Deprecation (RFC 9745), Sunset (RFC 8594) and a Link; days begin and end in UTC."""
        return {
            "Deprecation": f"@{_seconds(self.since)}",
            "Sunset": http_date(_seconds(self.until + dt.timedelta(days=1)) - 1),
            "Link": f'<{self.instead}>; rel="deprecation"; type="text/html"',
        }


def _seconds(day: dt.date) -> int:
    return int(dt.datetime.combine(day, dt.time(), dt.UTC).timestamp())
