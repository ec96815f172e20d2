"""The evidence over time: each fact of a listing as words and as a bar on one axis, with today drawn through it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from directory.pages.surgeon_record import SurgeonRecord
from directory.pages.wording import SOON_DAYS
from directory.search import cards

YEARS_BACK, YEARS_SHOWN = 2, 8
State = Literal["good", "soon", "overdue"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Eight years from the January two years back; positions on it run from 0 to 100."""

    today: dt.date

    @property
    def begins(self) -> dt.date:
        return dt.date(self.today.year - YEARS_BACK, 1, 1)

    @property
    def years(self) -> list[int]:
        return [self.begins.year + step for step in range(0, YEARS_SHOWN, 2)]

    def at(self, day: dt.date) -> float:
        length = (dt.date(self.begins.year + YEARS_SHOWN, 1, 1) - self.begins).days
        return min(100.0, max(0.0, 100 * (day - self.begins).days / length))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Attributes of the drawing, written with a point whatever the language. `end` is empty for a fact without one."""

    past_x: str
    past_width: str
    coming_x: str
    coming_width: str
    end: str
    today: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One dated fact in the words that the search uses too. `valid_until` is None where nothing ends it."""

    kind: str
    statement: str
    source: str
    checked_on: dt.date | None
    valid_until: dt.date | None
    confirmed_by: str
    state: State
    bar: Bar


def facts(record: SurgeonRecord) -> list[Fact]:
    """The facts behind the listing, in the order that the search gives them."""
    issued = {cards.certification_statement(one): one.first_issued for one in record.certifications}
    axis = Axis(today=record.day)
    shown = cards.evidence(record.surgeon, record.certifications, record.attestations)
    return [_fact(fact, issued.get(fact["statement"]), axis) for fact in shown]


def _fact(fact: dict[str, Any], began: dt.date | None, axis: Axis) -> Fact:
    checked, until = _day(fact["checked_on"]), _day(fact["valid_until"])
    return Fact(
        kind=fact["kind"],
        statement=fact["statement"],
        source=fact["source"],
        checked_on=checked,
        valid_until=until,
        confirmed_by=fact["confirmed_by"],
        state=_state(fact["kind"], until, axis.today),
        bar=_bar(began or checked or axis.today, until, axis),
    )


def _state(kind: str, until: dt.date | None, today: dt.date) -> State:
    """A confirmation is given every 90 days, so that its end is always near: it counts only once it is past."""
    if until is None:
        return "good"
    if until < today:
        return "overdue"
    return "soon" if kind != "confirmation" and (until - today).days < SOON_DAYS else "good"


def _bar(began: dt.date, until: dt.date | None, axis: Axis) -> Bar:
    start, now = axis.at(began), axis.at(axis.today)
    stop = 100.0 if until is None else axis.at(until)
    past = min(now, stop)
    return Bar(
        past_x=f"{start:.1f}",
        past_width=f"{max(0.0, past - start):.1f}",
        coming_x=f"{now:.1f}",
        coming_width=f"{max(0.0, stop - now):.1f}",
        end="" if until is None else f"{min(stop, 99.8):.1f}",
        today=f"{now:.1f}",
    )


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
