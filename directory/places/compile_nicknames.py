"""Nicknames, metros, districts, airports and well-known mistakes, from a table written for this directory."""

from __future__ import annotations

import re
from collections.abc import Iterable

from directory.places.draft import OVERRIDE, Draft
from directory.places.normalise import key
from directory.places.sources import rows

OF_THEIR_OWN = ("county", "metro", "region", "airport", "district")
WIDE = ("county", "metro", "region")
STATE_ENDING = re.compile(r", [A-Z]{2}$")
SAME_DISTRICT_MILES, SAME_PLACE_MILES, SAME_REGION_MILES = 5, 12, 60


def nicknames(known: list[Draft], states: Iterable[Draft]) -> list[Draft]:
    """Give the places that are known already their nicknames; return those that are new."""
    by_state = {(state.region, state.country): state for state in states}
    by_name: dict[tuple[str, str, str], list[Draft]] = {}
    for draft in known:
        by_name.setdefault((key(draft.name), draft.region, draft.country), []).append(draft)
    new = []
    for row in sorted(rows("nicknames"), key=lambda row: row["kind"] not in OF_THEIR_OWN):
        row["name"] = STATE_ENDING.sub("", row["name"])
        where = (key(row["name"]), row["region"], row["country"])
        if row["note"].startswith(("state", "province")):
            place = by_state[row["region"], row["country"]]
            if row["country"] == "CA":
                place.lat, place.lng, place.radius = float(row["lat"]), float(row["lng"]), float(row["radius_miles"])
        else:
            fresh = _draft(row)
            place = next((other for other in by_name.get(where, ()) if _same(fresh, other)), fresh)
            if place is fresh:
                new.append(fresh)
                by_name.setdefault(where, []).append(fresh)
            elif fresh.kind == place.kind == "county":  # where the people are, rather than the middle of the land
                place.lat, place.lng, place.radius = fresh.lat, fresh.lng, fresh.radius
        mistake = row["kind"] == "misspelling"
        place.names.pop(key(row["text"]), None)
        place.call(row["text"], boost=OVERRIDE, listed=not mistake and len(row["text"]) > 2, mended=mistake)
        place.call(row["name"], boost=0)
    return new


def _draft(row: dict[str, str]) -> Draft:
    radius = float(row["radius_miles"])
    kind = row["kind"] if row["kind"] in OF_THEIR_OWN else "region" if radius > 25 else "district"
    return Draft(row["name"], kind, row["region"], row["country"], float(row["lat"]), float(row["lng"]),
                 radius=radius if kind in WIDE else None)  # fmt: skip


def _same(fresh: Draft, other: Draft) -> bool:
    if fresh.kind == other.kind == "county":  # no state has two of one name
        return True
    within = SAME_PLACE_MILES
    if fresh.kind in WIDE or other.kind in WIDE:
        within = SAME_REGION_MILES
    elif fresh.kind == "district":  # Cherry Creek in Denver is not the suburb of that name
        within = SAME_DISTRICT_MILES
    return fresh.point.miles_to(other.point) <= within
