"""Reading the environment: every value has a default, so that an empty environment is a complete one."""

from __future__ import annotations

import contextlib
import math
import os
import re
import secrets
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}
DATABASES = {"sqlite", "postgres", "postgresql"}
Number = TypeVar("Number", int, float)


def flag(name: str, *, default: bool) -> bool:
    """The yes-or-no variable `name`; raises ValueError for any other word."""
    word = os.environ.get(name, "").strip().lower()
    if name not in os.environ:
        return default
    if word in TRUE | FALSE:
        return word in TRUE
    raise ValueError(f"{name} is {word!r}; use 1 or 0")


def number(name: str, *, default: Number, minimum: float = -math.inf) -> Number:
    """The variable `name` as a number; raises ValueError naming it for anything else, or for less than `minimum`.

    It is whole where `default` is.
    """
    text = os.environ.get(name, "").strip()
    kind = type(default)
    what = "a whole number" if kind is int else "a number"
    try:
        value = kind(text or default)
    except ValueError:
        raise ValueError(f"{name} is {text!r}; use {what}") from None
    if not minimum <= value < math.inf:
        least = "" if minimum == -math.inf else f" from {minimum:g} up"
        raise ValueError(f"{name} is {text!r}; use {what}{least}")
    return value


def words(name: str, *, default: str = "") -> list[str]:
    """The comma-separated variable `name` as a list without blanks."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def pairs(name: str) -> dict[str, str]:
    """The variable `name`, "a=1,b=2", as a mapping; raises ValueError for a part without an equals sign."""
    found = words(name)
    if wrong := [pair.split("=")[0] for pair in found if "=" not in pair]:
        raise ValueError(f"{name} has {', '.join(wrong)} without a value; use name=value,name=value")
    return dict(pair.split("=", 1) for pair in found)


def choice(name: str, choices: tuple[str, ...], *, default: str) -> str:
    """The variable `name`, which must be one of `choices`, in any case; raises ValueError otherwise."""
    word = os.environ.get(name, "").strip().upper() or default
    if word not in choices:
        raise ValueError(f"{name} is {word!r}; use one of {', '.join(choices)}")
    return word


def database_url(name: str, url: str) -> str:
    """`url`, when it names a database that we run on; raises ValueError, which does not repeat its password."""
    scheme, found, _ = url.partition("://")
    if not found or scheme not in DATABASES:
        raise ValueError(
            f"{name} begins with {scheme[:20]!r}; use sqlite:///path or postgres://user:password@host/name"
        )
    return url


def tile_hosts(template: str) -> list[str]:
    """The host a map tile address is on, as the content policy names it; none for an empty address.

    Raises ValueError for one that is not http(s) or lacks {z}, {x} or {y}. {s} stands for any subdomain.
    """
    if not template:
        return []
    url = urlsplit(template.replace("{s}", "*"))
    placed = all(f"{{{key}}}" in template for key in "zxy")
    if url.scheme not in ("http", "https") or not re.fullmatch(r"[\w.*:\[\]-]+", url.netloc) or not placed:
        raise ValueError(f"MAP_TILE_URL is {template!r}; use one like https://tiles.example.org/{{z}}/{{x}}/{{y}}.png")
    return [f"{url.scheme}://{url.netloc}"]


def secret_key(folder: Path) -> str:
    """SECRET_KEY, or one made on first use and kept in `folder`, readable by its owner alone."""
    if given := os.environ.get("SECRET_KEY"):
        return given
    kept = folder / "secret_key"
    if not kept.exists():
        fresh = kept.with_suffix(f".{os.getpid()}")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            fresh.touch(mode=0o600)
        except OSError as error:
            raise ValueError(f"VAR_DIR is {str(folder)!r}; use a folder that can be written to ({error})") from None
        fresh.write_text(secrets.token_urlsafe(50))
        with contextlib.suppress(FileExistsError):  # another process was first, and its key counts
            os.link(fresh, kept)
        fresh.unlink()
    return kept.read_text()
