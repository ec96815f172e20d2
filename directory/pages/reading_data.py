"""Treatments and concerns for machines: schema.org's MedicalWebPage, holding nothing that the page does not show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from directory.models import Text

Crumb = tuple[str, str]


def treatment_data(name: str, also: list[str], text: Text | None, url: str, crumbs: list[Crumb]) -> dict[str, Any]:
    """`crumbs` are (name, address) of the pages above, the site's first page first."""
    about: dict[str, Any] = {"@type": "MedicalProcedure", "name": name, "alternateName": also}
    if text:
        about |= {"howPerformed": text.fields["how"], "followup": text.fields["recovery"]}
    return _page(name, about, text, url, crumbs)


def concern_data(
    name: str, also: list[str], text: Text | None, url: str, crumbs: list[Crumb], treatments: Iterable[str]
) -> dict[str, Any]:
    about = {
        "@type": "MedicalCondition",
        "name": name,
        "alternateName": also,
        "possibleTreatment": [{"@type": "MedicalTherapy", "name": one} for one in treatments],
    }
    return _page(name, about, text, url, crumbs)


def breadcrumb(crumbs: list[Crumb], name: str, url: str) -> dict[str, Any]:
    steps = [*crumbs, (name, url)]
    items = [
        {"@type": "ListItem", "position": place, "name": one, "item": address}
        for place, (one, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _page(name: str, about: dict[str, Any], text: Text | None, url: str, crumbs: list[Crumb]) -> dict[str, Any]:
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": name,
        "url": url,
        "about": about,
        "audience": {"@type": "MedicalAudience", "audienceType": "Patient"},
        "breadcrumb": breadcrumb(crumbs, name, url),
    }
    if text:
        data |= {
            "description": text.fields["what"],
            "inLanguage": text.lang,
            "dateModified": text.updated.isoformat(),
        }
        if text.reviewed_on:
            data["lastReviewed"] = text.reviewed_on.isoformat()
            data["reviewedBy"] = {"@type": "Person", "name": text.reviewer}
    return data
