"""One invented surgeon, as plain data. The fields are those of the records, so that writing them is no translation."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Site:
    """Where an office is: a town, its ZIP or postal code, and a point in it."""

    city: str
    region: str
    postal_code: str
    country: str
    lat: float
    lng: float


@dataclass(kw_only=True)
class Office:
    """The fields of a Practice, except whose it is."""

    position: int
    name: str
    street: str
    street2: str
    city: str
    region: str
    postal_code: str
    country: str
    lat: float
    lng: float
    point_source: str
    exactness: str
    phone: str = ""
    website: str = ""
    hours: dict[str, str] = field(default_factory=dict)
    accessibility: list[str] = field(default_factory=list)
    accepting: bool | None = None
    telehealth: bool | None = None


@dataclass(kw_only=True)
class Certified:
    """The fields of a Certification."""

    board: str
    certificate: str
    board_name: str = ""
    number: str = ""
    first_issued: dt.date | None = None
    expires: dt.date | None = None
    status: str = "active"
    source: str = ""
    verified_on: dt.date | None = None
    verified_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Theatre:
    """The fields of a Facility. Several people may share one."""

    name: str
    city: str
    region: str
    country: str
    accreditor: str
    number: str
    expires: dt.date | None
    source: str
    verified_on: dt.date
    verified_by: str


@dataclass(kw_only=True)
class Word:
    """A FacilityAttestation: where she operates, and when she said so."""

    theatre: Theatre
    attested_on: dt.date
    valid_until: dt.date
    attested_by: str


@dataclass(kw_only=True)
class Offer:
    """An Offering: `procedure` is a slug, `office` the position of the only practice it is done at."""

    procedure: str
    since: int | None
    volume: str
    where_done: str
    office: int | None = None


@dataclass(kw_only=True)
class Member:
    """The fields of a Surgeon."""

    slug: str
    given_name: str
    family_name: str
    suffix: str
    credentials: str
    other_names: str
    npi: str | None
    gender: str
    languages: list[str]
    medical_school: str
    residency: str
    fellowships: list[str]
    practice_since: int
    biography: str
    member_class: str
    standing: str
    membership_until: dt.date
    membership_checked_on: dt.date
    consented_on: dt.date | None
    do_not_list: bool
    confirmed_on: dt.date | None
    confirmed_by: str


@dataclass(kw_only=True)
class Person:
    """An invented member with all her records. `unlisted` says why she is not listed; empty when she is."""

    member: Member
    offices: list[Office]
    certified: list[Certified]
    words: list[Word]
    offers: list[Offer]
    unlisted: str
