"""Which language the names in an answer are in."""

from __future__ import annotations

from django.utils.translation.trans_real import parse_accept_lang_header
from rest_framework.request import Request

from directory.search.parameters import PARAMETERS

LANG = PARAMETERS["lang"]


def accepted(request: Request) -> str:
    """The first language of Accept-Language that we have names in, else English."""
    header = request.META.get("HTTP_ACCEPT_LANGUAGE", "")
    for code, quality in parse_accept_lang_header(header.lower()) if header else ():
        primary = code.partition("-")[0]
        if primary in LANG.choices and quality > 0:
            return primary
    return "en"
