"""Parts of a page that are rendered once hold nothing of the request that happened to come first."""

from __future__ import annotations

from django.template import Context, Template
from django.utils.translation import override


def test_what_was_asked_is_unknown_inside() -> None:
    page = Template("{% load kept %}{% kept %}[{{ typed }}{{ request }}]{% endkept %}{{ typed }}")
    assert page.render(Context({"typed": "pores"})) == "[]pores"


def test_each_value_of_a_named_word_has_its_own_text() -> None:
    page = Template("{% load kept %}{% kept shape here=place.name %}{{ shape }} {{ here }}{% endkept %}")
    assert page.render(Context({"shape": "small", "place": {"name": "home"}})) == "small home"
    assert page.render(Context({"shape": "large", "place": {"name": "home"}})) == "large home"
    assert page.render(Context({"shape": "small", "place": {"name": "home"}})) == "small home"


def test_each_language_has_its_own_text() -> None:
    page = Template("{% load i18n kept %}{% kept %}{% get_current_language as now %}{{ now }}{% endkept %}")
    assert page.render(Context()) == "en-us"
    with override("fr"):
        assert page.render(Context()) == "fr"


def test_a_text_is_rendered_once() -> None:
    page = Template("{% load kept %}{% kept %}{{ icons.now }}{% endkept %}")
    icons = Once()
    assert [page.render(Context({"icons": icons})) for _ in range(2)] == ["1", "1"]


class Once:
    """Counts how often it is read."""

    count = 0

    @property
    def now(self) -> int:
        self.count += 1
        return self.count
