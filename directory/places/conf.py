"""The settings this package reads, each with what holds where nothing is set. Nowhere else does it know of Django."""

from __future__ import annotations

import pathlib
from typing import Any

from django.conf import settings

from .sources import SOURCES, fingerprint


def setting(name: str, default: Any = None) -> Any:
    """A Django setting, or `default` where it is missing or Django is not set up at all."""
    return getattr(settings, name, default) if settings.configured else default


def gazetteer_path() -> pathlib.Path:
    """GAZETTEER_PATH, or var/gazetteer-<hash of its sources>.sqlite under BASE_DIR."""
    base = pathlib.Path(setting("BASE_DIR", SOURCES.parents[1]))
    return pathlib.Path(setting("GAZETTEER_PATH") or base / "var" / f"gazetteer-{fingerprint()}.sqlite")
