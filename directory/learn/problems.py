"""What is wrong with an article, all of it at once, so that an author mends a file in one go."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing to mend. `field` is a key of the front matter, or "body"."""

    file: str
    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.field}: {self.message}"


class ArticleError(ValueError):
    """An article that cannot be used. `problems` names every fault, in the order of the file's fields."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))
