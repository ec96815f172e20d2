"""Reads NOTICE, so that the page of credits says what the file says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Something of others that is used here. `what` is a sentence or two, `source` an address."""

    name: str
    what: str
    license: str
    here: str
    source: str


def read_notice(path: Path) -> list[Credit]:
    """The entries of the file in its order: blocks parted by an empty line, behind an introduction.

    Raises OSError when the file is missing and KeyError when an entry lacks one of its lines.
    """
    _introduction, *blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    return [_credit(block) for block in blocks]


def _credit(block: str) -> Credit:
    name, *lines = block.replace("\n  ", " ").splitlines()
    fields = dict(line.split(": ", 1) for line in lines)
    return Credit(name=name, what=fields["What"], license=fields["License"], here=fields["Here"], source=fields["From"])
