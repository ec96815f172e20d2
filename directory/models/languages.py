"""The languages a surgeon can say that patients are seen in.

A language's place in the list is its bit in the search's language mask: append, never reorder, 62 at most.
"""

from __future__ import annotations

LANGUAGES: dict[str, str] = {
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "zh": "Mandarin Chinese",
    "yue": "Cantonese",
    "vi": "Vietnamese",
    "ko": "Korean",
    "ru": "Russian",
    "ar": "Arabic",
    "pt": "Portuguese",
    "de": "German",
    "it": "Italian",
    "pl": "Polish",
    "hi": "Hindi",
    "ur": "Urdu",
    "fa": "Persian",
    "he": "Hebrew",
    "ja": "Japanese",
    "tl": "Tagalog",
    "pa": "Punjabi",
    "gu": "Gujarati",
    "bn": "Bengali",
    "ta": "Tamil",
    "te": "Telugu",
    "el": "Greek",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ro": "Romanian",
    "hu": "Hungarian",
    "cs": "Czech",
    "nl": "Dutch",
    "sv": "Swedish",
    "hy": "Armenian",
    "ht": "Haitian Creole",
    "am": "Amharic",
    "so": "Somali",
    "sw": "Swahili",
    "th": "Thai",
    "km": "Khmer",
    "ase": "American Sign Language",
}
BITS: dict[str, int] = {code: 1 << place for place, code in enumerate(LANGUAGES)}


def mask(codes: list[str]) -> int:
    """The bits of `codes`, added up; raises KeyError for a code that is not listed."""
    return sum(BITS[code] for code in set(codes))
