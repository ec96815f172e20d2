"""NPIs that pass the check and belong to nobody.

CMS lets an NPI begin with 1 or 2 ("Requirements for National Provider Identifier and NPI check digit"). As far as
public NPPES files show, all that have been handed out since 2005 begin with 1; the second block stands by for when the
first is used up. Ours come from the second.
"""

from __future__ import annotations

from directory.models.npi import check_digit

BLOCK = 10**8
STEP = 61_803_399  # without a factor in common with BLOCK: no two numbers meet before all have been used


def npi(number: int) -> str:
    """The NPI of the invented member of that number, from 0."""
    nine = f"2{(number * STEP + 20_261_125) % BLOCK:08}"
    return nine + check_digit(nine)
