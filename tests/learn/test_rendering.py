"""What a page gets from a body: structure, links, figures, and nothing that acts."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from directory.learn import TocEntry, check_body, links, render, review_statements
from tests.learn.html import Page, dangers


def test_headings_make_a_table_of_contents_whose_links_lead_to_them():
    rendered = render("## What a pore is\n\nWords.\n\n### Oil & sweat\n\n## Who's it for?\n")
    assert rendered.toc == (
        TocEntry("what-a-pore-is", "What a pore is", 2),
        TocEntry("oil-sweat", "Oil & sweat", 3),
        TocEntry("whos-it-for", "Who’s it for?", 2),
    )
    assert [attributes["id"] for attributes in Page(rendered.html).named("h2", "h3")] == [e.id for e in rendered.toc]


def test_headings_of_one_name_and_of_the_pages_own_names_get_ids_apart():
    rendered = render("## Risks\n\n## Risks\n\n## Search\n\n## ¿?\n")
    assert [entry.id for entry in rendered.toc] == ["risks", "risks-2", "search-2", "part"]


def test_a_spanish_heading_has_an_id_in_plain_letters():
    assert render("## ¿Qué es un poro?").toc[0].id == "que-es-un-poro"


def test_a_body_cannot_bring_a_second_h1():
    rendered = render("# Big\n\nWords.\n\n<h1>Bigger</h1>\n")
    assert not Page(rendered.html).named("h1")
    assert rendered.toc[0] == TocEntry("big", "Big", 2)


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (200, 1), (201, 2), (1000, 5), (1001, 6)])
def test_reading_time_is_two_hundred_words_a_minute_rounded_up(words, minutes):
    rendered = render("word " * words)
    assert (rendered.words, rendered.minutes) == (words, minutes)


def test_notes_to_reviewers_are_neither_shown_nor_counted():
    rendered = render("One two.<!-- check: a\nsecond line --> Three.\n\n<!-- check: alone -->\n")
    assert rendered.words == 3
    assert "check" not in rendered.html
    assert "check" not in render("A.<!-- check: never closed").html
    assert "check" not in render("A.<!<!-- x -->-- check: halves that join -->").html
    assert "check" not in render("A. <!-- check: over\n\n- a list\n\n## and a heading --> B.").html


def test_a_link_inside_stays_plain_and_a_link_outside_tells_nothing_of_where_it_came_from():
    html = render("[a](/treatments/chemical-peel) [b](#risks) [c](https://example.org/?a=1&b=2)").html
    inside, heading, outside = Page(html).named("a")
    assert inside == {"href": "/treatments/chemical-peel"}
    assert heading == {"href": "#risks"}
    assert outside == {"href": "https://example.org/?a=1&b=2", "rel": "noopener noreferrer"}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//evil.example",
        "/staff/",
        "/treatments/../staff/",
        "/treatments/UPPER",
        "treatments/chemical-peel",
        "https://user:word@evil.example/",
        "mailto:a@example.org",
        "\\\\evil.example",
    ],
)
def test_a_link_to_anywhere_else_keeps_its_words_and_loses_its_address(address):
    for body in (f"A [link](<{address}>) here.", f'A <a href="{address}">link</a> here.'):
        page = Page(render(body).html)
        assert all("href" not in attributes for attributes in page.named("a"))
        assert "link" in page.text


def test_a_link_written_as_html_to_an_outside_host_is_covered_too():
    assert 'rel="noopener noreferrer"' in render('<a target="_blank" href="https://example.org/">x</a>').html


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "Hello <script src=https://evil.example/x.js></script>",
        "<style>body{display:none}</style>",
        '<p style="position:fixed" onclick="alert(1)">hi</p>',
        '<a href="/learn/x" style="x" onclick="alert(1)">hi</a>',
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><use href=#x></svg>",
        "<svg><script>alert(1)</script></svg>",
        "<iframe src=https://evil.example></iframe>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "![x](javascript:alert(1))",
        '![x](figure:pore "onload=alert(1)")',
        "![<script>alert(1)</script>](figure:pore)",
        '## Heading <b id="main" onmouseover=alert(1)>x</b>',
        "|a|b|\n|:-:|-|\n|1|<b onclick=x>2</b>|",
        '|<img src=x onerror=alert(1)>|"><script>|\n|-|-|\n|1|2|',
    ],
)
def test_nothing_in_a_page_acts_restyles_or_loads(attack):
    html = render(attack).html
    assert dangers(html) == []
    assert "alert(1)" not in Page(html).text or attack.startswith(("![", "## "))


def test_html_loses_its_tags_and_keeps_its_words():
    assert Page(render("<div class=x>Hello <u>you</u></div>").html).text.strip() == "Hello you"


def test_an_author_cannot_take_an_id_that_the_page_uses():
    assert render('<h2 id="main">x</h2>').html == "<h2>x</h2>"


def test_a_figure_alone_in_its_paragraph_is_drawn_into_the_page():
    page = Page(render("One.\n\n![A pore, **not** to scale.](figure:pore)\n\nTwo.").html)
    (drawing,) = page.named("svg")
    assert drawing["class"] == "drawing"
    assert drawing["role"] == "img"
    assert len(page.named("figure")) == len(page.named("figcaption")) == 1
    assert page.text.index("One.") < page.text.index("A pore, not to scale.") < page.text.index("Two.")


def test_a_figure_within_a_line_leaves_its_description():
    html = render("See ![the `<pore>`](figure:pore) here.").html
    assert "svg" not in html
    assert Page(html).text.strip() == "See the <pore> here."


def test_a_figure_that_is_not_there_leaves_its_caption(tmp_path):
    html = render("![A pore](figure:pore)", figures=tmp_path).html
    assert html == "<figure><figcaption>A pore</figcaption></figure>\n"


def test_a_figure_cannot_be_read_from_outside_its_folder(tmp_path):
    (tmp_path / "secret.svg").write_text("<svg><title>secret</title></svg>")
    (tmp_path / "figures").mkdir()
    assert "secret</title>" not in render("![x](figure:../secret)", figures=tmp_path / "figures").html


def test_a_drawing_is_cleaned_like_everything_else(tmp_path):
    (tmp_path / "bad.svg").write_text(
        '<svg class="drawing" onload="alert(1)" style="x"><script>alert(1)</script><a href="javascript:x">'
        '<path d="M0 0" onclick="x"/></a><use href="#y"/><image href="x"/>'
        "<foreignObject><p>x</p></foreignObject><animate attributeName=x /></svg>"
    )
    html = render("![x](figure:bad)", figures=tmp_path).html
    assert dangers(html) == []
    assert 'd="M0 0"' in html
    assert "foreignobject" not in html.lower()


def test_a_drawing_cannot_be_written_into_the_text():
    assert "<svg" not in render('<svg class="drawing"><path d="M0 0"/></svg>').html


def test_a_table_names_its_rows_and_columns_so_that_it_can_fold():
    page = Page(render("|Depth|Heals|\n|:--|--:|\n|Light|days|\n|Deep|weeks|").html)
    assert page.named("table") == [{"class": "table is-folding"}]
    assert [attributes["scope"] for attributes in page.named("th")] == ["col", "col", "row", "row"]
    assert page.named("td") == [{"data-label": "Heals"}, {"data-label": "Heals"}]


def test_quotation_marks_curl():
    assert "“pore”" in render('A "pore".').html


MARKUP = st.lists(
    st.sampled_from(
        [
            "<script>", "</script>", "<style>", "<svg onload=x>", "</svg>", "<img src=x onerror=x>", "<p style=x>",
            "<!--", "-->", "check:", "[a](javascript:x)", "![x](figure:pore)", "\n\n", "\n", "## ", "# ",
            "|a|b|\n|-|-|\n|",
            "- ", "> ", "    ", "`", "**", '"', "'", "<a href='//x'>", "</a>", "<h2 id=main>", "&lt;script&gt;",
            "\x00", "\\",
            "\ud800", "<math>", "<title>", "<table>", "<td>",
        ]
    )
    | st.text(max_size=12),
    max_size=40,
).map("".join)  # fmt: skip


@given(MARKUP)
@example("half a letter: \ud800")
@example("<!--" * 50 + "-->" * 49)
@example("[" * 2000 + "](" * 2000)
@example("<b>" * 20_000)
@example("> " * 2000 + "x")
def test_any_text_renders_and_nothing_in_it_acts(body):
    rendered = render(body)
    assert dangers(rendered.html) == []
    ids = [attributes["id"] for attributes in Page(rendered.html).named("h2", "h3") if "id" in attributes]
    assert set(ids) <= {entry.id for entry in rendered.toc}
    assert rendered.minutes >= 1
    # The checks an author sees must stand the same text.
    check_body(body)
    links(body)
    review_statements(body)


def test_statements_to_check_are_listed_with_their_lines():
    text = "---\nslug: x\n---\n\nOne. <!-- check: first -->\n\nTwo.\n<!-- check: second,\nlonger -->\n<!-- other -->\n"
    assert review_statements(text) == [(5, "first"), (8, "second, longer")]


def test_links_are_listed_with_the_lines_of_their_paragraphs():
    assert links("---\na: b\n---\nOne.\n\n[x](/learn/y) and [z](https://example.org/)") == [
        (6, "/learn/y"),
        (6, "https://example.org/"),
    ]
