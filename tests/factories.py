"""Records for tests: each make_... saves what it gives back, and search sees it at once.

    make_surgeon(family_name="Thistlewood", procedures=("chemical-peel",), at=(42.1081, -87.7359))

is a listed surgeon; every fact of the promise can be taken from her by one argument. Days count from `today()`, so a
test may travel in time first.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable
from typing import Any, Literal

import yaml
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.utils.text import slugify
from factory.declarations import LazyAttribute, LazyFunction, Sequence, SubFactory
from factory.django import DjangoModelFactory

from directory.learn.texts_fields import BRIEF, PROSE, Kind
from directory.models import (
    Article,
    ArticleTreatment,
    Category,
    Certification,
    Concern,
    ConcernTreatment,
    Facility,
    FacilityAttestation,
    Offering,
    Practice,
    Procedure,
    Surgeon,
    Text,
    today,
)
from directory.models.npi import check_digit
from directory.places import Point
from directory.search.upkeep import bump, refresh

WINNETKA = (42.1081, -87.7359)
PRACTICE_FIELDS = {field.name for field in Practice._meta.get_fields() if field.concrete} - {"id", "surgeon"}
UNKNOWN_ORDINALS = 200  # procedures that tests make up get ordinals from here on


def _from_today(days: int) -> Any:
    return LazyFunction(lambda: today() + dt.timedelta(days=days))


def _free_slug(surgeon: Any) -> str:
    wanted = slugify(f"{surgeon.given_name} {surgeon.family_name}")
    taken = Surgeon.objects.filter(slug__startswith=wanted).count()
    return f"{wanted}-{taken + 1}" if taken else wanted


def _npi(number: int) -> str:
    nine = f"1{number:08d}"
    return nine + check_digit(nine)


class SurgeonFactory(DjangoModelFactory[Surgeon]):
    class Meta:
        model = Surgeon

    given_name = "Robin"
    family_name = Sequence(lambda number: f"Marlowe {number:04d}")
    slug = LazyAttribute(_free_slug)
    credentials = "MD"
    npi = Sequence(_npi)
    languages = ["en"]
    membership_until = _from_today(400)
    membership_checked_on = _from_today(-30)
    consented_on = _from_today(-300)
    confirmed_on = _from_today(-10)
    confirmed_by = "The surgeon"


class CertificationFactory(DjangoModelFactory[Certification]):
    class Meta:
        model = Certification

    board = "abps"
    certificate = "plastic-surgery"
    number = Sequence(lambda number: f"P{number:05d}")
    first_issued = _from_today(-3650)
    expires = _from_today(730)
    status = "active"
    source = "The board's register"
    verified_on = _from_today(-20)
    verified_by = "Society staff"


class FacilityFactory(DjangoModelFactory[Facility]):
    class Meta:
        model = Facility

    name = Sequence(lambda number: f"Lakeside Surgery Center {number}")
    city = "Winnetka"
    region = "IL"
    accreditor = "quad-a"
    number = Sequence(lambda number: f"QA-{number}")
    expires = _from_today(500)
    source = "QUAD A"
    verified_on = _from_today(-20)
    verified_by = "Society staff"


class AttestationFactory(DjangoModelFactory[FacilityAttestation]):
    class Meta:
        model = FacilityAttestation

    facility = SubFactory(FacilityFactory)
    attested_on = _from_today(-40)
    attested_by = "The surgeon"
    valid_until = _from_today(325)


class PracticeFactory(DjangoModelFactory[Practice]):
    class Meta:
        model = Practice

    name = "Lakeside Plastic Surgery"
    street = "1 Elm Street"
    city = "Winnetka"
    region = "IL"
    postal_code = "60093"
    phone = "+13125550142"
    lat, lng = WINNETKA
    point_source = "pin"
    exactness = "rooftop"
    accepting = True


# ---------------------------------------------------------------- the vocabulary


@functools.cache
def _vocabulary() -> dict[str, Any]:
    text = (settings.VOCABULARY_PATH / "procedures.yaml").read_text(encoding="utf-8")
    known: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return known


def load_vocabulary() -> None:
    """The whole committed vocabulary: for tests that search by words. Most need only `make_procedure`."""
    call_command("load_vocabulary", verbosity=0)


def make_category(slug: str) -> Category:
    """The category called so, of the committed vocabulary or made up."""
    rows = {row["slug"]: (place, row) for place, row in enumerate(_vocabulary()["categories"])}
    place, row = rows.get(slug, (len(rows), {"name": slug.replace("-", " ").capitalize(), "track": "cosmetic"}))
    defaults = {"name": row["name"], "track": row["track"], "position": place}
    return Category.objects.get_or_create(slug=slug, defaults=defaults)[0]


def make_procedure(slug: str = "chemical-peel", **overrides: Any) -> Procedure:
    """The procedure of this slug: the committed vocabulary's name, kind and ordinal, or made up where it has none."""
    if known := Procedure.objects.filter(slug=slug).first():
        return known
    rows: dict[str, dict[str, Any]] = {row["slug"]: row for row in _vocabulary()["procedures"]}
    row = rows.get(slug, {})
    place = list(rows).index(slug) if row else 0
    if not row:
        place = max(UNKNOWN_ORDINALS, *(1 + ordinal for ordinal in Procedure.objects.values_list("ordinal", flat=True)))
    category = make_category(row.get("category", "body"))
    values = {
        "slug": slug,
        "name": row.get("name", slug.replace("-", " ").capitalize()),
        "category": category,
        "kind": row.get("kind", "surgical"),
        "track": row.get("track", category.track),
        "ordinal": place,
    }
    procedure = Procedure.objects.create(**values | overrides)
    bump("vocabulary")
    return procedure


def make_concern(slug: str = "large-pores", *, treatments: Iterable[str] | None = None, **overrides: Any) -> Concern:
    """The concern of this slug with its treatments, most typical first: the vocabulary's, unless others are given."""
    if known := Concern.objects.filter(slug=slug).first():
        return known
    rows = {row["slug"]: row for row in _vocabulary()["concerns"]}
    row = rows.get(slug, {"name": slug.replace("-", " ").capitalize(), "treat": ["chemical-peel"]})
    concern = Concern.objects.create(**{"slug": slug, "name": row["name"]} | overrides)
    for position, treatment in enumerate(row["treat"] if treatments is None else treatments):
        ConcernTreatment.objects.create(concern=concern, procedure=make_procedure(treatment), position=position)
    bump("vocabulary")
    return concern


def make_text(slug: str, *, lang: str = "en", **values: Any) -> Text:
    """What the page of this treatment or concern says: "how of <slug>" and so on, but for the `values` given."""
    concern = Concern.objects.filter(slug=slug).first()
    kind: Kind = "concerns" if concern else "treatments"
    fields: dict[str, Any] = {name: f"{name} of {slug}" for name in PROSE[kind]}
    if not concern:
        brief = {name: f"brief {name} of {slug}" for name in BRIEF}
        fields |= {"questions": [f"What of {slug}?"], "brief": brief}
    fields |= {name: values.pop(name) for name in list(values) if name in fields}
    record = {"lang": lang, "fields": fields, "state": "awaiting medical review", "updated": today()} | values
    about = {"concern": concern} if concern else {"procedure": make_procedure(slug)}
    text = Text.objects.create(**record, **about)
    bump("articles")
    return text


# ------------------------------------------------------------------- surgeons


def make_practice(surgeon: Surgeon, *, at: Point | tuple[float, float] = WINNETKA, **overrides: Any) -> Practice:
    """One more office of `surgeon`, at a Point or (latitude, longitude)."""
    lat, lng = (at.lat, at.lng) if isinstance(at, Point) else at
    with transaction.atomic():
        practice: Practice = PracticeFactory.create(surgeon=surgeon, **{"lat": lat, "lng": lng} | overrides)
        refresh([surgeon.pk], reason="test")
    return practice


def make_surgeon(
    *,
    listed: bool = True,
    at: Point | tuple[float, float] = WINNETKA,
    practices: int = 1,
    procedures: Iterable[str] = ("chemical-peel",),
    offering: dict[str, Any] | None = None,
    board: str | None = "abps",
    certificate: str = "plastic-surgery",
    certificate_expires: dt.date | Literal["in two years"] | None = "in two years",
    certification: dict[str, Any] | None = None,
    accreditor: str | None = "quad-a",
    facility: dict[str, Any] | None = None,
    attestation: dict[str, Any] | None = None,
    **overrides: Any,
) -> Surgeon:
    """A surgeon whom patients can find, unless `listed=False` (she has not agreed yet) or a fact is taken away.

    `at` is a Point or (latitude, longitude); a second practice lies a tenth of a degree further north, and so on.
    `procedures` are slugs, offered at every practice; `offering` adds to each (since, volume, where_done).
    `board=None` and `accreditor=None` leave the certificate or the facility out; `certificate_expires=None` is a
    lifetime certificate; `certification`, `facility` and `attestation` give other fields of these records.
    Other keywords are fields of the surgeon, or of her practices (phone, city, accepting, telehealth, ...).
    """
    office = {name: overrides.pop(name) for name in list(overrides) if name in PRACTICE_FIELDS}
    if not listed:
        overrides.setdefault("consented_on", None)
    lat, lng = (at.lat, at.lng) if isinstance(at, Point) else at
    with transaction.atomic():
        surgeon: Surgeon = SurgeonFactory.create(**overrides)
        if board:
            ends = {} if certificate_expires == "in two years" else {"expires": certificate_expires}
            fields = {"board": board, "certificate": certificate} | ends | (certification or {})
            CertificationFactory.create(surgeon=surgeon, **fields)
        if accreditor:
            place = FacilityFactory.create(**{"accreditor": accreditor} | (facility or {}))
            AttestationFactory.create(surgeon=surgeon, facility=place, **attestation or {})
        for number in range(practices):
            where = {"lat": lat + number / 10, "lng": lng, "position": number}
            PracticeFactory.create(surgeon=surgeon, **where | office)
        for slug in procedures:
            Offering.objects.create(surgeon=surgeon, procedure=make_procedure(slug), **offering or {})
        refresh([surgeon.pk], reason="test")
    return surgeon


# ------------------------------------------------------------------- articles


class ArticleFactory(DjangoModelFactory[Article]):
    class Meta:
        model = Article

    slug = Sequence(lambda number: f"article-{number}")
    title = LazyAttribute(lambda article: article.slug.replace("-", " ").capitalize())
    summary = "What it is, what it does and what to ask."
    source_text = "---\n---\nText"
    html = '<h2 id="what-it-is">What it is</h2><p>Text.</p><h2 id="sources">Sources</h2>'
    contents = [["what-it-is", "What it is"], ["sources", "Sources"]]
    minutes = 3
    key_points = ["It helps some.", "It has risks.", "It does not last."]
    questions = ["Is it for me?", "What are the risks?", "How long does it last?", "Who does it?"]
    sources = [{"title": "A label", "publisher": "An agency", "year": 2024, "url": ""}]
    published = _from_today(-100)
    updated = _from_today(-50)


def make_article(
    slug: str | None = None,
    *,
    treatments: Iterable[str] = ("chemical-peel",),
    concerns: Iterable[str] = (),
    contributors: Iterable[Surgeon] = (),
    **overrides: Any,
) -> Article:
    """An article in the database that explains `treatments` (slugs, the most important first)."""
    named = {"slug": slug} if slug else {}
    with transaction.atomic():
        article: Article = ArticleFactory.create(**named | overrides)
        for position, treatment in enumerate(treatments):
            ArticleTreatment.objects.create(article=article, procedure=make_procedure(treatment), position=position)
        article.concerns.set([make_concern(concern) for concern in concerns])
        article.contributors.set(contributors)
        bump("articles")
    return article


__all__ = [
    "WINNETKA",
    "load_vocabulary",
    "make_article",
    "make_category",
    "make_concern",
    "make_practice",
    "make_procedure",
    "make_surgeon",
    "make_text",
]
