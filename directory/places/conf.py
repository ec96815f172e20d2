"""The settings this package reads, each with what holds where nothing is set. Nowhere else does it know of Django."""

from __future__ import annotations

import pathlib
from typing import Any

from django.conf import settings

from directory.places.sources import SOURCES, fingerprint


def setting(name: str, default: Any = None) -> Any:
    """A Django setting, or `default` where it is missing or Django is not set up at all."""
    return getattr(settings, name, default) if settings.configured else default


def gazetteer_path() -> pathlib.Path:
    """The compiled file in the folder GAZETTEER_PATH (var/ of the project), named after a hash of its sources.

    Other sources mean another name, so that what is stale is never read and is rebuilt by itself.
    """
    folder = pathlib.Path(setting("GAZETTEER_PATH") or SOURCES.parents[1] / "var")
    return folder / f"gazetteer-{fingerprint()}.sqlite"


def cache() -> Any:
    """Django's default cache; None where Django is not set up."""
    if not settings.configured:
        return None
    from django.core.cache import cache as default  # its import reads the settings

    return default
