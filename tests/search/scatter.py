"""Bare listings at given points, to hold the engines against brute force without the records behind them."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable

import orjson
from geopy.distance import geodesic

from directory.models import Category, Listing, Practice, Procedure, Surgeon
from directory.places import Point
from directory.search.folding import fold
from directory.search.geometry import band
from directory.search.masks import FLAGS, LANGUAGES, procedure_words
from directory.search.plan import Plan
from directory.search.upkeep import bump

DAY = dt.date(2026, 11, 25)
FAMILIES = ("Ash", "Birch", "Cedar", "Elm", "Élan", "Fir", "Oak", "Zelkova")
CORNERS = (
    Point(lat=0, lng=0),
    Point(lat=90, lng=0),
    Point(lat=-90, lng=12),
    Point(lat=89.99, lng=-170),
    Point(lat=51.9, lng=179.99),  # the Aleutians, on both sides of the 180th meridian
    Point(lat=51.9, lng=-179.99),
    Point(lat=-16.5, lng=180),
    Point(lat=-16.5, lng=-180),
    Point(lat=61.22, lng=-149.9),
    Point(lat=64.84, lng=-147.72),
    Point(lat=71.29, lng=-156.79),
)


def points(random_: random.Random, count: int) -> list[Point]:
    """Corners of the earth first, then clusters with exact ties, then anywhere."""
    made = list(CORNERS)
    for _ in range(count // 4):
        made.append(Point(lat=random_.uniform(41.5, 42.2), lng=random_.uniform(-88.3, -87.4)))
    for _ in range(count // 8):
        made.append(Point(lat=42.1081, lng=-87.7359))  # one building: ties
    while len(made) < count:
        made.append(Point(lat=random_.uniform(-90, 90), lng=random_.uniform(-180, 180)))
    return made


def scatter(seed: int, count: int = 240) -> list[Listing]:
    """Saves `count` listings of about two thirds as many surgeons, with random filters and ends; gives them back."""
    random_ = random.Random(seed)
    category, _ = Category.objects.get_or_create(
        slug="any", defaults={"name": "Any", "track": "cosmetic", "position": 1}
    )
    Procedure.objects.bulk_create(
        Procedure(
            slug=f"procedure-{ordinal}",
            name=f"P{ordinal}",
            category=category,
            kind="surgical",
            track="cosmetic",
            ordinal=ordinal,
        )
        for ordinal in range(0, 200, 25)
    )
    places = points(random_, count)
    random_.shuffle(places)
    surgeons = Surgeon.objects.bulk_create(
        Surgeon(slug=f"surgeon-{number}", given_name=f"G{number % 5}", family_name=random_.choice(FAMILIES))
        for number in range(count * 2 // 3)
    )
    listings = []
    for number, place in enumerate(places):
        surgeon = surgeons[number % len(surgeons)]
        practice = Practice.objects.create(
            surgeon=surgeon, name="Office", city="Anywhere", lat=place.lat, lng=place.lng
        )
        listings.append(_listing(random_, surgeon, practice, place))
    Listing.objects.bulk_create(listings)
    bump("listings")
    return listings


def _listing(random_: random.Random, surgeon: Surgeon, practice: Practice, place: Point) -> Listing:
    ordinals = sorted(random_.sample(range(0, 200, 25), 3))
    words = procedure_words(ordinals)
    x, y, z = place.earth_centred()
    bits = [bit for values in FLAGS.values() for bit in values.values()]
    until = DAY + dt.timedelta(days=random_.choice((-1, 0, 1, 400)))
    return Listing(
        surgeon=surgeon, practice=practice, band=band(place.lat), lat=place.lat, lng=place.lng, x=x, y=y, z=z,
        listed_until=until, facts_until=min(until, DAY + dt.timedelta(days=random_.choice((-1, 300)))),
        family_key=fold(surgeon.family_name).encode(), given_key=fold(surgeon.given_name).encode(),
        name_key=f" {fold(surgeon.full_name)} ", practice_since=(None, 1990, 2005, 2020)[surgeon.pk % 4],
        flags=sum(random_.sample(bits, 9)), languages=1 | random_.choice(list(LANGUAGES.values())),
        p0=words[0], p1=words[1], p2=words[2], p3=words[3], procedures=bytes(ordinals),
        card=orjson.dumps({"slug": surgeon.slug, "offers": [], "evidence": []}).decode(),
    )  # fmt: skip


def matches(listing: Listing, plan: Plan) -> bool:
    """The filters of a plan, written out once more and plainly; distance apart."""
    words = (listing.p0, listing.p1, listing.p2, listing.p3)
    return (
        listing.listed_until >= plan.day
        and (not plan.dated or listing.facts_until >= plan.day)
        and listing.flags & plan.flags == plan.flags
        and listing.languages & plan.languages == plan.languages
        and (not any(plan.any_of) or any(have & want for have, want in zip(words, plan.any_of, strict=True)))
        and all(have & want == want for have, want in zip(words, plan.all_of, strict=True))
        and (plan.since_at_most is None or (listing.practice_since or 9999) <= plan.since_at_most)
        and all(f" {name}" in listing.name_key for name in plan.names)
    )


def by_brute_force(listings: Iterable[Listing], plan: Plan) -> list[tuple[float, str, int]]:
    """(geodesic metres, family, surgeon) of each matching surgeon inside the circle, in order of distance."""
    assert plan.circle
    centre = (plan.circle.centre.lat, plan.circle.centre.lng)
    nearest: dict[int, tuple[float, str, int]] = {}
    for listing in listings:
        if not matches(listing, plan):
            continue
        metres = geodesic(centre, (listing.lat, listing.lng)).meters
        key = (metres, fold(listing.surgeon.family_name), listing.surgeon_id)
        if metres <= plan.circle.radius_metres and key < nearest.get(listing.surgeon_id, (float("inf"), "", 0)):
            nearest[listing.surgeon_id] = key
    return sorted(nearest.values())
