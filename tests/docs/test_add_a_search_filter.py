"""The recipe for a new filter names what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands

from directory.search.masks import FLAGS

ROOT = Path(settings.BASE_DIR)
RECIPE = (ROOT / "docs" / "how-to" / "add-a-search-filter.md").read_text()


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\b(?:directory|tests|docs)/[\w./-]*\w/?", RECIPE))))
def test_every_path_is_there(path: str):
    assert (ROOT / path).exists()


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("directory/search/masks.py", "FLAGS"),
        ("directory/search/masks.py", "DATED"),
        ("directory/search/listing_rows.py", "_practice_flags"),
        ("directory/search/listing_rows.py", "_surgeon_flags"),
        ("directory/search/criteria.py", "filters"),
        ("directory/search/parameters.py", "PARAMETERS"),
        ("tests/api/test_bad_input.py", "WRONG"),
    ],
)
def test_every_name_is_in_its_file(path: str, name: str):
    assert name in RECIPE
    assert re.search(rf"\b{name}\b", (ROOT / path).read_text())


@pytest.mark.parametrize("command", sorted(set(re.findall(r"\./run manage (\w+)", RECIPE))))
def test_every_command_is_there(command: str):
    assert command in get_commands()


def test_the_bit_of_the_example_is_free():
    used = {bit for values in FLAGS.values() for bit in values.values()}
    [example] = re.findall(r"1 << (\d+)", RECIPE)
    assert 1 << int(example) not in used
    assert int(example) < 62
