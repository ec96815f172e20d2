"""Understands the treatment words a patient types; pure Python and numpy, knows nothing of Django."""

from directory.search.words.model import Ambiguous, Match, Reading, Target, Term, Vocabulary
from directory.search.words.resolver import Resolver

__all__ = ["Ambiguous", "Match", "Reading", "Resolver", "Target", "Term", "Vocabulary"]
