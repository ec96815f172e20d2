"""Accredited facilities, and the yearly word of those who operate there."""

from __future__ import annotations

import datetime as dt
import functools
import random

from members.invented.chance import Weighed, days_before, dice
from members.invented.person import Site, Theatre, Word

# A word holds a year; ninety days after that the member is suspended.
WORD_DAYS = 365 + 90
CYCLE_DAYS = 3 * 365
AT_HOME = Weighed(
    [("quad-a", 46), ("aaahc", 22), ("joint-commission", 14), ("medicare", 9), ("state-licence", 6), ("achc", 3)]
)
IN_CANADA = Weighed([("caaasf", 70), ("state-licence", 20), ("quad-a", 10)])
ABROAD = Weighed([("quad-a", 45), ("joint-commission", 35), ("aaahc", 20)])
SOURCES = {
    "quad-a": "QUAD A, facility search",
    "aaahc": "AAAHC, organization search",
    "joint-commission": "The Joint Commission, Quality Check",
    "caaasf": "CAAASF, list of facilities",
    "achc": "ACHC, facility search",
    "medicare": "Medicare, provider data",
    "state-licence": "Register of the state or province",
}
NAMES = (
    "{} Surgery Center",
    "{} Outpatient Surgery",
    "Surgical Suites of {}",
    "{} Day Surgery",
    "{} Ambulatory Surgical Center",
)


@functools.lru_cache(maxsize=20_000)
def theatre(city: str, region: str, country: str, number: int, seed: int, day: dt.date) -> Theatre:
    """Facility `number` of a town: the same for whoever operates there."""
    rng = dice(seed, "theatre", country, region, city, number)
    accreditor = {"US": AT_HOME, "CA": IN_CANADA}.get(country, ABROAD).draw(rng)
    ends = None if accreditor == "medicare" else day + dt.timedelta(days=rng.randint(45, CYCLE_DAYS))
    name = rng.choice(NAMES).format(city)
    return Theatre(
        name=f"{name} {number}" if number > 1 else name,
        city=city,
        region=region,
        country=country,
        accreditor=accreditor,
        number=f"DEMO-{rng.randint(0, 999999):06}",
        expires=ends,
        source=SOURCES[accreditor],
        verified_on=days_before(rng, day, 2, 85),
        verified_by="Society staff",
    )


def word(rng: random.Random, site: Site, seed: int, day: dt.date) -> Word:
    """A current attestation for one of the town's facilities."""
    # Half of a town's surgeons share its first facility; large towns have more of them than small ones need.
    number = 1 + int(rng.expovariate(0.7))
    attested = days_before(rng, day, 1, 350)
    return Word(
        theatre=theatre(site.city, site.region, site.country, number, seed, day),
        attested_on=attested,
        valid_until=attested + dt.timedelta(days=WORD_DAYS),
        attested_by=rng.choice(("The surgeon", "The surgeon", "The surgeon's office")),
    )
