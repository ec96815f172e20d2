"""The vocabulary a resolver is built from, and the answers it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["procedure", "concern"]
Role = Literal["name", "synonym", "phrase", "misspelling"]
How = Literal["exact", "misspelling", "meaning"]
Outcome = Literal["found", "ambiguous", "unknown", "empty"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A procedure or concern that words can lead to; `names` is by language and always has "en".

    `treated_by` has the procedures (slugs) used for a concern, most typical first.
    """

    kind: Kind
    slug: str
    names: Mapping[str, str]
    treated_by: tuple[str, ...] = ()

    def name(self, lang: str) -> str:
        return self.names.get(lang) or self.names["en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One way people write a target; the names of a target need not be repeated as terms."""

    kind: Kind
    slug: str
    text: str
    role: Role
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguous:
    """A term with several meanings: procedure slugs, likeliest first, and a note that tells them apart."""

    term: str
    means: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Everything a resolver knows; the order of the targets breaks ties."""

    targets: tuple[Target, ...]
    terms: tuple[Term, ...]
    ambiguous: tuple[Ambiguous, ...] = ()

    @classmethod
    def from_fixtures(cls, folder: Path | str) -> Vocabulary:
        """Read procedures.yaml, phrases.yaml and es.yaml in the folder; raises OSError or KeyError."""
        from directory.search.words.fixtures import read_vocabulary

        return read_vocabulary(Path(folder))


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A target that the text may mean: 1.0 is its own name or synonym, meaning scores stay below 0.95."""

    kind: Kind
    slug: str
    name: str
    matched: str
    score: float
    how: How


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a finished text was understood; `how` is None unless something was found or offered."""

    text: str
    outcome: Outcome
    how: How | None = None
    matches: tuple[Match, ...] = ()
    note: str = ""
