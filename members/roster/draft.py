"""What one row of a file says, cleaned; and why a row is not taken."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from typing import Any

Fields = dict[str, Any]  # values as JSON holds them; a day is "2026-11-25"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row is refused: the column as the file names it ("" for the row), what is wrong and what to do."""

    column: str
    what: str


class Refused(Exception):
    """Raised for a row that cannot be taken, with every fault that was seen."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(fault.what for fault in faults))
        self.faults = faults


class Skipped(Exception):
    """Raised for a row that is right but not for us: most of an NPPES file. `npi` is given where it was deactivated."""

    def __init__(self, why: str, npi: str = "") -> None:
        super().__init__(why)
        self.why, self.npi = why, npi


@dataclass(slots=True)
class Draft:
    """A surgeon, and perhaps her main office, as a row has them. What the row leaves empty is not in it."""

    row: int
    npi: str = ""
    number: str = ""
    email: str = ""
    surgeon: Fields = field(default_factory=dict)
    practice: Fields = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """For the report: "Bartholomew Thistlewood III"."""
        parts = (self.surgeon.get(part, "") for part in ("given_name", "family_name", "suffix"))
        return " ".join(part for part in parts if part)

    def dumps(self) -> str:
        return json.dumps(dataclasses.asdict(self))

    @classmethod
    def loads(cls, text: str) -> Draft:
        return cls(**json.loads(text))
