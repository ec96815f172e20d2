"""An answer of each kind, for readers of the schema. The members are invented; the tests hold them to the shapes."""

from __future__ import annotations

from typing import Any

SITE = "https://finder.example.org"
CERTIFIED = {
    "kind": "certification",
    "statement": "Board certified in plastic surgery by the American Board of Plastic Surgery (ABPS)",
    "source": "The board's register",
    "checked_on": "2026-11-05",
    "valid_until": "2028-11-24",
    "confirmed_by": "Society staff",
}
ARTICLE_LINK = {
    "slug": "chemical-peel",
    "title": "Chemical peels: light, medium, deep, and how to tell which is yours",
    "url": f"{SITE}/learn/chemical-peel",
}
PRACTICE: dict[str, Any] = {
    "name": "Lakeside Plastic Surgery",
    "address": {
        "street": "1 Elm Street",
        "street2": "",
        "city": "Winnetka",
        "region": "IL",
        "postal_code": "60093",
        "country": "US",
    },
    "phone": "+13125550142",
    "website": "",
    "point": {"lat": 42.1081, "lng": -87.7359},
    "exactness": "rooftop",
    "accepting": True,
    "telehealth": None,
    "accessibility": ["step-free"],
}
OFFERING = {"slug": "chemical-peel", "name": "Chemical peel", "since": 2009, "volume": "50-99", "where_done": "Office"}
PEEL = {"slug": "chemical-peel", "name": "Chemical peel", "url": f"{SITE}/treatments/chemical-peel"}
PORES = {"slug": "large-pores", "name": "Large pores", "url": f"{SITE}/concerns/large-pores"}
PLACE: dict[str, Any] = {
    "name": "60093",
    "label": "ZIP 60093, Winnetka, Illinois",
    "kind": "zip",
    "region": "IL",
    "country": "US",
    "lat": 42.10808,
    "lng": -87.7359,
    "radius_miles": None,
}
SUGGESTION = {"kind": "concern", "slug": "large-pores", "name": "Large pores", "matched": "large pores"}
RESULT: dict[str, Any] = {
    "slug": "robin-marlowe",
    "name": "Robin Marlowe",
    "family": "Marlowe",
    "credentials": "MD, FACS",
    "distance": 1.2,
    "practice": PRACTICE | {"distance_miles": 1.2},
    "more_practices": 0,
    "match": [{name: OFFERING[name] for name in ("slug", "name", "since", "volume")}],
    "evidence": [CERTIFIED],
    "articles": [ARTICLE_LINK],
    "languages": ["en", "es"],
    "practice_since": 2008,
    "candidate": False,
    "photo": None,
    "url": f"{SITE}/surgeons/robin-marlowe",
}
SEARCH: dict[str, Any] = {
    "query": {
        "treatment": {
            "words": "large pores",
            "outcome": "found",
            "how": "exact",
            **SUGGESTION,
            "procedures": ["chemical-peel", "microneedling"],
            "alternatives": [],
            "note": "",
        },
        "procedure": [],
        "place": {"words": "60093", "outcome": "found", **PLACE, "corrected": None, "alternatives": []},
        "near": None,
        "origin": {"lat": 42.10808, "lng": -87.7359},
        "radius": 25.0,
        "radius_asked": None,
        "unit": "mi",
        "sort": "distance",
        "limit": 20,
        "lang": "en",
        "filters": {},
    },
    "outcome": "found",
    "total": 1,
    "facets": {"certification": {"abps": 1}, "language": {"en": 1, "es": 1}},
    "next": None,
    "results": [RESULT],
    "beyond": [],
    "relax": {},
    "articles": [ARTICLE_LINK],
}
FEATURE = {
    "type": "Feature",
    "id": "robin-marlowe",
    "geometry": {"type": "Point", "coordinates": [-87.7359, 42.1081]},
    "properties": RESULT | {"beyond": False},
}
SURGEON = {
    "slug": "robin-marlowe",
    "name": "Robin Marlowe",
    "given": "Robin",
    "family": "Marlowe",
    "suffix": "",
    "credentials": "MD, FACS",
    "npi": None,
    "gender": "female",
    "languages": ["en", "es"],
    "biography": "",
    "photo": None,
    "practice_since": 2008,
    "membership": "active",
    "candidate": False,
    "education": {"medical_school": "Example University", "residency": "Example Hospital", "fellowships": []},
    "confirmed_on": "2026-11-15",
    "evidence": [CERTIFIED],
    "offerings": [OFFERING],
    "practices": [PRACTICE | {"hours": {"mon": "8:30-17:00"}, "offerings": []}],
    "articles": [ARTICLE_LINK],
    "contributed": [],
    "url": f"{SITE}/surgeons/robin-marlowe",
}
TREATMENT = PEEL | {"category": {"slug": "skin", "name": "Skin"}, "kind": "topical", "track": "cosmetic"}
ARTICLE = {
    "slug": "chemical-peel",
    "title": ARTICLE_LINK["title"],
    "summary": "A peel takes off layers of skin with an acid, so that new skin grows in their place.",
    "lang": "en",
    "minutes": 6,
    "state": "awaiting medical review",
    "published": "2026-11-25",
    "updated": "2026-11-25",
    "reviewed_on": None,
    "reviewer": None,
    "treatments": ["chemical-peel"],
    "concerns": ["acne-scars"],
    "url": ARTICLE_LINK["url"],
}
REVIEW = {
    "lang": "en",
    "state": "awaiting medical review",
    "reviewed_on": None,
    "reviewer": None,
    "updated": "2026-11-25",
}
PEEL_TEXT = REVIEW | {
    "what": "A chemical peel uses an acid to lift off the upper layers of the skin.",
    "how": "The acid is brushed on for some minutes and rinsed off.",
    "recovery": "A light peel leaves a few days of flaking.",
    "lasts": "Months for a light peel, years for a deep one.",
    "risks": "Redness, darker or lighter patches, infection and scars.",
    "suits": "Dull, uneven or sun-damaged skin.",
    "avoid": "Wait if your skin is infected or you are pregnant.",
    "questions": ["How deep would you peel my skin, and why?"],
    "brief": {
        "how": "Acid brushed on the skin",
        "downtime": "Days to 2 weeks",
        "lasts": "Months to years",
        "suits": "Dull or sun-damaged skin",
    },
}
PORES_TEXT = REVIEW | {
    "what": "Pores are openings in the skin, where oil and a fine hair come out.",
    "normal": "Pores are healthy, and everyone has them.",
    "treatments": "A chemical peel clears the surface; microneedling works deeper.",
    "soon": "See a doctor about a bump that bleeds or grows.",
}
JSON = "application/json"


def _page(one: dict[str, Any]) -> dict[str, Any]:
    return {JSON: {"total": 1, "next": None, "results": [one]}}


# Operation id -> media type -> answer.
EXAMPLES: dict[str, dict[str, Any]] = {
    "searchSurgeons": {
        JSON: SEARCH,
        "application/geo+json": {
            "type": "FeatureCollection",
            "features": [FEATURE],
            **{name: value for name, value in SEARCH.items() if name not in ("results", "beyond")},
        },
    },
    "trySearch": {JSON: SEARCH},
    "getSurgeon": {JSON: SURGEON},
    "suggestTreatments": {JSON: {"results": [SUGGESTION]}},
    "suggestPlaces": {JSON: {"results": [PLACE]}},
    "resolvePlace": {JSON: {"outcome": "found", "results": [PLACE]}},
    "listTreatments": _page(TREATMENT),
    "getTreatment": {
        JSON: TREATMENT
        | {
            "also_called": ["acid peel"],
            "includes": [],
            "part_of": [],
            "concerns": [PORES],
            "articles": [ARTICLE_LINK],
            "text": PEEL_TEXT,
            "search": f"{SITE}/api/v1/surgeons/?procedure=chemical-peel",
        }
    },
    "listConcerns": _page(PORES),
    "getConcern": {
        JSON: PORES
        | {
            "also_called": ["enlarged pores"],
            "treatments": [PEEL],
            "articles": [],
            "text": PORES_TEXT,
            "search": f"{SITE}/api/v1/surgeons/?treatment=large-pores",
        }
    },
    "listArticles": _page(ARTICLE),
    "getArticle": {
        JSON: ARTICLE
        | {
            "key_points": ["Depth decides everything."],
            "contents": [{"id": "what-a-peel-is", "heading": "What a peel is"}],
            "html": '<h2 id="what-a-peel-is">What a peel is</h2>',
            "questions": ["How deep will this peel go, and with what acid?"],
            "experts": [],
            "sources": [{"title": "Chemical peels", "publisher": "A journal", "year": 2020, "url": ""}],
            "contributors": [],
        }
    },
    "listChanges": {
        JSON: {
            "changes": [
                {
                    "kind": "removal",
                    "slug": "robin-marlowe",
                    "reason": "certificate expired",
                    "at": "2026-11-25T08:00:00+00:00",
                    "surgeon": None,
                }
            ],
            "cursor": "4711",
            "more": False,
            "next": f"{SITE}/api/v1/changes/?since=4711&limit=100",
        }
    },
}
