"""What an import tells whoever runs it: a line a row that matters, and the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from members.roster.draft import Fault, Fields

# What a person need not read in a difference: it follows from the address.
DERIVED = ("lat", "lng", "point_source", "exactness")


@dataclass(slots=True)
class Report:
    """Counts what came of each row and says it through `say`, a line at a time; nothing is kept."""

    say: Callable[[str], None]
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    skipped: Counter[str] = field(default_factory=Counter)

    def refuse(self, row: int, faults: Iterable[Fault]) -> None:
        self.refused += 1
        for fault in faults:
            column = f"column {fault.column}: " if fault.column else ""
            self.say(f"row {row}: refused. {column}{fault.what}")

    def skip(self, why: str) -> None:
        self.skipped[why] += 1

    def note(self, row: int, name: str, text: str) -> None:
        self.say(f"row {row}: {name}: note: {text}")

    def create(self, row: int, name: str, where: str) -> None:
        self.created += 1
        self.say(f"row {row}: new: {name}{', ' + where if where else ''}")

    def change(self, row: int, name: str, differences: Iterable[str]) -> None:
        self.changed += 1
        self.say(f"row {row}: changed: {name}")
        for line in differences:
            self.say(f"    {line}")

    def nothing_written(self) -> None:
        """The counts say what happened, so that nobody takes a refused import for one that was written."""
        self.created = self.changed = 0

    def counts(self) -> list[str]:
        """What `import_roster` ends with, in its order."""
        outcomes = ("created", "changed", "unchanged", "refused")
        return [f"{outcome}: {getattr(self, outcome)}" for outcome in outcomes]


def differences(was: Fields, now: Fields) -> list[str]:
    """ "phone: +13125550142 -> +13125550143", a line a field."""
    return [
        f"{name}: {_shown(was.get(name))} -> {_shown(value)}" for name, value in now.items() if name not in DERIVED
    ] or ["the point on the map"]


def _shown(value: object) -> str:
    if value in ("", None, []):
        return "(empty)"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
