"""The front page: the question, and other ways in for who does not know what to ask."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from directory.models import today
from directory.pages.concerns_names import concern_names
from directory.pages.home_example import axis_years, example
from directory.pages.reading import known, language, reading_page
from directory.pages.treatments_counts import offered_by
from directory.pages.wording import short

# Chosen to show how wide the field is; those that the vocabulary no longer has are left out.
CONCERNS = (
    "large-pores",
    "turkey-neck",
    "eye-bags",
    "double-chin",
    "scars",
    "nose-breathing",
    "skin-after-weight-loss",
    "uneven-breasts",
    "hand-numbness",
    "skin-cancer",
    "excessive-sweating",
    "sun-damage",
)
TREATMENTS = (
    "breast-reconstruction",
    "tummy-tuck",
    "facelift",
    "rhinoplasty",
    "eyelid-surgery",
    "skin-cancer-removal",
    "liposuction",
    "hand-surgery",
    "botulinum-toxin",
)
MOST_ARTICLES = 4


@reading_page
def home(request: HttpRequest) -> HttpResponse:
    memory, words = known()
    lang, names, counts = language(), concern_names(language()), offered_by()
    values = {
        "concerns": [(slug, names[slug]) for slug in CONCERNS if slug in names],
        "treatments": [
            (slug, short(words.by_slug[slug].name(lang)), counts.get(slug, 0))
            for slug in TREATMENTS
            if slug in words.by_slug
        ],
        "concern_count": len(names),
        "treatment_count": len(words.by_slug),
        "years": axis_years(today()),
        "example": example(today()),
        "articles": memory.articles[:MOST_ARTICLES],
    }
    return render(request, "pages/home.html", values)
