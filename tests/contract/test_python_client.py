"""A client made from the published document does the five commonest jobs against the running service."""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.factories import make_concern, make_surgeon

DOCUMENT = Path(settings.BASE_DIR) / "docs" / "openapi.yaml"
NAME = "generated_finder_client"


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of the package, made anew and importable."""
    folder = tmp_path_factory.mktemp("client")
    config = folder / "config.yaml"
    config.write_text("post_hooks: []\n")
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--path", str(DOCUMENT)]
    command += ["--output-path", str(folder / NAME), "--meta", "none", "--config", str(config)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    sys.path.insert(0, str(folder))
    yield NAME
    sys.path.remove(str(folder))


@pytest.mark.django_db(transaction=True)
def test_a_generated_client_does_the_five_commonest_jobs(generated: str, live_server: Any):
    make_concern("large-pores", treatments=["chemical-peel"])
    surgeon = make_surgeon(given_name="Robin", family_name="Marlowe")

    def job(name: str, *path: str, **asked: Any) -> Any:
        operation = importlib.import_module(f"{generated}.api.{name}")
        with importlib.import_module(generated).Client(base_url=live_server.url) as client:
            return operation.sync(*path, client=client, **asked)

    found = job("surgeons.search_surgeons", treatment="large pores", place="60093")
    assert (found.outcome, found.total, found.results[0].name) == ("found", 1, "Robin Marlowe")
    assert found.results[0].evidence[0].statement

    record = job("surgeons.get_surgeon", surgeon.slug)
    assert record.practices[0].point.lat == pytest.approx(42.1081)

    typed = job("words.suggest_treatments", q="large po")
    assert typed.results[0].slug == "large-pores"

    place = job("places.resolve_place", q="60093")
    assert place.results[0].label == "ZIP 60093, Winnetka, Illinois"

    changes = job("bulk.list_changes", limit=10)
    assert (changes.changes[0].surgeon.slug, changes.more) == (surgeon.slug, False)

    field = importlib.import_module(f"{generated}.models").SearchSurgeonsFieldsItem
    thin = job("surgeons.search_surgeons", fields=[field("name")])
    assert thin.results[0].name == "Robin Marlowe"
