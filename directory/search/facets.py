"""Counts for every filter, by the names that the URL uses."""

from __future__ import annotations

from directory.search.masks import FLAGS, LANGUAGES
from directory.search.memory import Words
from directory.search.plan import Tally

Facets = dict[str, dict[str, int]]


def named(tally: Tally, words: Words) -> Facets:
    """Filter -> value -> how many of the surgeons found would be left if it were added; zeros are left out.

    Flags and languages come in the order of their tables, procedures by count, then name.
    """
    facets: Facets = {
        filter_name: {value: tally.flags[bit] for value, bit in values.items() if bit in tally.flags}
        for filter_name, values in FLAGS.items()
    }
    facets["language"] = {code: tally.languages[bit] for code, bit in LANGUAGES.items() if bit in tally.languages}
    by_ordinal = words.by_ordinal
    ordered = sorted(
        [(-count, by_ordinal[ordinal].slug) for ordinal, count in tally.procedures.items() if ordinal in by_ordinal]
    )
    facets["procedure"] = {slug: -fewer for fewer, slug in ordered}
    return facets
