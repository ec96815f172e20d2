"""docs/map.md names what is there."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings

TEXT = (Path(settings.BASE_DIR) / "docs" / "map.md").read_text()
NAMED = set(re.findall(r"`([\w./<>-]+)`", TEXT))
MODULES = Path(settings.BASE_DIR) / "directory" / "static" / "directory" / "map"


def test_every_module_of_the_map_is_named_and_every_named_one_is_there() -> None:
    named = {name for name in NAMED if re.fullmatch(r"[a-z]+\.js", name)}
    there = {file.name for file in MODULES.glob("*.js")} - {"leaflet.js"}
    assert named == there


def test_every_path_and_include_is_there() -> None:
    roots = [Path(settings.BASE_DIR), Path(settings.BASE_DIR) / "templates"]
    paths = {name for name in NAMED if "/" in name and "<" not in name} - {"VAR_DIR/map/", "world-atlas/", "leaflet/"}
    assert paths
    assert [name for name in sorted(paths) if not any((root / name).exists() for root in roots)] == []


def test_the_scripts_take_what_the_commands_give_them() -> None:
    for script, *options in (
        ("build_map_tiles.py", "--src", "--geo", "--out", "--census"),
        ("prepare_osm_graph.py",),
    ):
        assert f"fixtures/map/build/{script}" in TEXT
        source = (Path(settings.BASE_DIR) / "fixtures" / "map" / "build" / script).read_text()
        assert all(option in source and option in TEXT for option in options)
