"""The four facts of a listing, drawn with dates that are always some way ahead: an example, nobody's record."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from directory.pages.surgeon_proof import Axis

# What, days since it began, days until it ends.
FACTS: tuple[tuple[Promise, int, int], ...] = (
    (_("Board certificate, from the board itself"), 1_800, 1_860),
    (_("Member of the society, in good standing"), 1_400, 220),
    (_("Operates only in an accredited facility"), 420, 475),
    (_("Agreed to be listed and confirmed every line"), 50, 40),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One fact; the positions are on an axis of 100, written with a point whatever the language."""

    statement: Promise
    until: dt.date
    past_x: str
    past_width: str
    width: str
    end: str
    today: str


def axis_years(day: dt.date) -> list[int]:
    return Axis(today=day).years


def example(day: dt.date) -> list[Example]:
    axis = Axis(today=day)
    now = axis.at(day)
    made = []
    for statement, before, after in FACTS:
        until = day + dt.timedelta(days=after)
        start, end = axis.at(day - dt.timedelta(days=before)), min(99.8, axis.at(until))
        made.append(
            Example(
                statement=statement,
                until=until,
                past_x=f"{start:.1f}",
                past_width=f"{now - start:.1f}",
                width=f"{max(0.3, end - now):.1f}",
                end=f"{end:.1f}",
                today=f"{now:.1f}",
            )
        )
    return made
