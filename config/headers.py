"""What the answers with static files say beside what whitenoise says of itself."""

from __future__ import annotations

from collections.abc import MutableMapping

EMBEDDABLE = "directory/embed/"


def of_static_file(headers: MutableMapping[str, str], path: str, url: str) -> None:
    """What other sites may embed says so, also to pages that are isolated from other origins."""
    if EMBEDDABLE in url:
        headers["Cross-Origin-Resource-Policy"] = "cross-origin"
