"""What the filters and their values are called on the page."""

from __future__ import annotations

from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from directory.models import Board
from directory.models.credentials import Accreditor, Certificate
from directory.models.languages import LANGUAGES
from directory.models.practices import Accessibility
from directory.models.surgeons import Gender

Label = str | Promise

_FILTERS: dict[str, Label] = {
    "treatment": _("Help with"),
    "place": _("Near"),
    "near": _("Your position"),
    "radius": _("Within"),
    "procedure": _("Treatment"),
    "certification": _("Certificate"),
    "subspecialty": _("Further certificate"),
    "accreditation": _("Facility"),
    "language": _("Language"),
    "gender": _("Surgeon"),
    "accepting": _("New patients"),
    "telehealth": _("Video visits"),
    "accessibility": _("The office has"),
    "experience": _("Years in practice"),
    "name": _("Name of the surgeon"),
    "sort": _("Order"),
    "unit": _("Miles or kilometers"),
    "cursor": _("Page"),
}
_VALUES: dict[str, dict[str, Label]] = {
    "certification": {
        Board.ABPS: _("Plastic surgery (ABPS)"),
        Board.RCPSC: _("Royal College, Canada (RCPSC)"),
        Board.CMQ: _("Collège des médecins, Quebec (CMQ)"),
        Board.NATIONAL: _("A national board abroad"),
    },
    "subspecialty": {Certificate.HAND: _("Surgery of the hand"), Certificate.HEAD_NECK: _("Head and neck")},
    "accreditation": {one.value: one.label for one in Accreditor},
    "language": dict(LANGUAGES),
    "gender": {one.value: one.label for one in Gender},
    "accepting": {"true": _("Takes new patients")},
    "telehealth": {"true": _("Video visits")},
    "accessibility": {one.value: one.label for one in Accessibility},
    "experience": {"5": _("5 years or more"), "10": _("10 years or more"), "20": _("20 years or more")},
}


@lru_cache
def filters(lang: str) -> dict[str, str]:
    """What each parameter is called; `lang` is the active language, whose texts are kept."""
    return {name: str(label) for name, label in _FILTERS.items()}


@lru_cache
def values(name: str, lang: str) -> dict[str, str]:
    """The values of a filter in words, empty where it has none; `lang` is the active language, whose texts are kept."""
    return {str(value): str(label) for value, label in _VALUES.get(name, {}).items()}


def value_label(name: str, value: str, lang: str) -> str:
    """A filter's value in words; the value itself where it has none."""
    if name == "experience" and value not in _VALUES["experience"]:
        return str(_("%(years)s years or more") % {"years": value})
    return values(name, lang).get(value, value)
