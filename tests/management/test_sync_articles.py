"""Articles follow their files: all of them or none."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as project
from django.core.management import CommandError, call_command

from directory.models import Article, Revision
from directory.search.memory import current
from tests.factories import load_vocabulary, make_surgeon

pytestmark = pytest.mark.django_db
SAMPLE = (project.ARTICLES_PATH / "chemical-peel.md").read_text(encoding="utf-8")


def sync(**options: Any) -> str:
    out = io.StringIO()
    call_command("sync_articles", stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Path:
    """A folder of one article in a database that knows the vocabulary."""
    load_vocabulary()
    settings.ARTICLES_PATH = tmp_path
    write(tmp_path)
    return tmp_path


def write(folder: Path, *changes: tuple[str, str], name: str = "chemical-peel.md") -> None:
    text = re.sub(r"/learn/[a-z-]+", "/treatments/chemical-peel", SAMPLE)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / name).write_text(text, encoding="utf-8")


def line(name: str) -> str:
    return next(line for line in SAMPLE.splitlines() if line.startswith(f"{name}:"))


def test_the_committed_articles_are_synced_with_their_treatments_in_order():
    load_vocabulary()
    sync()
    for article in Article.objects.all():
        ordered = article.articletreatment_set.values_list("procedure__slug", flat=True)
        assert f"treatments: [{', '.join(ordered)}]" in article.source_text
        assert article.html.startswith("<h2")
        assert article.contents
        assert article.minutes >= 1
    assert Article.objects.count() == len(list(project.ARTICLES_PATH.glob("*.md")))


def test_syncing_again_changes_nothing(folder: Path):
    assert "created: chemical-peel" in sync()
    before = Revision.objects.get(name="articles").value
    assert sync() == "articles: 1 unchanged\n"
    assert Revision.objects.get(name="articles").value == before


def test_a_changed_title_is_taken_over_and_search_sees_it(folder: Path):
    sync()
    assert current().articles[0].title != "Another title"
    write(folder, (line("title"), "title: Another title"))
    assert "changed: chemical-peel" in sync()
    assert current().articles[0].title == "Another title"


def test_a_new_order_of_the_treatments_is_taken_over(folder: Path):
    sync()
    write(folder, (line("treatments"), "treatments: [microneedling, chemical-peel]"))
    sync()
    article = Article.objects.get()
    assert [one.procedure.slug for one in article.articletreatment_set.all()] == ["microneedling", "chemical-peel"]


def test_a_relation_changed_behind_the_file_is_put_right(folder: Path):
    sync()
    article = Article.objects.get()
    wanted = set(article.concerns.all())
    article.concerns.clear()
    assert "1 changed" in sync()
    assert set(article.concerns.all()) == wanted


def test_contributors_are_members(folder: Path):
    surgeon = make_surgeon(family_name="Birch")
    write(folder, (line("contributors"), f"contributors: [{surgeon.slug}]"))
    sync()
    assert Article.objects.get().contributors.get() == surgeon


def test_an_article_whose_file_is_gone_is_removed_and_named(folder: Path):
    sync()
    (folder / "chemical-peel.md").unlink()
    assert "removed: chemical-peel" in sync()
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("treatments", "treatments: [magic]", "there is no 'magic' in treatments"),
        ("concerns", "concerns: [magic]", "there is no 'magic' in concerns"),
        ("contributors", "contributors: [dr-nobody]", "there is no member 'dr-nobody'"),
        ("state", "state: reviewed", "needs a reviewer"),
        ("published", "published: soon", "published"),
    ],
)
def test_one_fault_refuses_all_and_names_file_and_field(folder: Path, field: str, value: str, words: str):
    sync()
    write(folder, (line("slug"), "slug: another"), (line(field), value), name="another.md")
    write(folder, (line("title"), "title: Another title"))
    with pytest.raises(CommandError, match="No article was changed") as refused:
        sync()
    assert f"another.md: {field}: " in str(refused.value)
    assert words in str(refused.value)
    assert Article.objects.get().title != "Another title"


def test_two_files_of_one_slug_are_refused(folder: Path):
    write(folder, (line("lang"), "lang: es"), name="chemical-peel.es.md")
    with pytest.raises(CommandError, match=r"slug: 'chemical-peel' is also in chemical-peel"):
        sync()


def test_a_retired_treatment_is_no_treatment_any_more(folder: Path):
    from directory.models import Procedure

    Procedure.objects.filter(slug="chemical-peel").update(retired=True)
    with pytest.raises(CommandError, match="there is no 'chemical-peel' in treatments"):
        sync()
