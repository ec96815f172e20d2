"""Tests of the treatment words: one resolver over the committed vocabulary, built once."""

from functools import cache
from pathlib import Path

from directory.search.words import Resolver, Vocabulary

VOCABULARY = Vocabulary.from_fixtures(Path(__file__).parents[3] / "fixtures" / "vocabulary")


@cache
def resolver() -> Resolver:
    return Resolver(VOCABULARY)
