"""The members who are not listed, each for a reason of her own: about one in eleven."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from members.invented.chance import days_before
from members.invented.person import Person

Spoil = Callable[[random.Random, Person, dt.date], None]


def _certificate_lapsed(rng: random.Random, person: Person, day: dt.date) -> None:
    first = person.certified[0]
    first.expires = days_before(rng, day, 1, 300)
    first.first_issued = first.expires - dt.timedelta(days=3652)
    first.status = "expired"
    del person.certified[1:]


def _candidate(rng: random.Random, person: Person, day: dt.date) -> None:
    person.member.member_class = "candidate"
    person.member.practice_since = day.year - rng.randint(1, 3)
    for offer in person.offers:
        offer.since = max(offer.since, person.member.practice_since) if offer.since else None
    person.member.biography = ""
    first = person.certified[0]
    first.status, first.first_issued, first.expires, first.number = "pending", None, None, ""
    first.verified_on, first.verified_by = None, ""
    del person.certified[1:]


def _unverified(rng: random.Random, person: Person, day: dt.date) -> None:
    for one in person.certified:
        one.verified_on, one.verified_by, one.status = None, "", "unknown"


def _facility_lapsed(rng: random.Random, person: Person, day: dt.date) -> None:
    word = person.words[0]
    theatre = vars(word.theatre) | {
        "name": f"{person.offices[0].name} Operating Suite"[:160],
        "accreditor": "quad-a",
        "expires": days_before(rng, day, 1, 200),
        "verified_on": days_before(rng, day, 210, 400),
        "number": f"DEMO-{rng.randint(0, 999999):06}",
    }
    word.theatre = type(word.theatre)(**theatre)


def _attestation_late(rng: random.Random, person: Person, day: dt.date) -> None:
    word = person.words[0]
    word.valid_until = days_before(rng, day, 1, 120)
    word.attested_on = word.valid_until - dt.timedelta(days=455)


def _membership_lapsed(rng: random.Random, person: Person, day: dt.date) -> None:
    person.member.membership_until = days_before(rng, day, 1, 200)


def _suspended(rng: random.Random, person: Person, day: dt.date) -> None:
    person.member.standing = "suspended"


def _no_consent(rng: random.Random, person: Person, day: dt.date) -> None:
    person.member.consented_on = None
    person.member.confirmed_on = None
    person.member.confirmed_by = ""


def _do_not_list(rng: random.Random, person: Person, day: dt.date) -> None:
    person.member.do_not_list = True


REASONS: dict[str, Spoil] = {
    "certificate lapsed": _certificate_lapsed,
    "candidate": _candidate,
    "certificate not verified": _unverified,
    "facility's accreditation lapsed": _facility_lapsed,
    "attestation late": _attestation_late,
    "membership lapsed": _membership_lapsed,
    "suspended": _suspended,
    "no consent": _no_consent,
    "asked not to be listed": _do_not_list,
}
# Dealt by number, not by chance, so that a small demonstration has every reason too.
EVERY = 11


def reason(number: int) -> str:
    """Why the member of that number is not listed; empty for most."""
    turn, rest = divmod(number, EVERY)
    return list(REASONS)[turn % len(REASONS)] if rest == EVERY - 3 else ""


def spoil(how: Spoil, rng: random.Random, person: Person, day: dt.date) -> None:
    """Makes that one thing untrue of the person."""
    how(rng, person, day)
