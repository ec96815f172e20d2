"""The vocabulary is loaded whole or not at all, and public ids keep their numbers."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import CommandError, call_command

from directory.models import AmbiguousTerm, Concern, Procedure, Revision, Term
from directory.search.vocabulary import read_vocabulary
from directory.search.words import Vocabulary
from tests.factories import make_surgeon

pytestmark = pytest.mark.django_db
Change = Callable[[dict[str, Any]], Any]


def load(**options: Any) -> str:
    out = io.StringIO()
    call_command("load_vocabulary", stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Path:
    """A copy of the committed files, which the command reads."""
    copy = tmp_path / "vocabulary"
    settings.VOCABULARY_PATH = shutil.copytree(settings.VOCABULARY_PATH, copy)
    return copy


def edit(folder: Path, name: str, change: Change) -> None:
    path = folder / f"{name}.yaml"
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    change(content)
    path.write_text(yaml.dump(content, allow_unicode=True, sort_keys=False, Dumper=yaml.CSafeDumper), encoding="utf-8")


def without(folder: Path, slug: str) -> None:
    """Takes a procedure and every mention of it out of the files."""

    def from_procedures(known: dict[str, Any]) -> None:
        known["procedures"] = [row for row in known["procedures"] if row["slug"] != slug]
        for row in known["concerns"]:
            row["treat"] = [one for one in row["treat"] if one != slug]
        for row in known["ambiguous_terms"]:
            row["means"] = [one for one in row["means"] if one != slug]
        known["misspellings"].pop(slug, None)

    edit(folder, "procedures", from_procedures)
    for name in ("phrases", "es"):
        edit(folder, name, lambda known: known.pop(slug))


def revision() -> int:
    return Revision.objects.get(name="vocabulary").value


def test_the_records_say_what_the_files_say(settings):
    load()
    files, records = Vocabulary.from_fixtures(settings.VOCABULARY_PATH), read_vocabulary()
    assert records.targets == files.targets
    assert records.terms == files.terms
    assert {one.term: one for one in records.ambiguous} == {one.term: one for one in files.ambiguous}


def test_treatments_and_parts_keep_their_order_and_kind():
    load()
    pores = Concern.objects.get(slug="large-pores")
    ordered = pores.concerntreatment_set.values_list("procedure__slug", flat=True)
    assert list(ordered)[:3] == ["mesobotox", "co2-laser", "chemical-peel"]
    makeover = Procedure.objects.get(slug="mommy-makeover")
    assert set(makeover.includes.values_list("slug", flat=True)) >= {"tummy-tuck", "breast-lift"}
    assert Procedure.objects.get(slug="panniculectomy").track == "reconstructive"
    assert Procedure.objects.get(slug="tummy-tuck").track == "cosmetic"


def test_loading_again_changes_nothing():
    assert "procedures: 134 created" in load()
    before = revision()
    report = load()
    assert "procedures: 134 unchanged" in report
    assert not any(deed in report for deed in ("created", "changed,", "retired", "removed"))
    assert revision() == before


def test_a_new_name_is_reported_by_slug_and_bumps_the_revision(folder: Path):
    load()
    before = revision()
    edit(folder, "procedures", lambda known: known["procedures"][0].update(name="Breast enlargement"))
    report = load(verbosity=2)
    assert "procedures: 1 changed, 133 unchanged" in report
    assert "changed: breast-augmentation" in report
    assert Procedure.objects.get(slug="breast-augmentation").name == "Breast enlargement"
    assert revision() == before + 1


def test_a_procedure_gone_from_the_files_is_retired_and_its_ordinal_is_not_given_again(folder: Path):
    load()
    ordinals = dict(Procedure.objects.values_list("slug", "ordinal"))
    last = max(ordinals, key=lambda slug: ordinals[slug])
    make_surgeon(procedures=(last,))
    without(folder, last)
    assert "1 retired" in load()
    assert Procedure.objects.get(slug=last).retired
    new = {"slug": "moon-surgery", "name": "Moon surgery", "category": "body", "kind": "surgical"}
    edit(folder, "procedures", lambda known: known["procedures"].insert(0, new))
    edit(folder, "phrases", lambda known: known.update({"moon-surgery": ["lift my moon"]}))
    edit(folder, "es", lambda known: known.update({"moon-surgery": {"name": "Luna", "synonyms": [], "phrases": []}}))
    load()
    now = dict(Procedure.objects.values_list("slug", "ordinal"))
    assert {slug: now[slug] for slug in ordinals} == ordinals
    assert now["moon-surgery"] == ordinals[last] + 1


def test_a_procedure_that_comes_back_lives_again_with_its_ordinal(folder: Path, settings: Any):
    load()
    ordinal = Procedure.objects.get(slug="liposuction-assisted").ordinal
    kept = shutil.copytree(folder, folder.parent / "kept")
    without(folder, "liposuction-assisted")
    load()
    settings.VOCABULARY_PATH = kept
    load()
    back = Procedure.objects.get(slug="liposuction-assisted")
    assert (back.retired, back.ordinal) == (False, ordinal)


def test_terms_and_meanings_gone_from_the_files_are_gone(folder: Path):
    load()
    edit(folder, "procedures", lambda known: known["ambiguous_terms"].pop(0))
    edit(folder, "phrases", lambda known: known["facelift"].pop(0))
    before = Term.objects.count()
    report = load()
    assert Term.objects.count() == before - 1
    assert not AmbiguousTerm.objects.filter(term="BBL").exists()
    assert "ambiguous terms: 1 removed" in report


def test_a_new_order_of_the_phrases_is_taken_over(folder: Path):
    load()
    edit(folder, "phrases", lambda known: known["facelift"].reverse())
    load()
    assert read_vocabulary().terms == Vocabulary.from_fixtures(folder).terms


BROKEN: dict[str, tuple[str, Change, str]] = {
    "a treatment of a concern": (
        "procedures",
        lambda k: k["concerns"][0]["treat"].append("magic"),
        "large-pores: treat",
    ),
    "a part": (
        "procedures",
        lambda k: k["procedures"][0].update(includes=["magic"]),
        "includes: there is no procedure",
    ),
    "a meaning": ("procedures", lambda k: k["ambiguous_terms"][0]["means"].append("magic"), "BBL: means"),
    "a category": ("procedures", lambda k: k["procedures"][0].update(category="magic"), "there is no category 'magic'"),
    "a kind": ("procedures", lambda k: k["procedures"][0].update(kind="magic"), "kind 'magic' is none of"),
    "a track": ("procedures", lambda k: k["procedures"][0].update(track="magic"), "track 'magic' is none of"),
    "a misspelling": ("procedures", lambda k: k["misspellings"].update(magic=["majic"]), "misspellings: 'magic' is no"),
    "a phrase's target": ("phrases", lambda k: k.update(magic=["abracadabra"]), "phrases.yaml: 'magic' is no"),
    "missing phrases": ("phrases", lambda k: k.pop("facelift"), "phrases.yaml: 'facelift' is missing"),
    "a missing Spanish name": ("es", lambda k: k["facelift"].pop("name"), "es.yaml: 'facelift' has no name"),
    "a slug twice": ("procedures", lambda k: k["procedures"].append(k["procedures"][0]), "is there twice"),
    "a slug of both kinds": ("procedures", lambda k: k["concerns"][0].update(slug="facelift"), "is there twice"),
    "a missing field": ("procedures", lambda k: k["procedures"][0].pop("name"), "procedures, entry 1: lacks name"),
    "a missing section": ("procedures", lambda k: k.pop("concerns"), "concerns is missing or empty"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_files_that_do_not_agree_are_refused_whole(folder: Path, case: str):
    name, change, words = BROKEN[case]
    edit(folder, name, change)
    with pytest.raises(CommandError, match="nothing was changed") as refused:
        load()
    assert words in str(refused.value)
    assert not Procedure.objects.exists()


def test_every_problem_is_told_at_once(folder: Path):
    edit(folder, "phrases", lambda known: (known.pop("facelift"), known.update(magic=[])))
    edit(folder, "es", lambda known: known.pop("facelift"))
    with pytest.raises(CommandError) as refused:
        load()
    assert str(refused.value).count("\n") == 3


def test_a_file_that_is_not_yaml_is_named(folder: Path):
    (folder / "es.yaml").write_text("a: [")
    (folder / "phrases.yaml").unlink()
    with pytest.raises(CommandError, match=r"(?s)phrases\.yaml: cannot be read.*es\.yaml: cannot be read"):
        load()


def test_quiet_means_quiet():
    assert load(verbosity=0) == ""
