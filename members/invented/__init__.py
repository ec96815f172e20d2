"""Invented members, for the demonstration, the tests and the benchmarks. Nobody here is real.

`people` makes them up, the same ones for the same seed and day; `load` writes them with their listings; `remove` takes
out those, and only those, that `load` wrote.
"""

from members.invented.loading import load
from members.invented.making import people
from members.invented.person import Person
from members.invented.removing import invented, remove

__all__ = ["Person", "invented", "load", "people", "remove"]
