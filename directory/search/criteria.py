"""What is asked of the search, already parsed; the same for pages, REST and whatever comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from directory.places import Point

DEFAULT_RADIUS_MILES = 25.0
DEFAULT_LIMIT = 20
Sort = Literal["distance", "name", "experience"]
Unit = Literal["mi", "km"]
KILOMETRES_PER_MILE = 1.609344


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """A question. `radius` is in `unit`; `None` leaves it to the place (a state has its own) or to the default.

    `treatment` and `place` are the patient's own words. All that is repeatable means all of.
    """

    treatment: str = ""
    procedure: tuple[str, ...] = ()
    place: str = ""
    near: Point | None = None
    radius: float | None = None
    unit: Unit = "mi"
    name: str = ""
    certification: tuple[str, ...] = ()
    subspecialty: tuple[str, ...] = ()
    accreditation: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    gender: str = ""
    accepting: bool = False
    telehealth: bool = False
    accessibility: tuple[str, ...] = ()
    experience: int | None = None
    sort: Sort | None = None
    limit: int = DEFAULT_LIMIT
    cursor: str = ""
    lang: str = "en"

    @property
    def asks_for_a_place(self) -> bool:
        return bool(self.place) or self.near is not None

    @property
    def radius_miles(self) -> float | None:
        """The asked radius in miles, None when none was asked."""
        if self.radius is None:
            return None
        return self.radius / KILOMETRES_PER_MILE if self.unit == "km" else self.radius

    @property
    def filters(self) -> dict[str, tuple[str, ...]]:
        """The filters that are set, name to values, in the words of the URL; place, treatment and paging apart."""
        names = ("procedure", "certification", "subspecialty", "accreditation", "language", "accessibility")
        chosen: dict[str, tuple[str, ...]] = {name: getattr(self, name) for name in names if getattr(self, name)}
        if self.gender:
            chosen["gender"] = (self.gender,)
        for name in ("accepting", "telehealth"):
            if getattr(self, name):
                chosen[name] = ("true",)
        if self.experience is not None:
            chosen["experience"] = (str(self.experience),)
        if self.name:
            chosen["name"] = (self.name,)
        return chosen
