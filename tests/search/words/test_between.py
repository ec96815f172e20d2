"""How the nearest phrases are weighed against each other."""

from __future__ import annotations

import numpy as np
import pytest

from directory.search.words.between import Between


def between(phrases: list[dict[int, float]]) -> Between:
    """Phrases as feature -> weight."""
    cells = [(feature, phrase, weight) for phrase, said in enumerate(phrases) for feature, weight in said.items()]
    feature, phrase, weight = zip(*cells, strict=True)
    return Between(np.array(feature, np.int32), np.array(phrase, np.int32), np.array(weight, np.float32), len(phrases))


def test_phrases_that_say_the_same_share_the_weight_that_one_of_another_kind_has_alone() -> None:
    same, other = {0: 1.0}, {1: 1.0}
    near, weights = between([same] * 10 + [other]).weigh(np.full(11, 0.5))
    assert near.tolist() == list(range(11))
    assert weights[:10].sum() == pytest.approx(0.5 * 10 / 10.3, rel=1e-3)
    assert weights[10] == pytest.approx(0.5 / 1.3, rel=1e-3)


def test_only_the_phrases_most_like_the_text_are_weighed() -> None:
    likeness = np.linspace(0, 1, 200)
    near, _ = between([{number: 1.0} for number in range(200)]).weigh(likeness)
    assert near.tolist() == list(range(152, 200))
