"""A surgeon's practices as a patient needs them: how to call, when to come, how to get there, what the office says."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.models import Accessibility, Practice
from directory.pages.wording import telephone
from directory.places import Point

DAYS = {
    "mon": gettext_lazy("Monday"),
    "tue": gettext_lazy("Tuesday"),
    "wed": gettext_lazy("Wednesday"),
    "thu": gettext_lazy("Thursday"),
    "fri": gettext_lazy("Friday"),
    "sat": gettext_lazy("Saturday"),
    "sun": gettext_lazy("Sunday"),
}
DIRECTIONS = "https://www.openstreetmap.org/directions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    name: str
    hours: str
    today: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """`distance_miles` is None where the reader named no place; `hours` is empty where the office gave none."""

    practice: Practice
    phone: str
    directions: str
    distance_miles: float | None
    hours: list[Day]
    has: list[str]
    has_not_said: list[str]


def office(practice: Practice, origin: Point | None, now: dt.datetime) -> Office:
    """The office as seen from `origin` at `now` (any time zone)."""
    point = f"{practice.lat:.5f},{practice.lng:.5f}"
    return Office(
        practice=practice,
        phone=telephone(practice.phone) if practice.phone else "",
        directions=f"{DIRECTIONS}?{urlencode({'to': point}, safe=',')}",
        distance_miles=origin.miles_to(practice.point) if origin else None,
        hours=week(practice.hours, _weekday(practice.lng, now)),
        has=[str(one.label) for one in Accessibility if one.value in practice.accessibility],
        has_not_said=[str(one.label) for one in Accessibility if one.value not in practice.accessibility],
    )


def week(hours: dict[str, str], weekday: int) -> list[Day]:
    """Seven days from Monday, `weekday` (0 for Monday) marked; a day left out is closed. [] where none is given."""
    if not hours:
        return []
    return [
        Day(name=str(name), hours=_hours(hours.get(code, "")), today=number == weekday)
        for number, (code, name) in enumerate(DAYS.items())
    ]


def _hours(text: str) -> str:
    """ "8:30-12:00, 13:00-17:00" as "8:30 am to 12 noon, ..."; anything of another form as it was written."""
    if not text:
        return _("closed")
    spans = [span.strip() for span in text.split(",")]
    return ", ".join(_span(span) for span in spans)


def _span(text: str) -> str:
    try:
        opens, closes = (dt.datetime.strptime(one.strip(), "%H:%M").time() for one in text.split("-"))  # noqa: DTZ007
    except ValueError:
        return text
    return _("%(opens)s to %(closes)s") % {"opens": _clock(opens), "closes": _clock(closes)}


def _clock(time: dt.time) -> str:
    return f"{time.hour % 12 or 12}:{time.minute:02d} {'am' if time.hour < 12 else 'pm'}"


def _weekday(lng: float, now: dt.datetime) -> int:
    """The day of the week by the sun at that longitude: within an hour or so of the office's own clock."""
    return (now.astimezone(dt.UTC) + dt.timedelta(hours=lng / 15)).weekday()
