"""The invented members: the same every time, plausible, valid, and nobody real."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from itertools import islice

import pytest
import yaml
from django.conf import settings

from directory.models.languages import LANGUAGES
from directory.models.npi import is_npi
from directory.models.screening import private_shape
from directory.places import Point, resolve
from members.invented import people
from members.invented.npi import npi
from members.invented.person import Person
from members.invented.profiles import ALL
from members.invented.unlisted import REASONS

DAY = dt.date(2026, 11, 25)
SEED = 7
# Kept for fiction: 555-0100 to 555-0199 at home; the ranges of Ofcom, ACMA, Arcep and Bundesnetzagentur abroad.
FICTION = re.compile(r"\+1[2-9]\d\d55501\d\d|\+442079460\d{3}|\+61255500\d{3}|\+33199000\d{3}|\+493023125\d{3}")


@pytest.fixture(scope="module")
def many() -> list[Person]:
    return list(people(1_000, SEED, DAY))


def test_the_same_seed_and_day_invent_the_same_people(many):
    assert list(people(40, SEED, DAY)) == many[:40]
    assert list(islice(people(1, SEED + 1, DAY), 1)) != many[:1]


def test_dates_move_with_the_day(many):
    later = next(people(1, SEED, DAY + dt.timedelta(days=30)))
    assert later.member.membership_until - many[0].member.membership_until == dt.timedelta(days=30)
    assert later.member.slug == many[0].member.slug


def test_slugs_and_npis_belong_to_one_person_each(many):
    slugs = [person.member.slug for person in many]
    npis = [person.member.npi for person in many if person.member.npi]
    assert len(set(slugs)) == len(slugs)
    assert len(set(npis)) == len(npis)


def test_namesakes_get_a_number():
    from members.invented.making import _slug

    taken = {}
    assert [_slug("Bogumił Ash", taken) for _ in range(2)] == ["bogumil-ash", "bogumil-ash-2"]


def test_npis_pass_the_check_and_are_in_the_block_that_is_not_handed_out(many):
    numbers = [npi(number) for number in (0, 1, 999, 999_999)]
    assert all(is_npi(number) and number.startswith("2") for number in numbers)
    assert all(bool(person.member.npi) == (person.offices[0].country == "US") for person in many)


def test_most_are_at_home_some_in_canada_a_few_abroad(many):
    countries = Counter(person.offices[0].country for person in many)
    assert 0.84 < countries["US"] / 1_000 < 0.92
    assert 0.06 < countries["CA"] / 1_000 < 0.12
    assert 0.01 < (1_000 - countries["US"] - countries["CA"]) / 1_000 < 0.06


def test_offices_and_offers_are_about_as_many_as_in_the_field(many):
    assert 1.3 < sum(len(person.offices) for person in many) / 1_000 < 1.5
    assert 15 < sum(len(person.offers) for person in many) / 1_000 < 21


def test_every_reason_not_to_be_listed_is_there_and_one_in_eleven_has_one(many):
    reasons = Counter(person.unlisted for person in many if person.unlisted)
    assert set(reasons) == set(REASONS)
    assert 0.08 < reasons.total() / 1_000 < 0.1


def test_an_office_is_where_its_zip_is(many):
    for office in [office for person in many[:60] for office in person.offices if office.country == "US"]:
        found = resolve(office.postal_code).place
        assert found is not None
        assert found.region == office.region
        assert found.point.miles_to(Point(lat=office.lat, lng=office.lng)) < 4


@pytest.mark.parametrize("place", ["90210", "60093"])
def test_where_the_pages_begin_several_treat_large_pores(place):
    here = resolve(place).place
    assert here is not None
    near = [
        person
        for person in people(1_500, 20_261, DAY)
        if not person.unlisted
        and any(here.point.miles_to(Point(lat=one.lat, lng=one.lng)) <= 25 for one in person.offices)
    ]
    pores = [
        one for one in near if {offer.procedure for offer in one.offers} & {"mesobotox", "co2-laser", "microneedling"}
    ]
    assert len(near) >= 20
    assert len(pores) >= 5


def test_no_telephone_is_anybodys(many):
    phones = [office.phone for person in many for office in person.offices if office.phone]
    assert len(phones) > 1_000
    assert [phone for phone in phones if not FICTION.fullmatch(phone)] == []


def test_sites_are_on_names_kept_for_examples(many):
    sites = {office.website for person in many for office in person.offices} - {""}
    assert all(re.fullmatch(r"https://[a-z0-9-]{1,63}\.example\.(com|org|net)/", site) for site in sites)


def test_languages_are_known_and_english_or_the_country_s_own(many):
    assert all(set(person.member.languages) <= set(LANGUAGES) for person in many)
    quebec = [person for person in many if person.offices[0].region == "QC"]
    assert quebec
    assert all(person.member.languages[0] == "fr" for person in quebec)


def test_biographies_differ_and_are_neither_short_nor_long_nor_private(many):
    texts = [person.member.biography for person in many if person.member.biography]
    assert 0.8 < len(texts) / 1_000 < 0.97
    assert len(set(texts)) == len(texts)
    assert all(60 <= len(text.split()) <= 130 for text in texts)
    assert not [text for text in texts if private_shape(text) or "{" in text]


def test_some_records_are_incomplete(many):
    offices = [office for person in many for office in person.offices]
    for gap in ("phone", "website", "hours", "accessibility"):
        assert 0.01 < sum(not getattr(office, gap) for office in offices) / len(offices) < 0.35


def test_some_confirmations_are_overdue_and_none_lies_ahead(many):
    ages = [(DAY - person.member.confirmed_on).days for person in many if person.member.confirmed_on]
    assert min(ages) >= 0
    assert max(ages) <= 120
    assert 0.04 < sum(age > 90 for age in ages) / len(ages) < 0.2


def test_the_certificates_are_those_of_the_field(many):
    held = [(one, person) for person in many for one in person.certified if not person.unlisted]
    abps = [one for one, _ in held if one.board == "abps" and one.certificate == "plastic-surgery"]
    assert all((one.expires is None) == (one.first_issued.year < 1995) for one in abps)
    assert {one.certificate for one, _ in held} == {"plastic-surgery", "hand", "head-and-neck", "other"}
    assert {"abps", "rcpsc", "cmq", "national"} <= {one.board for one, _ in held}
    assert all(one.board_name for one, _ in held if one.board == "national")
    assert [person for one, person in held if one.certificate == "hand" and len(person.certified) == 1]


def test_what_is_offered_is_in_the_vocabulary():
    known = yaml.safe_load((settings.VOCABULARY_PATH / "procedures.yaml").read_text())["procedures"]
    slugs = {slug for one in ALL for slug in (*one.core, *one.often, *one.seldom)}
    assert slugs <= {one["slug"] for one in known}
