"""Makes up people, one at a time and each from dice of her own."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from django.utils.text import slugify

from directory.models import today
from directory.search.folding import fold
from members.invented import biography, evidence, names, regions, training
from members.invented.abroad import BY_CITY
from members.invented.chance import Weighed, days_before, dice, maybe
from members.invented.npi import npi
from members.invented.offices import offices
from members.invented.person import Member, Person, Site
from members.invented.profiles import HAND, PROFILES, offers
from members.invented.sites import sites
from members.invented.theatres import word
from members.invented.unlisted import REASONS, reason, spoil

GENDERS = Weighed([("female", 34), ("male", 63.5), ("nonbinary", 1), ("", 1.5)])
CREDENTIALS = Weighed([("MD", 38), ("MD, FACS", 46), ("DO", 4), ("DO, FACOS", 2), ("MD, PhD, FACS", 5), ("MD, MPH", 3)])
FIRST_YEAR, LAST_YEAR = 1975, 2024


def people(count: int, seed: int, day: dt.date | None = None) -> Iterator[Person]:
    """`count` invented members, the same for the same seed and day (today by default), whatever the count."""
    when = day or today()
    slugs: dict[str, int] = {}
    for number in range(count):
        yield _person(number, seed, when, slugs)


def _person(number: int, seed: int, day: dt.date, slugs: dict[str, int]) -> Person:
    rng = dice(seed, number)
    unlisted = reason(number)
    profile = PROFILES.draw(rng)
    where = sites(rng)
    main = where[0]
    member = _member(rng, number, main, profile.name, day, slugs)
    since = member.practice_since
    certificate = evidence.main(rng, country=main.country, region=main.region, city=main.city, since=since, day=day)
    if profile is HAND and certificate.board == "abps" and since >= 1995 and maybe(rng, 0.15):
        evidence.hand_only(rng, certificate, day)
    person = Person(
        member=member,
        offices=offices(rng, where, member.family_name, member.slug),
        certified=[certificate, *evidence.more(rng, profile.name, certificate, day)],
        words=[word(rng, main, seed, day)],
        offers=offers(rng, profile, since, day.year, len(where)),
        unlisted=unlisted,
    )
    if unlisted:
        spoil(REASONS[unlisted], rng, person, day)
    return person


def _member(rng: random.Random, number: int, main: Site, profile: str, day: dt.date, slugs: dict[str, int]) -> Member:
    gender = GENDERS.draw(rng)
    home = main.region or main.city
    name = names.name(rng, gender, home)
    since = FIRST_YEAR + int((LAST_YEAR - FIRST_YEAR + 1) * (1 - rng.random() ** 1.5))
    school, residency = training.school(rng, main.country), training.residency(rng)
    fellowships = training.fellowships(rng, profile)
    life = biography.Life(
        name=name.family, gender=gender, profile=profile, city=main.city, since=since, school=school,
        residency=residency, fellowships=fellowships,
        hospital=rng.choice(training.HOSPITALS).format(rng.choice(training.PLACES)),
    )  # fmt: skip
    confirmed = days_before(rng, day, 91, 120) if maybe(rng, 0.1) else days_before(rng, day, 0, 90)
    return Member(
        slug=_slug(f"{name.given} {name.family} {name.suffix}", slugs),
        given_name=name.given, family_name=name.family, suffix=name.suffix, other_names=name.other,
        credentials=_credentials(rng, main.country),
        npi=npi(number) if main.country == "US" else None,
        gender=gender, languages=_languages(rng, main),
        medical_school=school, residency=residency, fellowships=fellowships, practice_since=since,
        biography=biography.biography(rng, life) if maybe(rng, 0.9) else "",
        member_class=_member_class(rng, main.country, since, day), standing="good",
        membership_until=day + dt.timedelta(days=rng.randint(40, 400)),
        membership_checked_on=days_before(rng, day, 1, 40),
        consented_on=days_before(rng, day, 130, 2400), do_not_list=False,
        confirmed_on=confirmed, confirmed_by=rng.choice(("The surgeon", "The surgeon's office")),
    )  # fmt: skip


def _credentials(rng: random.Random, country: str) -> str:
    if country == "CA":
        return rng.choice(("MD, FRCSC", "MD, FRCSC", "MD, MSc, FRCSC", "MD, FRCSC, FACS"))
    return CREDENTIALS.draw(rng) if country == "US" else "MD"


def _languages(rng: random.Random, main: Site) -> list[str]:
    return (
        list(BY_CITY[main.city].languages) if main.country not in ("US", "CA") else regions.languages(rng, main.region)
    )


def _member_class(rng: random.Random, country: str, since: int, day: dt.date) -> str:
    if country not in ("US", "CA"):
        return "international"
    return "life" if day.year - since >= 38 and maybe(rng, 0.6) else "active"


def _slug(text: str, slugs: dict[str, int]) -> str:
    """A readable slug; namesakes get a number."""
    base = slugify(fold(text))[:100].strip("-")
    slugs[base] = slugs.get(base, 0) + 1
    return base if slugs[base] == 1 else f"{base}-{slugs[base]}"
