"""Static files with hashes in their names, as `manage.py collectstatic` makes them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from django.conf import LazySettings

from config.static import HashedFiles

OURS = "directory/static/directory"


def test_modules_and_styles_name_each_other_by_hashed_names(tmp_path: Path, settings: LazySettings) -> None:
    settings.DEBUG = False
    shutil.copytree(Path(settings.BASE_DIR) / OURS, tmp_path / "directory")
    storage = HashedFiles(location=str(tmp_path), base_url="/static/")
    files = [str(file.relative_to(tmp_path)) for file in tmp_path.rglob("*") if file.is_file()]
    results = list(storage.post_process({name: (storage, name) for name in files}))
    assert [str(problem) for *_, problem in results if isinstance(problem, Exception)] == []
    plain = re.compile(r"""(?:from|import)\s*\(?\s*["'](\./[^"']+)["']|url\(["']([^"'#][^"']*)["']\)""")
    named = [
        (file.name, *found.groups())
        for file in tmp_path.rglob("*.????????????.*")
        if file.suffix in {".js", ".css"}
        for found in plain.finditer(file.read_text())
    ]
    assert named
    hashed = re.compile(r"\.[0-9a-f]{12}\.\w+$|^data:")
    assert [one for one in named if not hashed.search(one[1] or one[2])] == []
