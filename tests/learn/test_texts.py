"""Texts about treatments and concerns are read strictly: whatever is wrong is named, and no mark reaches a reader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings

from directory.learn.texts import TextError, TextSource, check_slugs, missing, read_texts
from directory.learn.texts_fields import Kind, statements

WORDS = "Some plain words about it that a patient can read in peace. " * 2
TREATMENT: dict[str, Any] = {
    "what": WORDS,
    "how": "A gel is spread on the skin and rinsed off [check]. It stings.",
    "recovery": "Redness for 3 days. [check] Then it fades.",
    "lasts": "Some months.",
    "risks": "Burns and scars.",
    "suits": "Dull skin.",
    "avoid": "Wait while you are pregnant.",
    "questions": ["How deep?", "How many have you done?", "Who do I call?"],
    "brief": {"how": "Gel on the skin", "downtime": "3 days [check]", "lasts": "Some months", "suits": "Dull skin"},
}
CONCERN = {"what": WORDS, "normal": WORDS, "treatments": "A peel.", "soon": ""}


def write(folder: Path, name: str, entries: Any) -> None:
    path = folder / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(entries if isinstance(entries, str) else yaml.safe_dump(entries), encoding="utf-8")


def read_one(folder: Path, entry: dict[str, Any], kind: str = "treatments") -> TextSource:
    write(folder, f"en/{kind}/some", {"chemical-peel": entry})
    return read_texts(folder)[0]


def faults(folder: Path, entry: dict[str, Any], kind: str = "treatments") -> list[str]:
    with pytest.raises(TextError) as caught:
        read_one(folder, entry, kind)
    return [str(problem) for problem in caught.value.problems]


def test_a_text_is_read_with_its_language_and_kind(tmp_path: Path):
    one = read_one(tmp_path, TREATMENT)
    assert (one.kind, one.slug, one.lang, one.state) == (
        "treatments",
        "chemical-peel",
        "en",
        "awaiting medical review",
    )
    assert one.fields["lasts"] == "Some months."
    assert read_one(tmp_path / "other", CONCERN, "concerns").fields["soon"] == ""


def test_no_mark_is_left_and_each_marked_statement_is_kept_for_the_clinician(tmp_path: Path):
    one = read_one(tmp_path, TREATMENT)
    assert "[check]" not in str(one.fields)
    assert one.fields["how"] == "A gel is spread on the skin and rinsed off. It stings."
    assert one.fields["brief"]["downtime"] == "3 days"
    assert one.unchecked == (
        ("how", "A gel is spread on the skin and rinsed off"),
        ("recovery", "Redness for 3 days."),
        ("brief.downtime", "3 days"),
    )


def test_each_mark_names_its_own_sentence():
    assert statements("One. Two [check]. Three. [check] Four.") == ["Two", "Three."]


def test_a_blank_line_makes_a_paragraph(tmp_path: Path):
    assert read_one(tmp_path, {**TREATMENT, "lasts": "One\nline.\n\nAnother."}).fields["lasts"].count("\n") == 2


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"risks": None}, "chemical-peel.risks: must be a text"),
        ({"risk": "Burns."}, "chemical-peel.risk: is not a field"),
        ({"questions": ["Only one?"]}, "chemical-peel.questions: has 1 entries"),
        ({"brief": {"how": "Gel"}}, "chemical-peel.brief.downtime: is missing"),
        ({"brief": {**TREATMENT["brief"], "how": "a b c d e f g h i j"}}, "brief.how: has more than 9 words"),
        ({"brief": "short"}, "chemical-peel.brief: must be a mapping"),
        ({"what": "word " * 300}, "chemical-peel.words: are"),
        ({"what": "It."}, "chemical-peel.words: are"),
        ({"review": {"day": "soon", "by": "Dr A"}}, "chemical-peel.review.day: must be a day"),
        ({"review": "yes"}, "chemical-peel.review: must be a mapping"),
    ],
)
def test_a_fault_is_named_with_its_file_slug_and_field(tmp_path: Path, change: dict[str, Any], fault: str):
    found = faults(tmp_path, {**TREATMENT, **change})
    assert any(one.startswith("en/treatments/some.yaml: ") and fault in one for one in found), found


def test_a_missing_field_is_named_and_so_is_every_other_fault(tmp_path: Path):
    entry = {name: value for name, value in TREATMENT.items() if name not in ("avoid", "lasts")}
    assert len(faults(tmp_path, entry)) == 2


def test_a_review_counts_only_once_nothing_is_marked(tmp_path: Path):
    review = {"day": yaml.safe_load("2026-12-01"), "by": "Ada Ash, MD"}
    assert "still marked [check]" in str(faults(tmp_path, {**TREATMENT, "review": review}))
    (tmp_path / "en/treatments/some.yaml").unlink()
    one = read_one(tmp_path, {**CONCERN, "review": review}, "concerns")
    assert (one.state, one.reviewer, one.reviewed_on) == ("reviewed", "Ada Ash, MD", review["day"])


def test_files_that_cannot_be_used_are_named(tmp_path: Path):
    write(tmp_path, "en/treatments/torn", "a: [")
    write(tmp_path, "en/treatments/list", "- a")
    write(tmp_path, "en/treatments/flat", "a: b")
    write(tmp_path, "en/stories/some", {})
    twice = yaml.safe_dump({"chemical-peel": TREATMENT})
    write(tmp_path, "en/treatments/again", twice + twice)
    write(tmp_path, "en/treatments/here-too", twice)
    with pytest.raises(TextError) as caught:
        read_texts(tmp_path)
    found = {(one.file.removeprefix("en/"), one.message.split(":")[0][:24]) for one in caught.value.problems}
    assert found == {
        ("treatments/torn.yaml", "cannot be read"),
        ("treatments/list.yaml", "must be a mapping of slu"),
        ("treatments/flat.yaml", "must be a mapping, not '"),
        ("stories/some.yaml", "is none of treatments, c"),
        ("treatments/again.yaml", "is there twice"),
        ("treatments/here-too.yaml", "is also in en/treatments"),
    }


def test_what_is_unknown_or_missing_is_told_by_language(tmp_path: Path):
    write(tmp_path, "en/concerns/some", {"large-pores": CONCERN, "old-worry": CONCERN})
    write(tmp_path, "fr/concerns/some", {"oily-skin": CONCERN})
    texts = read_texts(tmp_path)
    known: dict[Kind, set[str]] = {"treatments": set(), "concerns": {"large-pores", "oily-skin"}}
    assert [problem.field for problem in check_slugs(texts, known)] == ["old-worry"]
    assert missing(texts, known, "en") == [("concerns", "oily-skin")]
    assert missing(texts, known, "fr") == [("concerns", "large-pores")]


def test_the_committed_texts_name_when_to_see_someone_for_every_concern():
    concerns = [one for one in read_texts(settings.TEXTS_PATH) if one.kind == "concerns"]
    assert concerns
    assert [one.slug for one in concerns if not one.fields["soon"]] == []
