"""The recipe for a text is true to the code."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from django.conf import settings
from django.core.management import get_commands

from directory.learn import texts, texts_fields

ROOT = Path(settings.BASE_DIR)
RECIPE = (ROOT / "docs" / "how-to" / "write-a-text.md").read_text(encoding="utf-8")


def test_the_example_is_a_text():
    (example,) = re.findall(r"```yaml\n(.*?)```", RECIPE, re.DOTALL)
    ((slug, values),) = yaml.safe_load(example).items()
    read, problems = texts_fields.read_fields("treatments", slug, values, "recipe")
    assert problems == []
    assert [name for name, _said in read["unchecked"]] == ["recovery"]


def test_every_field_of_a_concern_is_named():
    assert all(f"`{name}`" in RECIPE for name in texts_fields.PROSE["concerns"])


def test_the_limits_are_those_of_the_code():
    assert f"{texts_fields.FEWEST_WORDS} to {texts_fields.MOST_WORDS} words" in RECIPE
    assert f"at most {texts_fields.MOST_BRIEF_WORDS} words" in RECIPE


def test_its_paths_commands_and_names_exist():
    for path in re.findall(r"`((?:fixtures|directory)/[\w/.-]+)`", RECIPE):
        assert (ROOT / path).exists(), path
    assert set(re.findall(r"\./run manage (\w+)", RECIPE)) <= set(get_commands())
    assert hasattr(texts, "read_texts")
