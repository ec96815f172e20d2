"""Offices: their names, streets, hours and telephones. None of them is there."""

from __future__ import annotations

import random

from members.invented import abroad, regions
from members.invented.chance import Weighed, maybe
from members.invented.person import Office, Site

STREETS = (
    "Quillwort", "Thimbleberry", "Marshlight", "Candlewood",
    "Larkspur", "Foxglove", "Meadowsweet", "Silver Birch", "Lantern",
    "Wrenfield", "Old Orchard", "Copperleaf", "Bluebell",
    "Heronsgate", "Millwheel", "Sandpiper", "Tamarack", "Windrush",
    "Yellow Iris", "Beechmast",
)  # fmt: skip
KINDS = ("Avenue", "Street", "Boulevard", "Road", "Parkway", "Lane", "Court", "Plaza")
NAMES = (
    "{family} Plastic Surgery", "{family} Center for Plastic Surgery",
    "{city} Plastic Surgery", "{city} Plastic and Hand Surgery",
    "{street} Surgical Associates", "{family} and Partners",
    "Plastic Surgery at {street}", "{street} Plastic Surgery Group",
    "{city} Aesthetic and Reconstructive Surgery",
)  # fmt: skip
WEEK = ("mon", "tue", "wed", "thu", "fri")
HOURS = Weighed([("8:00-16:30", 2), ("8:30-17:00", 5), ("9:00-17:00", 5), ("9:00-18:00", 2), ("7:30-15:30", 1)])
ACCESS = (("step-free", 0.82), ("restroom", 0.7), ("lift", 0.6), ("parking", 0.75), ("exam-table", 0.4))
DOMAINS = ("com", "org", "net")


def offices(rng: random.Random, sites: list[Site], family: str, slug: str) -> list[Office]:
    """The offices at these sites, the main one first. Some lack hours, a telephone or a site of their own."""
    practice = rng.choice(NAMES)
    website = f"https://{slug[:60].strip('-')}.example.{rng.choice(DOMAINS)}/" if maybe(rng, 0.8) else ""
    accepting = Weighed([(True, 82), (False, 10), (None, 8)])
    telehealth = Weighed([(True, 52), (False, 38), (None, 10)])
    made = []
    for position, site in enumerate(sites):
        street = rng.choice(STREETS)
        made.append(
            Office(
                position=position,
                name=practice.format(family=family.split(" ")[0], city=site.city, street=street),
                street=f"{rng.randint(1, 98) * 100 + rng.randint(1, 98)} {street} {rng.choice(KINDS)}",
                street2=f"Suite {rng.randint(1, 19)}{rng.randint(0, 40):02}" if maybe(rng, 0.7) else "",
                **vars(site),
                point_source="gazetteer",
                exactness="postal-code" if site.postal_code else "city",
                phone=_phone(rng, site) if maybe(rng, 0.95) else "",
                website=website,
                hours=_hours(rng) if maybe(rng, 0.85) else {},
                accessibility=[code for code, share in ACCESS if maybe(rng, share)] if maybe(rng, 0.88) else [],
                accepting=accepting.draw(rng),
                telehealth=telehealth.draw(rng),
            )
        )
    return made


def _phone(rng: random.Random, site: Site) -> str:
    if site.country in ("US", "CA"):
        return regions.phone(rng, site.region)
    return abroad.phone(rng, abroad.BY_CITY[site.city].phone)


def _hours(rng: random.Random) -> dict[str, str]:
    usual = HOURS.draw(rng)
    hours = {day: usual for day in WEEK if not maybe(rng, 0.12)}
    if "fri" in hours and maybe(rng, 0.3):
        hours["fri"] = "8:00-12:30"
    if maybe(rng, 0.08):
        hours["sat"] = "9:00-13:00"
    return hours
