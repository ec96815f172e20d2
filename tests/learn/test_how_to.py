"""The recipe for an article is true to the code."""

import re
from pathlib import Path

import directory.learn
from directory.learn import FIGURES, STATES, ArticleSource, parse

ROOT = Path(__file__).resolve().parents[2]
RECIPE = (ROOT / "docs" / "how-to" / "write-an-article.md").read_text(encoding="utf-8")


def test_the_example_of_the_recipe_is_an_article():
    example = re.search(r"```markdown\n(---\n.*?)```", RECIPE, re.DOTALL)[1]
    assert parse(example).slug == "dry-skin"


def test_the_recipe_explains_every_field_and_no_other():
    rows = re.findall(r"^\| (`.*?) \| ", RECIPE, re.MULTILINE)
    explained = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert explained == set(ArticleSource.__dataclass_fields__) - {"body"}


def test_the_recipe_names_every_state():
    assert all(f"`{state}`" in RECIPE for state in STATES)


def test_the_paths_and_names_of_the_recipe_exist():
    for path in set(re.findall(r"`((?:fixtures|directory|docs)/[\w/.-]+)`", RECIPE)) - {
        "fixtures/articles/dry-skin.md"
    }:
        assert (ROOT / path).exists(), path
    for name in re.findall(r"`(\w+)\((?:path|body|text|article)\b", RECIPE):
        assert hasattr(directory.learn, name), name
    for drawing in re.findall(r"figure:([\w-]+)", RECIPE):
        assert (FIGURES / f"{drawing}.svg").exists(), drawing
