"""States, provinces and countries: their codes, names and the other words people use for them."""

from __future__ import annotations

import csv
import functools

from directory.places.normalise import key
from directory.places.sources import SOURCES

US_STATES = {
    "AL": "Alabama", "AK": "Alaska", "AS": "American Samoa", "AZ": "Arizona", "AR": "Arkansas", "CA": "California",
    "CO": "Colorado", "CT": "Connecticut", "DC": "District of Columbia", "DE": "Delaware", "FL": "Florida",
    "GA": "Georgia", "GU": "Guam", "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa",
    "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts",
    "MI": "Michigan", "MN": "Minnesota", "MP": "Northern Mariana Islands", "MS": "Mississippi", "MO": "Missouri",
    "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey",
    "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio",
    "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "PR": "Puerto Rico", "RI": "Rhode Island",
    "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont",
    "VA": "Virginia", "VI": "U.S. Virgin Islands", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin",
    "WY": "Wyoming",
}  # fmt: skip
# Code, and the number GeoNames gives the province.
PROVINCES = {
    "AB": "Alberta", "BC": "British Columbia", "MB": "Manitoba", "NB": "New Brunswick",
    "NL": "Newfoundland and Labrador", "NS": "Nova Scotia", "NT": "Northwest Territories", "NU": "Nunavut",
    "ON": "Ontario", "PE": "Prince Edward Island", "QC": "Quebec", "SK": "Saskatchewan", "YT": "Yukon",
}  # fmt: skip
GEONAMES_PROVINCES = {
    "01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON", "09": "PE", "10": "QC",
    "11": "SK", "12": "YT", "13": "NT", "14": "NU",
}  # fmt: skip

# Old postal and press abbreviations, and Spanish or French names, beside those in nicknames.csv.
STATE_WORDS = {
    "AL": "ala", "AZ": "ariz", "AR": "ark", "CA": "calif cali", "CO": "colo", "CT": "conn",
    "DC": "d|c distrito|de|columbia", "DE": "del", "FL": "fla la|florida", "HI": "hawai", "ID": "ida",
    "LA": "luisiana", "IL": "ill ills", "IN": "ind", "IA": "iowa", "KS": "kan kans", "MA": "mass", "MI": "mich",
    "MN": "minn", "MS": "miss misisipi", "MO": "misuri", "MT": "mont", "NE": "neb nebr", "NV": "nev",
    "NM": "n|mex nuevo|mexico n|m", "NC": "carolina|del|norte n|c north|car n|car n|carolina",
    "ND": "dakota|del|norte n|d n|dak n|dakota", "NH": "n|h nueva|hampshire nuevo|hampshire",
    "NJ": "n|j nueva|jersey jersey", "NY": "n|y", "OK": "okla", "OR": "ore oreg", "PA": "penn penna pensilvania",
    "PR": "p|r", "RI": "r|i", "SC": "carolina|del|sur s|c south|car s|car s|carolina",
    "SD": "dakota|del|sur s|d s|dak s|dakota", "TN": "tenn tenesi", "TX": "tex tejas",
    "VI": "usvi virgin|islands us|virgin|islands", "WA": "wash washington|state",
    "WV": "virginia|occidental w|va w|virginia w|v wva", "WI": "wis wisc", "WY": "wyo", "NB": "nouveau|brunswick",
    "ON": "ont", "QC": "pq que", "NL": "nfld newfoundland labrador nf", "NS": "nouvelle|ecosse nueva|escocia",
    "PE": "pei", "SK": "sask", "AB": "alta", "BC": "b|c columbia|britanica colombie|britannique",
    "YT": "yk yukon|territory", "NT": "nwt",
}  # fmt: skip
COUNTRY_WORDS = {
    "US": "usa us america united|states|of|america u|s|a u|s estados|unidos eeuu ee|uu the|states",
    "CA": "canada can",
    "GB": "uk united|kingdom great|britain britain england scotland wales northern|ireland reino|unido inglaterra gb",
    "MX": "mex mejico", "AE": "uae emirates", "KR": "korea republic|of|korea corea|del|sur", "KP": "dprk",
    "NL": "holland netherlands paises|bajos", "CZ": "czech|republic", "RU": "russian|federation rusia",
    "VN": "viet|nam", "CI": "cote|divoire", "TR": "turkiye turquia", "DE": "deutschland alemania", "ES": "espana",
    "FR": "francia", "IT": "italia", "BR": "brasil", "JP": "japon nippon", "CN": "prc", "CH": "suiza schweiz suisse",
    "GR": "grecia hellas", "DO": "republica|dominicana dominican|rep", "PE": "peru", "PA": "panama",
    "TH": "tailandia", "EG": "egipto", "IN": "bharat", "ZA": "south|africa sudafrica rsa",
    "PH": "philippines filipinas", "IE": "republic|of|ireland eire irlanda", "BA": "bosnia", "MM": "burma",
    "CD": "congo drc dr|congo", "TT": "trinidad", "HK": "hong|kong", "MO": "macau", "NZ": "nueva|zelanda aotearoa",
    "SA": "ksa arabia|saudita", "PL": "polska polonia", "SE": "sverige suecia", "NO": "norge noruega",
    "DK": "danmark dinamarca", "FI": "suomi finlandia", "BE": "belgica belgie belgique",
    "GE": "georgia|country republic|of|georgia", "MK": "macedonia", "SZ": "swaziland", "CV": "cape|verde",
    "TL": "east|timor",
}  # fmt: skip


@functools.cache
def countries() -> dict[str, dict[str, str]]:
    """Rows of countries.csv by ISO 3166 alpha-2 code."""
    with open(SOURCES / "countries.csv", encoding="utf-8", newline="") as file:
        return {row["iso2"]: row for row in csv.DictReader(file)}


def country_name(code: str) -> str:
    """ "United Kingdom" for "GB"; the code itself where it is unknown."""
    return countries()[code]["name"] if code in countries() else code


def region_name(code: str, country: str) -> str:
    """ "Illinois" for "IL" in "US"; the text itself where it is no code."""
    return {"US": US_STATES, "CA": PROVINCES}.get(country, {}).get(code, code)


@functools.cache
def state_keys() -> dict[str, tuple[str, str]]:
    """(region code, country) by every key a state or a province goes by."""
    found: dict[str, tuple[str, str]] = {}
    for names, country in ((PROVINCES, "CA"), (US_STATES, "US")):
        for code, name in names.items():
            for word in [code, name, *_words(STATE_WORDS.get(code, ""))]:
                found[key(word)] = (code, country)
                found[key(word + " state")] = (code, country)
    return found


@functools.cache
def country_keys() -> dict[str, str]:
    """ISO alpha-2 code by every key a country goes by."""
    found = {}
    for code, row in countries().items():
        for word in [row["name"], *_words(COUNTRY_WORDS.get(code, ""))]:
            found[key(word)] = code
    found["georgia country"] = "GE"
    return found


def _words(text: str) -> list[str]:
    return [word.replace("|", " ") for word in text.split()]
