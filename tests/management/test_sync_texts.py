"""Texts follow their files: all of them or none; and what is there to read is counted and held to its promises."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command

from directory.models import Revision, Text
from tests.factories import load_vocabulary, make_concern, make_procedure
from tests.learn.test_texts import CONCERN, TREATMENT, write

pytestmark = pytest.mark.django_db


def run(name: str = "sync_texts", **options: Any) -> str:
    out = io.StringIO()
    call_command(name, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Path:
    """Two texts in a database that knows what they are about."""
    make_procedure("chemical-peel")
    make_concern("large-pores", treatments=("chemical-peel",))
    settings.TEXTS_PATH = tmp_path
    write(tmp_path, "en/treatments/skin", {"chemical-peel": TREATMENT})
    write(tmp_path, "en/concerns/f-l", {"large-pores": CONCERN})
    return tmp_path


def test_the_committed_texts_are_synced():
    load_vocabulary()
    run()
    assert Text.objects.filter(concern__isnull=False, lang="en").count() == 74
    assert not Text.objects.filter(fields__icontains="[check]").exists()


def test_syncing_again_changes_nothing(folder: Path):
    assert "created: chemical-peel" in run()
    before = Revision.objects.get(name="articles").value
    assert run() == "texts about concerns (en): 1 unchanged\ntexts about treatments (en): 1 unchanged\n"
    assert Revision.objects.get(name="articles").value == before


def test_a_changed_text_is_taken_over_and_caches_hear_of_it(folder: Path):
    run()
    before = Revision.objects.get(name="articles").value
    write(folder, "en/treatments/skin", {"chemical-peel": {**TREATMENT, "lasts": "For years."}})
    with time_machine.travel("2027-02-03 12:00Z"):
        assert "changed: chemical-peel" in run()
    text = Text.objects.get(procedure__slug="chemical-peel")
    assert (text.fields["lasts"], text.updated.isoformat()) == ("For years.", "2027-02-03")
    assert Revision.objects.get(name="articles").value > before


def test_a_text_whose_entry_is_gone_is_removed(folder: Path):
    run()
    (folder / "en/concerns/f-l.yaml").unlink()
    assert "removed: large-pores" in run()
    assert not Text.objects.filter(concern__isnull=False).exists()


def test_another_language_is_only_data(folder: Path):
    write(folder, "fr/concerns/f-l", {"large-pores": {**CONCERN, "treatments": "Un peeling."}})
    assert "texts about concerns (fr): 1 created" in run()
    french = Text.objects.best("fr", concern__slug="large-pores")
    other = Text.objects.best("de", concern__slug="large-pores")
    assert french
    assert other
    assert (french.fields["treatments"], other.lang) == ("Un peeling.", "en")


def test_one_fault_stops_them_all_and_every_fault_is_named(folder: Path):
    run()
    write(folder, "en/treatments/skin", {"chemical-peel": {**TREATMENT, "lasts": "For years."}})
    write(folder, "en/concerns/f-l", {"old-worry": CONCERN})
    with pytest.raises(CommandError, match=r"No text was changed:\nen/concerns/f-l.yaml: old-worry: there is no such"):
        run()
    assert Text.objects.get(procedure__slug="chemical-peel").fields["lasts"] == "Some months."
    write(folder, "en/concerns/f-l", {"large-pores": {}})
    with pytest.raises(CommandError) as caught:
        run()
    assert str(caught.value).count("is missing") == 4


# ------------------------------------------------------- check_content, review_content


@pytest.fixture
def small(folder: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A vocabulary of just these two, and one article."""
    known = {"procedures": [{"slug": "chemical-peel"}], "concerns": [{"slug": "large-pores"}]}
    monkeypatch.setattr("directory.management.loading.content.read", lambda _folder: {"procedures": known})
    articles = folder.parent / f"{folder.name}-articles"
    articles.mkdir()
    settings.ARTICLES_PATH = articles
    return folder


def test_complete_content_passes_and_is_counted(small: Path):
    table = run("check_content").splitlines()
    assert table[0].split() == ["what", "language", "there", "missing", "unreviewed", "grade"]
    assert table[1].split()[:5] == ["treatments", "en", "1", "0", "1"]
    assert table[2].split()[:5] == ["concerns", "en", "1", "0", "1"]


def test_a_missing_text_fails(small: Path):
    (small / "en/concerns/f-l.yaml").unlink()
    with pytest.raises(CommandError, match="en/concerns: large-pores: has no text"):
        run("check_content")


def test_a_language_that_is_not_finished_is_counted_and_does_not_fail(small: Path):
    write(small, "fr/concerns/f-l", {"large-pores": CONCERN})
    assert ["treatments", "fr", "0", "1", "0", "-"] in [line.split() for line in run("check_content").splitlines()]


def test_hard_words_fail(small: Path):
    hard = "Epidermal reorganisation necessitates individualised consideration of contraindications. " * 9
    write(small, "en/concerns/f-l", {"large-pores": {**CONCERN, "what": hard, "normal": hard}})
    with pytest.raises(CommandError, match="en: concerns: read at grade"):
        run("check_content")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("concerns: [", "concerns: [no-such-worry, ", "there is no 'no-such-worry' in concerns"),
        ("state: awaiting medical review", "state: fine", "state: 'fine' is none of"),
        ("treatments: [", "treatments: []\nunused: [", "treatments: has 0 entries"),
    ],
)
def test_an_article_that_names_nothing_or_what_is_not_there_fails(small: Path, settings: Any, old, new, fault):
    from directory.learn import FIGURES

    text = (FIGURES.parent / "chemical-peel.md").read_text(encoding="utf-8")
    assert old in text
    (settings.ARTICLES_PATH / "chemical-peel.md").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CommandError) as caught:
        run("check_content")
    assert fault in str(caught.value)


def test_what_waits_for_a_clinician_is_listed_with_its_place(small: Path, settings: Any):
    (settings.ARTICLES_PATH / "some.md").write_text("One.\nTwo. <!-- check: says who -->\n", encoding="utf-8")
    assert run("review_content").splitlines() == [
        "some.md, line 2: says who",
        "en/treatments/skin.yaml, chemical-peel.how: A gel is spread on the skin and rinsed off",
        "en/treatments/skin.yaml, chemical-peel.recovery: Redness for 3 days.",
        "en/treatments/skin.yaml, chemical-peel.brief.downtime: 3 days",
        "4 statements wait for a medical review.",
    ]
