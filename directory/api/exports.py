"""GET export/surgeons.ndjson and .csv: everybody who is listed, streamed a batch at a time."""

from __future__ import annotations

import csv
import gc
from collections.abc import Iterator
from typing import Any

import orjson
from django.http import StreamingHttpResponse
from rest_framework.request import Request

from directory.api import addresses
from directory.api.reads import Read
from directory.api.records import records
from directory.models import Listing, today
from directory.search.memory import current

BATCH = 200
COLUMNS = (
    "slug", "name", "given", "family", "suffix", "credentials", "npi", "gender", "languages", "practice_since",
    "membership", "practice", "street", "street2", "city", "region", "postal_code", "country", "phone", "website",
    "lat", "lng", "accepting", "telehealth", "accessibility", "procedures", "evidence", "confirmed_on", "url",
)  # fmt: skip


class Export(Read):
    """All listed surgeons. The header Snapshot-Cursor joins to `changes/?since=`, which has what changed meanwhile."""

    content_type = ""
    filename = ""

    def lines(self, site: str) -> Iterator[bytes]:
        raise NotImplementedError

    def answer(self, request: Request, asked: dict[str, Any], **captured: str) -> StreamingHttpResponse:
        self.revisions = current().revisions
        cursor = str(self.revisions.get("listings", 0))
        site = addresses.site(request)
        return StreamingHttpResponse(
            self.lines(site),
            content_type=self.content_type,
            headers={
                "Snapshot-Cursor": cursor,
                "Link": f'<{site}{addresses.BASE}changes/?since={cursor}>; rel="next"',
                "Content-Disposition": f'attachment; filename="{self.filename}"',
            },
        )

    def everybody(self, site: str) -> Iterator[dict[str, Any]]:
        """Records in the order in which members were entered; holds one batch at a time."""
        last, day = 0, today()
        while batch := _listed_after(last, day):
            found = records(batch.values(), site=site, lang=self.lang, on=day)
            yield from (found[slug] for slug in batch.values() if slug in found)
            last = max(batch)
            del found
            gc.collect()  # a record and its offices point at each other: without this, batches pile up


class NDJSONExport(Export):
    """A record a line, as `surgeons/<slug>/` gives it."""

    content_type = "application/x-ndjson"
    filename = "surgeons.ndjson"

    def lines(self, site: str) -> Iterator[bytes]:
        for one in self.everybody(site):
            yield orjson.dumps(one) + b"\n"


class CSVExport(Export):
    """A line a surgeon and office; several values in one cell are parted by semicolons."""

    content_type = "text/csv; charset=utf-8"
    filename = "surgeons.csv"

    def lines(self, site: str) -> Iterator[bytes]:
        writer = csv.writer(Line())
        yield writer.writerow(COLUMNS)
        for one in self.everybody(site):
            for practice in one["practices"]:
                yield writer.writerow([harmless(value) for value in row(one, practice)])


class Line:
    """A file of one line, for csv: what is written is what writerow gives back."""

    def write(self, text: str) -> bytes:
        return text.encode()


def _listed_after(last: int, day: Any) -> dict[int, str]:
    rows = Listing.objects.filter(surgeon_id__gt=last, listed_until__gte=day).order_by("surgeon_id")
    return dict(rows.values_list("surgeon_id", "surgeon__slug").distinct()[:BATCH])


def row(one: dict[str, Any], practice: dict[str, Any]) -> list[Any]:
    """The cells of one surgeon at one office, in the order of COLUMNS."""
    offered = [offering["slug"] for offering in (*one["offerings"], *practice["offerings"])]
    known = {
        **one,
        **practice["address"],
        **practice["point"],
        **{name: practice[name] for name in ("phone", "website", "accepting", "telehealth")},
        "practice": practice["name"],
        "languages": ";".join(one["languages"]),
        "accessibility": ";".join(practice["accessibility"]),
        "procedures": ";".join(dict.fromkeys(offered)),
        "evidence": ";".join(_fact(fact) for fact in one["evidence"]),
    }
    return [known[column] for column in COLUMNS]


def _fact(fact: dict[str, Any]) -> str:
    return f"{fact['statement']} (checked {fact['checked_on']}, valid until {fact['valid_until'] or 'further notice'})"


def harmless(value: Any) -> Any:
    """Text that a spreadsheet would run as a formula gets an apostrophe before it; a telephone number is none."""
    risky = isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r")
    return f"'{value}" if risky and not value[1:].isdigit() else value
