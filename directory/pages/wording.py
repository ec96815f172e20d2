"""Dates, telephone numbers and distances as patients read them; each is worked out once and kept."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

import phonenumbers
from django.utils.dateformat import format as format_date
from django.utils.translation import override

from directory.models import Volume
from directory.search.criteria import KILOMETRES_PER_MILE

SOON_DAYS = 60  # a fact that ends within so many is said to run out soon
VOLUMES: dict[str, str] = {one.value: str(one.label) for one in Volume}


@lru_cache(maxsize=4_096)
def day(iso: str, lang: str) -> str:
    """ "2026-11-03" as "3 Nov 2026"."""
    with override(lang):
        return format_date(dt.date.fromisoformat(iso), "j M Y")


@lru_cache(maxsize=4_096)
def month(iso: str, lang: str) -> str:
    """ "2031-12-31" as "Dec 2031"."""
    with override(lang):
        return format_date(dt.date.fromisoformat(iso), "M Y")


@lru_cache(maxsize=65_536)
def telephone(e164: str) -> str:
    """ "+18135550142" as "(813) 555-0142"; other countries' numbers with their code in front."""
    if e164.startswith("+1") and len(e164) == 12:
        return f"({e164[2:5]}) {e164[5:8]}-{e164[8:]}"
    try:
        return phonenumbers.format_number(phonenumbers.parse(e164), phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    except phonenumbers.NumberParseException:
        return e164


def short(name: str) -> str:
    """A treatment's name without what stands in brackets: "Mesobotox (intradermal botulinum toxin)" as "Mesobotox"."""
    return name.split(" (", 1)[0]


def within(name: str) -> str:
    """ "The surgeon" as "the surgeon", for the middle of a sentence; a person's name stays as it is."""
    return f"the {name[4:]}" if name.startswith("The ") else name


def distance(miles: float, unit: str) -> str:
    """ "2.1 mi", "128 mi": one decimal below 100."""
    far = miles * KILOMETRES_PER_MILE if unit == "km" else miles
    return f"{far:.1f} {unit}" if far < 99.95 else f"{far:.0f} {unit}"
