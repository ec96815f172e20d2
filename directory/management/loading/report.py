"""What a load changed, counted and named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

DEEDS = ("created", "changed", "retired", "removed", "unchanged")


class Report:
    """Names by kind of record ("procedures") and by what was done with them, one of DEEDS."""

    def __init__(self) -> None:
        self.names: dict[str, dict[str, list[str]]] = defaultdict(lambda: {deed: [] for deed in DEEDS})

    def note(self, kind: str, deed: str, names: Iterable[str]) -> None:
        self.names[kind][deed] += names

    @property
    def changed(self) -> bool:
        """Whether anything at all was written."""
        return any(names for deeds in self.names.values() for deed, names in deeds.items() if deed != "unchanged")

    def lines(self, *, with_names: bool = False) -> list[str]:
        """One line a kind ("procedures: 3 created, 131 unchanged"), each change by name below it where asked."""
        found = []
        for kind, deeds in self.names.items():
            counts = ", ".join(f"{len(names)} {deed}" for deed, names in deeds.items() if names)
            found.append(f"{kind}: {counts or 'none'}")
            if with_names:
                found += [f"  {deed}: {name}" for deed, names in deeds.items() if deed != "unchanged" for name in names]
        return found
