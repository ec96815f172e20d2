"""System checks: a setting that cannot work is named before the first visitor meets it, with what would be right."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from geopy.exc import GeocoderNotFound

from directory.places import online
from directory.places.sources import SOURCES

VOCABULARY = ("procedures.yaml", "phrases.yaml", "es.yaml")
GAZETTEER = ("us_zips", "us_cities", "us_states", "ca_fsa", "ca_cities500", "countries", "world_cities15000")


@register()
def site_url(app_configs: Sequence[AppConfig] | None, **rest: Any) -> Iterator[CheckMessage]:
    url = urlsplit(settings.SITE_URL)
    if settings.SITE_URL and (url.scheme not in ("http", "https") or not url.netloc or url.path or url.query):
        yield Error(
            f"SITE_URL is {settings.SITE_URL!r}, which is not the address of a site.",
            hint="Use scheme and host alone, such as https://finder.example.org, or leave it out.",
            id="directory.E001",
        )


@register()
def geocoder(app_configs: Sequence[AppConfig] | None, **rest: Any) -> Iterator[CheckMessage]:
    if not settings.GEOCODER:
        return
    try:
        online.geocoder(settings.GEOCODER, tuple(sorted(settings.GEOCODER_OPTIONS.items())))
    except GeocoderNotFound:
        yield Error(
            f"GEOCODER is {settings.GEOCODER!r}, which geopy does not know.",
            hint="Use the name of a service as geopy spells it, such as nominatim, or leave it out.",
            id="directory.E002",
        )
    except Exception as error:  # each of geopy's services has its own way to refuse
        yield Error(
            f"GEOCODER_OPTIONS do not suit {settings.GEOCODER}: {error}",
            hint="Use what geopy's class for this service takes, such as user_agent=finder.example.org.",
            id="directory.E003",
        )


@register()
def numbers(app_configs: Sequence[AppConfig] | None, **rest: Any) -> Iterator[CheckMessage]:
    if settings.GEOCODER_TIMEOUT_SECONDS <= 0:
        yield Error(
            f"GEOCODER_TIMEOUT_SECONDS is {settings.GEOCODER_TIMEOUT_SECONDS:g}: no service could answer in time.",
            hint="Use a number of seconds above 0, such as 3.",
            id="directory.E004",
        )
    for number, name in enumerate(("SEARCH_ARRAYS_LIMIT", "API_REQUESTS_PER_MINUTE", "API_PROXIES"), start=5):
        if getattr(settings, name) < 0:
            yield Error(
                f"{name} is {getattr(settings, name)}, less than nothing.",
                hint="Use 0 to switch it off, or a number above.",
                id=f"directory.E{number:03d}",
            )


@register()
def files(app_configs: Sequence[AppConfig] | None, **rest: Any) -> Iterator[CheckMessage]:
    gazetteer = {path.name.split(".")[0] for path in SOURCES.glob("*.csv*")}
    if missing := [name for name in GAZETTEER if name not in gazetteer]:
        yield Error(
            f"The gazetteer's {', '.join(missing)} are not in {SOURCES}.",
            hint="Bring fixtures/geo back from the repository; no place can be understood without it.",
            id="directory.E008",
        )
    vocabulary = Path(settings.VOCABULARY_PATH)
    if missing := [name for name in VOCABULARY if not (vocabulary / name).is_file()]:
        yield Error(
            f"The vocabulary's {', '.join(missing)} are not in {vocabulary}.",
            hint="Bring fixtures/vocabulary back from the repository, or set VOCABULARY_PATH to where they are.",
            id="directory.E009",
        )
    if not Path(settings.ARTICLES_PATH).is_dir():
        yield Error(
            f"There is no folder {settings.ARTICLES_PATH} to read articles from.",
            hint="Bring fixtures/articles back from the repository, or set ARTICLES_PATH to where they are.",
            id="directory.E010",
        )


@register()
def demonstration(app_configs: Sequence[AppConfig] | None, **rest: Any) -> Iterator[CheckMessage]:
    public = [host for host in settings.ALLOWED_HOSTS if not is_private(host)]
    if not public:
        return
    if settings.DEMONSTRATION and not settings.DEBUG:
        yield Warning(
            f"DEMONSTRATION is on, and {', '.join(public)} may be open to patients.",
            hint="Set DEMONSTRATION=0 where the members are real; leave it on where every surgeon is invented.",
            id="directory.W001",
        )
    if settings.DEBUG:
        yield Warning(
            f"DEBUG is on, and {', '.join(public)} may be open to patients: error pages would show what they searched.",
            hint="Leave DEBUG out, or keep ALLOWED_HOSTS to this machine.",
            id="directory.W002",
        )


def is_private(host: str) -> bool:
    """Whether a name in ALLOWED_HOSTS can be reached from this machine or its own network alone."""
    name = host.strip("[]").lower()
    try:
        return ipaddress.ip_address(name).is_private
    except ValueError:
        return name == "localhost" or name.endswith((".localhost", ".local", ".internal", ".test"))
