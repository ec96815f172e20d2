"""docs/how-to/import-the-roster.md against the code."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.core.management import CommandParser

from directory.models import Gender, MemberClass, Standing
from members.management.commands.import_roster import Command
from members.roster.columns import COLUMNS
from members.roster.merging import SOCIETYS
from members.roster.nppes import TAXONOMIES
from tests.members.roster_files import came_of, counts, roster, run

TEXT = (settings.BASE_DIR / "docs/how-to/import-the-roster.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `([^`]+)` \|(.*)\|$", TEXT, re.MULTILINE)
TEMPLATE = {name: [cell.strip() for cell in rest.split("|")] for name, rest in ROWS if name not in TAXONOMIES}


def test_the_template_has_every_column_in_its_order():
    assert list(TEMPLATE) == [column.name for column in COLUMNS]


def test_the_taxonomies_are_those_that_are_taken():
    assert {name: rest.strip() for name, rest in ROWS if name in TAXONOMIES} == TAXONOMIES
    assert len(ROWS) == len(TEMPLATE) + len(TAXONOMIES)


@pytest.mark.parametrize(
    ("column", "choices"), [("member_class", MemberClass), ("standing", Standing), ("gender", Gender)]
)
def test_every_choice_is_named(column, choices):
    assert all(re.search(rf"\b{value}\b", TEMPLATE[column][0]) for value in choices.values)


def test_the_facts_that_are_the_rosters_to_say_are_named():
    said = re.search(r"Only (`[^.]*?) are always the roster", TEXT)
    assert said
    assert set(re.findall(r"`(\w+)`", said[1])) == SOCIETYS


@pytest.mark.django_db
def test_the_examples_of_the_template_are_a_row_that_is_taken(tmp_path):
    row = {name: example.strip("`") for name, (_, example) in TEMPLATE.items()}
    assert counts(run(roster(tmp_path / "r.csv", row))) == came_of(created=1)


def test_every_option_is_named_and_none_that_is_not_there():
    parser = CommandParser()
    Command().add_arguments(parser)
    there = {option for action in parser._actions for option in action.option_strings if option.startswith("--")}
    assert set(re.findall(r"--[a-z-]+", TEXT.replace("| --- ", ""))) - {"---"} == there - {"--help"}
