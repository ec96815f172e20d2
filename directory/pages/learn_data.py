"""An article for machines: schema.org's MedicalWebPage, holding nothing that the page does not show."""

from __future__ import annotations

from typing import Any

from directory.models import Article
from directory.pages.treatments_index import Entry


def web_page(article: Article, treatments: list[Entry], url: str) -> dict[str, Any]:
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "headline": article.title,
        "description": article.summary,
        "url": url,
        "inLanguage": article.lang,
        "datePublished": article.published.isoformat(),
        "dateModified": article.updated.isoformat(),
        "audience": {"@type": "MedicalAudience", "audienceType": "Patient"},
        "about": [{"@type": "MedicalProcedure", "name": one.name} for one in treatments],
        "citation": [source["title"] for source in article.sources],
    }
    if article.reviewed_on:
        data["lastReviewed"] = article.reviewed_on.isoformat()
        data["reviewedBy"] = {"@type": "Person", "name": article.reviewer}
    return data
