"""The gazetteer is compiled ahead of the first visitor."""

from __future__ import annotations

import io
import re

from django.core.management import call_command


def test_it_tells_how_many_places_there_are():
    out = io.StringIO()
    call_command("build_gazetteer", stdout=out)
    found = re.match(r"([\d,]+) places in \d+\.\d s: .*zip", out.getvalue())
    assert found, out.getvalue()
    assert int(found[1].replace(",", "")) > 100_000
