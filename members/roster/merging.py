"""What a file may change in a record: never what a person wrote there."""

from __future__ import annotations

from dataclasses import dataclass, field

from members.models import ImportRun
from members.roster.draft import Fields

ADDRESS = ("street", "street2", "city", "region", "postal_code", "country", "lat", "lng", "point_source", "exactness")
# An address is one thing, and so is a point that somebody moved by hand: all of it is taken or none.
TOGETHER = {name: ADDRESS for name in ADDRESS}
# The society's own facts: its roster decides, whoever wrote them last.
SOCIETYS = frozenset(["member_class", "standing", "membership_until", "membership_checked_on"])
EMPTY: tuple[object, ...] = ("", None, [])


@dataclass(slots=True)
class Merge:
    changes: Fields = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


def merge(form: str, part: str, *, said: dict[str, dict[str, Fields]], record: Fields, file: Fields) -> Merge:
    """The changes that `file` brings to `record`, and the fields where the record's own words were kept.

    A value is changed where the record's is empty or is what a file of this format last said, or, for the roster, what
    any file last said. A value that the file merely says again brings nothing, so that a second import changes nothing.
    `said` is a RosterEntry's.
    """
    own = said.get(form, {}).get(part, {})
    mine = [said[one].get(part, {}) for one in said if one == form or form == ImportRun.Format.ROSTER]
    made = Merge()
    done: set[str] = set()
    for name in file:
        unit = TOGETHER.get(name, (name,))
        if name in done:
            continue
        done.update(unit)
        now, new = _values(unit, record), _values(unit, file)
        decides = form == ImportRun.Format.ROSTER and name in SOCIETYS
        if now == new or (not decides and new == _values(unit, own)):
            continue
        if decides or all(value in EMPTY for value in now) or any(now == _values(unit, one) for one in mine):
            made.changes.update({one: file[one] for one in unit if one in file and file[one] != record.get(one)})
        else:
            made.kept.append(unit[0])
    return made


def _values(unit: tuple[str, ...], values: Fields) -> list[object]:
    return [values.get(name) for name in unit]
