"""What every page knows about the site."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static


def site(request: HttpRequest) -> dict[str, object]:
    """`demonstration`, for the strip that says that every surgeon is invented; `icons`, the sprite's address.

    An icon is `<svg class="icon" aria-hidden="true"><use href="{{ icons }}#check"/></svg>`.
    """
    return {"demonstration": settings.DEMONSTRATION, "icons": static("directory/icons/icons.svg")}
