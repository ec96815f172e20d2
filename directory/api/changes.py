"""GET changes/: the log of who came onto the list, changed or left it, so that a copy can be kept right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rest_framework.request import Request

from directory.api import addresses
from directory.api import parameters as own
from directory.api.reads import Read
from directory.api.records import records
from directory.models import Change
from directory.search.memory import current
from directory.search.parameters import BadParameters, Parameter


def _since(value: str) -> int:
    if not (value.isascii() and value.isdecimal() and len(value) <= 18):
        raise ValueError("Use the cursor of the last answer, or leave it out to begin at the beginning.")
    return int(value)


SINCE = Parameter(
    name="since", help="The cursor of the last answer or export; without it, all from the start.", read=_since
)
LIMIT = replace(own.LIMIT, help="How many changes at most.", default=100)


class Changes(Read):
    """Changes in their order. An upsert carries the record as it is now, null where the surgeon is no longer listed."""

    parameters = own.table(SINCE, LIMIT, own.LANG)

    def answer(self, request: Request, asked: dict[str, Any], **captured: str) -> dict[str, Any]:
        self.revisions = current().revisions
        last = self.revisions.get("listings", 0)
        since = asked["since"] or 0
        if since > last:
            raise BadParameters({"since": "This cursor is ahead of the log: begin anew, without it."})
        found = list(Change.objects.filter(number__gt=since, number__lte=last)[: asked["limit"]])
        site = addresses.site(request)
        upserts = {one.slug for one in found if one.kind == Change.Kind.UPSERT}
        shown = records(upserts, site=site, lang=self.lang)
        cursor = found[-1].number if found else last
        return {
            "changes": [_change(one, shown.get(one.slug)) for one in found],
            "cursor": str(cursor),
            "more": cursor < last,
            "next": f"{site}{addresses.BASE}changes/?since={cursor}&limit={asked['limit']}",
        }


def _change(change: Change, record: dict[str, Any] | None) -> dict[str, Any]:
    upsert = change.kind == Change.Kind.UPSERT
    return {
        "kind": change.kind,
        "slug": change.slug,
        "reason": change.reason,
        "at": change.at.isoformat(),
        "surgeon": record if upsert else None,
    }
