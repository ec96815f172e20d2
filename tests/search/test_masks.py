"""One bit for one value of one filter, and plain text for every name of it."""

from __future__ import annotations

from collections import Counter

from directory.search.masks import FLAGS, procedure_words


def test_no_two_values_share_a_bit():
    bits = Counter(bit for values in FLAGS.values() for bit in values.values())
    assert set(bits.values()) == {1}
    assert max(bits) < 1 << 62


def test_values_are_plain_text_which_json_takes_for_keys():
    assert {type(value) for values in FLAGS.values() for value in values} == {str}


def test_ordinals_go_into_words_of_62_bits():
    assert procedure_words([0, 61, 62, 247]) == (1 | 1 << 61, 1, 0, 1 << 61)
