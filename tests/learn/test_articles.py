"""The articles we ship keep the promises made for them."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from directory.learn import FIGURES, check_references, parse, render, review_statements
from directory.learn.readability import grade, syllables
from tests.learn.html import Page, dangers

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "fixtures" / "articles").glob("*.md"))
DRAWINGS = sorted(FIGURES.glob("*.svg"))
VOCABULARY = ROOT / "fixtures" / "vocabulary" / "procedures.yaml"
SVG = "{http://www.w3.org/2000/svg}"

every_article = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
every_drawing = pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def vocabulary():
    if not VOCABULARY.exists():
        pytest.skip("fixtures/vocabulary/procedures.yaml is not there yet")
    return yaml.safe_load(VOCABULARY.read_text(encoding="utf-8"))


def words_of(path):
    """The text of the page as its reader meets it: summary, key points, body, questions."""
    article = parse(path)
    body = re.sub(r"<(svg|figcaption|table)\b.*?</\1>", " ", render(article.body).html, flags=re.DOTALL)
    body = re.sub(r"</(?:p|li|h[234])>", "\n", body)
    return "\n".join([article.summary, *article.key_points, Page(body).text, *article.questions])


def test_there_are_articles():
    assert {"large-pores-and-mesobotox", "botulinum-toxin", "chemical-peel", "how-to-choose-a-surgeon"} <= {
        path.stem for path in FILES
    }


@every_article
def test_an_article_parses_and_says_where_it_stands(path):
    article = parse(path)
    assert article.sources
    assert article.state in ("awaiting medical review", "reviewed")


@every_article
def test_every_reference_of_an_article_resolves(path, vocabulary):
    assert (
        check_references(
            parse(path),
            treatments={entry["slug"] for entry in vocabulary["procedures"]},
            concerns={entry["slug"] for entry in vocabulary["concerns"]},
            articles={parse(file).slug for file in FILES},
        )
        == []
    )


@every_article
def test_each_concern_of_an_article_is_one_that_its_treatments_are_used_for(path, vocabulary):
    article = parse(path)
    treat = {entry["slug"]: set(entry["treat"]) for entry in vocabulary["concerns"]}
    assert [concern for concern in article.concerns if not treat[concern] & set(article.treatments)] == []


@every_article
def test_each_treatment_of_an_article_is_explained_in_it(path):
    article = parse(path)
    text = f"{article.title} {article.body}".lower()
    # Masseter and hyperhidrosis are words for doctors; the link carries them.
    assert [slug for slug in article.treatments if slug not in text and slug.replace("-", " ") not in text] == []


@every_article
def test_an_article_has_600_to_1200_words(path):
    assert 600 <= render(parse(path).body).words <= 1200


@every_article
def test_an_article_reads_like_a_letter_to_a_fourteen_year_old(path):
    assert grade(words_of(path)) <= 9


@every_article
def test_an_article_says_what_can_go_wrong_and_when_to_see_someone(path):
    headings = " ".join(entry.title.lower() for entry in render(parse(path).body).toc)
    assert re.search(r"go wrong|red flags", headings)
    assert re.search(r"when to see someone soon|when not to wait", headings)


@every_article
def test_an_article_marks_what_a_clinician_must_check_and_shows_none_of_the_marks(path):
    assert review_statements(path.read_text(encoding="utf-8"))
    html = render(parse(path).body).html
    assert "<!--" not in html
    assert "check:" not in html


@every_article
def test_an_article_names_no_price_promises_nothing_and_does_not_shout(path):
    text = words_of(path)
    assert not re.search(r"[$€£!]|\bguarantee|\bpainless|\brisk[- ]free|\bmiracle|\bbest surgeon|\bcheap", text, re.I)


@every_article
def test_an_article_gives_no_dose(path):
    assert not re.search(r"\d+(?:\.\d+)?\s*(?:units?\b|mg\b|ml\b|%|percent\b)", words_of(path), re.I)


@every_article
def test_an_article_is_safe_to_show_and_its_own_links_to_headings_lead_somewhere(path):
    rendered = render(parse(path).body)
    assert dangers(rendered.html) == []
    ids = {entry.id for entry in rendered.toc}
    jumps = [a["href"][1:] for a in Page(rendered.html).named("a") if a.get("href", "").startswith("#")]
    assert set(jumps) <= ids


@every_article
def test_the_ids_within_an_article_are_different(path):
    ids = [attributes["id"] for _, attributes in Page(render(parse(path).body).html).tags if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_the_pore_article_names_whose_views_it_retells():
    article = parse(ROOT / "fixtures" / "articles" / "large-pores-and-mesobotox.md")
    assert [(expert.name, expert.credentials) for expert in article.experts] == [
        ("Lara Devgan", "MD"),
        ("Kristy Hamilton", "MD"),
    ]
    assert all(expert.quoted_by == "American Society of Plastic Surgeons" for expert in article.experts)
    assert all(f"{expert.name}, {expert.credentials}" in article.body for expert in article.experts)
    # Retold, never quoted: quotation marks would put our words into their mouths.
    assert '"' not in article.body


@every_drawing
def test_a_drawing_is_described_for_those_who_do_not_see_it(path):
    drawing = ET.parse(path).getroot()  # noqa: S314 (our own file)
    assert drawing.get("role") == "img"
    title, description = drawing.find(f"{SVG}title"), drawing.find(f"{SVG}desc")
    assert drawing.get("aria-labelledby") == f"{path.stem}-title {path.stem}-desc"
    assert title.get("id") == f"{path.stem}-title"
    assert description.get("id") == f"{path.stem}-desc"
    assert title.text.strip()
    assert len(description.text.split()) >= 20


@every_drawing
def test_a_drawing_passes_the_sanitiser_whole_and_shows_where_the_treatment_goes(path):
    drawn = ET.parse(path).getroot()  # noqa: S314 (our own file)
    page = Page(render(f"![x](figure:{path.stem})").html)
    shapes = [tag for tag, _ in page.tags if tag not in ("figure", "figcaption")]
    assert shapes == [element.tag.removeprefix(SVG) for element in drawn.iter()]
    classes = {attributes.get("class") for _, attributes in page.tags}
    assert {"drawing", "pen"} <= classes
    assert classes <= {None, "drawing", "line", "thin", "skin", "deep", "gland", "pen", "pen-text"}


@every_drawing
def test_a_drawing_is_used(path):
    assert any(f"](figure:{path.stem})" in file.read_text(encoding="utf-8") for file in FILES)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("pore", 1), ("pores", 1), ("skin", 1), ("treated", 2), ("relaxed", 2), ("muscle", 2),
        ("surgeon", 2), ("table", 2),
        ("the", 1), ("see", 1), ("places", 2), ("toxin", 2), ("botulinum", 4), ("chemical", 3),
        ("healed", 1), ("whole", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_about_as_they_are_spoken(word, count):
    assert syllables(word) == count


def test_a_hard_text_has_a_higher_grade_than_an_easy_one():
    assert grade("The cat sat. The dog ran.") < 3
    assert grade("Intradermal administration of neuromodulators demonstrates sebosuppressive characteristics.") > 15
