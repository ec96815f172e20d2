"""What the guides point at is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
GUIDES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)|src=\"(?!https?:)([^\"]+)\"")


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(guide):
    text = re.sub(r"(?s)```.*?```|(?m:^    .*?$)", "", guide.read_text(encoding="utf-8"))
    wanted = [first or second for first, second in LINK.findall(text)]
    missing = [link for link in wanted if not (guide.parent / link).exists() and not link.startswith("/")]
    assert missing == []
