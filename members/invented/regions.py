"""What differs from region to region: area codes, and the languages that patients are seen in."""

from __future__ import annotations

import random

from members.invented.chance import maybe

# One area code a state or province; PR, GU and VI have one of their own.
AREA_CODES = {
    "AK": "907", "AL": "205", "AR": "501", "AZ": "602", "CA": "213", "CO": "303", "CT": "203", "DC": "202",
    "DE": "302", "FL": "305", "GA": "404", "HI": "808", "IA": "515", "ID": "208", "IL": "312", "IN": "317",
    "KS": "316", "KY": "502", "LA": "504", "MA": "617", "MD": "410", "ME": "207", "MI": "313", "MN": "612",
    "MO": "314", "MS": "601", "MT": "406", "NC": "704", "ND": "701", "NE": "402", "NH": "603", "NJ": "201",
    "NM": "505", "NV": "702", "NY": "212", "OH": "216", "OK": "405", "OR": "503", "PA": "215", "PR": "787",
    "RI": "401", "SC": "803", "SD": "605", "TN": "615", "TX": "214", "UT": "801", "VA": "804", "VT": "802",
    "WA": "206", "WI": "414", "WV": "304", "WY": "307", "GU": "671", "VI": "340", "AS": "684", "MP": "670",
    "AB": "403", "BC": "604", "MB": "204", "NB": "506", "NL": "709", "NS": "902", "NT": "867", "NU": "867",
    "ON": "416", "PE": "902", "QC": "514", "SK": "306", "YT": "867",
}  # fmt: skip

# Language -> the share of surgeons with it, by region; "" holds where a region has nothing of its own.
USUAL = {"es": 0.14, "fr": 0.04, "zh": 0.02, "hi": 0.03, "ar": 0.02, "de": 0.02, "ase": 0.01, "ru": 0.01}
SPOKEN = {
    "AZ": {"es": 0.4}, "NM": {"es": 0.5}, "NV": {"es": 0.35, "tl": 0.05}, "TX": {"es": 0.5, "vi": 0.05, "ur": 0.02},
    "CA": {"es": 0.5, "zh": 0.08, "yue": 0.04, "vi": 0.04, "ko": 0.05, "fa": 0.05, "hy": 0.03, "tl": 0.05, "ja": 0.02},
    "FL": {"es": 0.55, "ht": 0.06, "pt": 0.06, "he": 0.02}, "PR": {"es": 1.0},
    "NY": {"es": 0.35, "ru": 0.07, "zh": 0.06, "he": 0.05, "it": 0.05, "bn": 0.02, "el": 0.02, "yue": 0.03},
    "NJ": {"es": 0.35, "ko": 0.05, "gu": 0.04, "pt": 0.05, "pl": 0.03}, "HI": {"ja": 0.2, "tl": 0.12, "ko": 0.05},
    "IL": {"es": 0.3, "pl": 0.1, "uk": 0.03, "gu": 0.02, "ur": 0.02}, "MA": {"es": 0.2, "pt": 0.1, "km": 0.02},
    "MN": {"es": 0.1, "so": 0.06, "sv": 0.02}, "MI": {"ar": 0.1, "pl": 0.03},
    "WA": {"ko": 0.05, "zh": 0.06, "vi": 0.04},
    "DC": {"es": 0.25, "am": 0.06, "fr": 0.1}, "MD": {"es": 0.2, "am": 0.04},
    "VA": {"es": 0.18, "ko": 0.05, "am": 0.02},
    "GA": {"es": 0.18, "ko": 0.04}, "CO": {"es": 0.25}, "LA": {"fr": 0.12, "es": 0.1}, "CT": {"es": 0.22, "it": 0.05},
    "PA": {"es": 0.14, "it": 0.04, "uk": 0.02}, "OH": {"es": 0.1, "hu": 0.02, "ro": 0.02}, "ME": {"fr": 0.15},
    "QC": {"fr": 1.0, "ar": 0.06, "it": 0.06}, "NB": {"fr": 0.5}, "ON": {"fr": 0.2, "pa": 0.06, "zh": 0.06, "ta": 0.03},
    "BC": {"zh": 0.12, "yue": 0.1, "pa": 0.1, "ko": 0.04, "fr": 0.06}, "AB": {"fr": 0.08, "uk": 0.04, "tl": 0.05},
    "MB": {"fr": 0.12, "tl": 0.05, "uk": 0.04},
}  # fmt: skip


def languages(rng: random.Random, region: str) -> list[str]:
    """English, and what else is plausible there; in Quebec French first."""
    shares = SPOKEN.get(region, {})
    spoken = [code for code, share in shares.items() if maybe(rng, share)]
    spoken += [code for code, share in USUAL.items() if code not in shares and maybe(rng, share * 0.6)]
    first = ["fr", "en"] if region == "QC" else ["en"]
    return list(dict.fromkeys([*first, *spoken[:4]]))


def phone(rng: random.Random, region: str) -> str:
    """A number kept for fiction: 555-0100 to 555-0199, in an area code of the region."""
    return f"+1{AREA_CODES[region]}55501{rng.randint(0, 99):02}"
