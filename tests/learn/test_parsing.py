"""A file is taken whole or refused with every reason named."""

import datetime
import re

import pytest

from directory.learn import ArticleError, ArticleSource, Expert, Source, parse
from tests.learn.samples import article_text


def problems_of(text, name="dry-skin.md"):
    with pytest.raises(ArticleError) as caught:
        parse(text, name=name)
    return {(problem.field, problem.message) for problem in caught.value.problems}


def fields_of(text):
    return {field for field, _ in problems_of(text)}


def test_a_right_file_becomes_a_record():
    article = parse(article_text())
    assert article == ArticleSource(
        slug="dry-skin",
        title="Dry skin",
        summary="Skin that lacks oil.",
        lang="en",
        treatments=("chemical-peel",),
        concerns=("dull-skin",),
        published=datetime.date(2026, 11, 25),
        updated=datetime.date(2026, 11, 26),
        reviewed_on=None,
        reviewer=None,
        state="awaiting medical review",
        contributors=(),
        experts=(Expert(name="Ada Example", credentials="MD", quoted_by="A society"),),
        key_points=("One.", "Two.", "Three."),
        questions=("Why?", "When?", "How?", "Who?"),
        sources=(Source(title="A book", publisher="A house", year=2020, url="https://example.org/book"),),
        body="## What it is\n\nDry skin is skin that lacks oil.",
    )


def test_a_record_cannot_be_changed():
    with pytest.raises(AttributeError):
        parse(article_text()).title = "Other"


def test_every_fault_is_named_at_once_with_its_file_and_field():
    with pytest.raises(ArticleError) as caught:
        parse(article_text(title=..., lang="de", treatments="chemical-peel"), name="dry-skin.md")
    assert str(caught.value).splitlines() == [
        "dry-skin.md: title: is missing",
        "dry-skin.md: lang: 'de' is none of en, es",
        "dry-skin.md: treatments: must be a list, not 'chemical-peel'",
    ]


@pytest.mark.parametrize("field", ["slug", "summary", "reviewed_on", "experts", "questions", "sources"])
def test_a_missing_field_is_named(field):
    assert (field, "is missing") in problems_of(article_text(**{field: ...}))


def test_a_misspelled_field_is_refused_and_not_lost():
    assert "treatment" in fields_of(article_text(treatment=["chemical-peel"]))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("slug", "Dry Skin"),
        ("title", "  "),
        ("title", "x" * 121),
        ("summary", 7),
        ("treatments", []),
        ("treatments", ["Chemical peel"]),
        ("treatments", ["chemical-peel", "chemical-peel"]),
        ("published", "soon"),
        ("published", None),
        ("updated", "2026-11-01"),
        ("state", "fine"),
        ("key_points", ["One.", "Two."]),
        ("questions", ["Why?"]),
        ("contributors", None),
        ("sources", []),
        ("sources", ["A book"]),
    ],
)
def test_a_wrong_value_is_named_by_its_field(field, value):
    assert any(name.startswith(field) for name in fields_of(article_text(**{field: value})))


def test_a_fault_within_a_list_names_the_entry():
    assert "key_points[2]" in fields_of(article_text(key_points=["One.", 2, "Three."]))
    source = {"title": "A book", "publisher": "A house", "year": "soon", "url": "javascript:alert(1)", "isbn": "1"}
    named = fields_of(article_text(sources=[source]))
    assert named == {"sources[1].year", "sources[1].url", "sources[1].isbn"}
    assert "experts[1].quoted_by" in fields_of(article_text(experts=[{"name": "Ada", "credentials": "MD"}]))


def test_a_page_without_a_date_has_null_as_its_year_and_a_book_needs_no_address():
    source = parse(article_text(sources=[{"title": "A page", "publisher": "A society", "year": None}])).sources[0]
    assert (source.year, source.url) == (None, "")


def test_nothing_is_called_reviewed_without_a_reviewer_and_a_day():
    assert "state" in fields_of(article_text(state="reviewed"))
    assert "state" in fields_of(article_text(state="reviewed", reviewer="Ada Example, MD"))
    assert "state" in fields_of(article_text(reviewer="Ada Example, MD"))
    done = parse(article_text(state="reviewed", reviewer="Ada Example, MD", reviewed_on="2026-12-01"))
    assert done.reviewed_on == datetime.date(2026, 12, 1)


def test_text_without_front_matter_or_with_broken_yaml_is_refused():
    assert fields_of("just words") == {"front matter"}
    assert fields_of("---\ntitle: [\n---\nwords") == {"front matter"}
    assert fields_of("---\n- a\n- list\n---\nwords") == {"front matter"}
    assert fields_of("") == {"front matter"}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("# Title\n\nWords.", "line 1: a heading begins with ##"),
        ("## Sources\n\nWords.", "line 1: the page adds 'Sources' itself"),
        ("Words <b>bold</b>.", "line 1: HTML is not kept"),
        ("One.\n\n<div>x</div>", "line 3: HTML is not kept"),
        ("Words. <!-- check: why", "line 1: a comment is never closed"),
        ("Words. <!-- todo -->", "line 1: a comment must read"),
        ("A [link](javascript:alert(1)).", "line 1: the link to javascript:alert(1) leads nowhere we allow"),
        ("A [link](/staff/).", "line 1: the link to /staff/ leads nowhere we allow"),
        ("![A cat](https://example.org/cat.png)", "line 1: a picture must be one of ours"),
        ("![A cat](figure:cat)", "line 1: there is no figure cat.svg"),
        ("See ![A pore](figure:pore) here.", "line 1: the figure pore must stand alone"),
        ("![](figure:pore)", "line 1: the figure pore needs a caption"),
        ("", "is empty"),
    ],
)
def test_a_body_that_would_not_show_as_written_is_refused_with_its_line(body, message):
    above = article_text("").count("\n")
    faults = [text for field, text in problems_of(article_text(body)) if field == "body"]
    # Lines are those of the file, which is what an editor shows.
    faults = [re.sub(r"\d+", lambda line: str(int(line[0]) - above), fault, count=1) for fault in faults]
    assert any(fault.startswith(message) for fault in faults), faults


def test_a_file_is_named_after_its_slug_and_language(tmp_path):
    (tmp_path / "dry-skin.md").write_text(article_text())
    assert parse(tmp_path / "dry-skin.md").slug == "dry-skin"
    (tmp_path / "dry-skin.es.md").write_text(article_text(lang="es"))
    assert parse(tmp_path / "dry-skin.es.md").lang == "es"
    (tmp_path / "other.md").write_text(article_text())
    with pytest.raises(ArticleError, match=r"other\.md: slug: 'dry-skin' in en belongs in dry-skin\.md"):
        parse(tmp_path / "other.md")


def test_a_file_that_is_not_text_is_refused(tmp_path):
    (tmp_path / "dry-skin.md").write_bytes(b"---\n\xff\n---\n")
    with pytest.raises(ArticleError, match="is not UTF-8"):
        parse(tmp_path / "dry-skin.md")
