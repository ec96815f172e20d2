"""docs/mirror.md is true: its program keeps a copy that is the list."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from directory.models import Practice, Surgeon
from members.services.changing import changing
from tests.factories import make_surgeon

GUIDE = Path(settings.BASE_DIR) / "docs" / "mirror.md"


def recipe(site: str) -> dict[str, Any]:
    """The program of the guide, asking this site."""
    [program] = re.findall(r"```python\n(.*?)```", GUIDE.read_text(), re.DOTALL)
    names: dict[str, Any] = {}
    exec(compile(program, str(GUIDE), "exec"), names)  # noqa: S102 - our own guide
    names["SITE"] = site
    return names


@pytest.mark.django_db(transaction=True)
def test_the_copy_follows_who_comes_changes_and_leaves(live_server: Any):
    stays, edited, leaves = (make_surgeon() for _ in range(3))
    mirror = recipe(live_server.url)

    copy, cursor = mirror["begin"]()
    assert set(copy) == {stays.slug, edited.slug, leaves.slug}

    comes = make_surgeon()
    with changing(edited, by=None, reason="moved"):
        Practice.objects.filter(surgeon=edited).update(city="Evanston")
    with changing(leaves, by=None, reason="asked"):
        Surgeon.objects.filter(pk=leaves.pk).update(do_not_list=True)
    cursor = mirror["follow"](copy, cursor)

    assert set(copy) == {stays.slug, edited.slug, comes.slug}
    assert copy[edited.slug]["practices"][0]["address"]["city"] == "Evanston"
    assert (copy, cursor) == mirror["begin"]()
