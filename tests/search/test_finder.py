"""The one door: every named outcome, what a question means, and when a surgeon leaves the results by herself."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.models import today
from directory.places import Point
from directory.search import memory
from directory.search.criteria import Criteria
from directory.search.finder import search
from directory.search.parameters import BadParameters
from tests.factories import (
    load_vocabulary,
    make_article,
    make_concern,
    make_practice,
    make_procedure,
    make_surgeon,
)

pytestmark = pytest.mark.django_db
WINNETKA = Point(lat=42.1081, lng=-87.7359)
HERE = Criteria(near=WINNETKA.rounded(), radius=25)


def families(criteria: Criteria) -> list[str]:
    return [hit.card["family"] for hit in search(criteria).hits]


def asked(**changes: object) -> Criteria:
    return dataclasses.replace(HERE, **changes)  # type: ignore[arg-type]


@pytest.fixture(params=["arrays", "sql"], autouse=True)
def engine(request, settings):
    """Every answer must be the same whether the arrays or plain SQL found it."""
    settings.SEARCH_ARRAYS_LIMIT = 0 if request.param == "sql" else 10_000
    memory.forget()
    return request.param


class TestOutcomes:
    def test_somebody_inside_the_radius_is_found_and_nobody_else_is_needed(self):
        make_surgeon(family_name="Alder")
        answer = search(HERE)
        assert (answer.outcome, answer.total, len(answer.hits)) == ("found", 1, 1)
        assert answer.beyond == []

    def test_words_that_hold_no_treatment_at_all_leave_the_list_as_it_is(self):
        make_surgeon(family_name="Alder")
        load_vocabulary()
        answer = search(asked(treatment="!!!"))
        assert (answer.outcome, answer.total) == ("found", 1)
        assert answer.treatment is not None
        assert answer.treatment.reading.outcome == "empty"

    def test_nobody_inside_the_radius_names_the_nearest_beyond_it(self):
        make_surgeon(family_name="Rockford", at=(42.27, -89.09))
        make_surgeon(family_name="Moline", at=(41.5, -90.5))
        answer = search(HERE)
        assert (answer.outcome, answer.total, answer.hits) == ("nobody_in_radius", 0, [])
        assert [hit.card["family"] for hit in answer.beyond] == ["Rockford", "Moline"]
        assert 60 < answer.beyond[0].distance_miles < 80

    def test_few_inside_the_radius_are_joined_by_at_most_five_beyond(self):
        make_surgeon(family_name="Alder")
        for number in range(7):
            make_surgeon(family_name=f"Far {number}", at=(42.1, -89 - number / 10))
        answer = search(HERE)
        assert (answer.outcome, answer.total) == ("found", 1)
        assert [hit.card["family"] for hit in answer.beyond] == [f"Far {number}" for number in range(5)]

    def test_filters_that_leave_no_one_anywhere_say_which_to_drop(self):
        make_surgeon(family_name="Alder", languages=["en"], gender="female")
        answer = search(asked(language=("pl",), gender="female"))
        assert answer.outcome == "too_many_filters"
        assert answer.relax == {"language": 1}

    def test_a_place_that_does_not_exist_is_unknown(self):
        make_surgeon()
        answer = search(Criteria(place="Xqzzyvorkle"))
        assert (answer.outcome, answer.total, answer.hits) == ("place_unknown", 0, [])

    def test_a_place_name_shared_by_several_is_answered_near_the_likeliest_and_offers_the_others(self):
        make_surgeon(at=(37.21, -93.29))
        make_surgeon(at=(39.78, -89.65))
        answer = search(Criteria(place="Springfield"))
        assert answer.outcome == "place_ambiguous"
        assert answer.total == 1
        assert {place.region for place in answer.place.alternatives} >= {"IL"} or answer.place_taken.region == "IL"

    def test_words_that_mean_no_treatment_are_unknown_and_search_for_nothing(self):
        load_vocabulary()
        make_surgeon()
        answer = search(asked(treatment="xqzzyvorkle"))
        assert (answer.outcome, answer.total) == ("treatment_unknown", 0)

    def test_an_expression_with_two_meanings_finds_those_who_do_either(self):
        load_vocabulary()
        make_surgeon(family_name="Lift", procedures=("buttock-augmentation",))
        make_surgeon(family_name="Light", procedures=("ipl",))
        make_surgeon(family_name="Neither", procedures=("rhinoplasty",))
        answer = search(asked(treatment="BBL"))
        assert answer.outcome == "treatment_ambiguous"
        assert sorted(hit.card["family"] for hit in answer.hits) == ["Lift", "Light"]


class TestAConcern:
    @pytest.fixture(autouse=True)
    def _vocabulary(self):
        load_vocabulary()

    def test_finds_those_who_offer_any_of_its_treatments_and_says_which(self):
        make_surgeon(family_name="Peel", procedures=("chemical-peel", "rhinoplasty"), offering={"since": 2015})
        make_surgeon(family_name="Nose", procedures=("rhinoplasty",))
        (hit,) = search(asked(treatment="large pores")).hits
        assert hit.card["family"] == "Peel"
        assert [(offer.slug, offer.since) for offer in hit.offers] == [("chemical-peel", 2015)]

    def test_brings_the_article_about_it_first(self):
        make_surgeon(procedures=("chemical-peel",))
        make_article("peels", treatments=("chemical-peel",))
        make_article("pores", treatments=("microneedling",), concerns=("large-pores",))
        make_article("noses", treatments=("rhinoplasty",))
        assert [one.slug for one in search(asked(treatment="large pores")).articles] == ["pores", "peels"]

    def test_gives_a_hit_the_articles_about_what_she_offers_of_it(self):
        make_surgeon(procedures=("chemical-peel", "rhinoplasty"))
        make_article("peels", treatments=("chemical-peel",))
        make_article("noses", treatments=("rhinoplasty",))
        (hit,) = search(asked(treatment="large pores")).hits
        assert [one.slug for one in hit.articles] == ["peels"]


class TestFilters:
    def test_all_procedures_must_be_offered(self):
        make_surgeon(family_name="Both", procedures=("rhinoplasty", "facelift"))
        make_surgeon(family_name="One", procedures=("rhinoplasty",))
        assert families(asked(procedure=("rhinoplasty", "facelift"))) == ["Both"]

    def test_a_procedure_that_does_not_exist_is_refused_by_name(self):
        with pytest.raises(BadParameters) as refusal:
            search(asked(procedure=("time-travel",)))
        assert set(refusal.value.errors) == {"procedure"}

    @pytest.mark.parametrize(
        ("wanted", "has"),
        [
            ({"certification": ("rcpsc",)}, {"board": "rcpsc"}),
            ({"subspecialty": ("hand",)}, {"certificate": "hand"}),
            ({"accreditation": ("aaahc",)}, {"accreditor": "aaahc"}),
            ({"language": ("es", "en")}, {"languages": ["en", "es"]}),
            ({"gender": "male"}, {"gender": "male"}),
            ({"accepting": True}, {"accepting": True}),
            ({"telehealth": True}, {"telehealth": True}),
            ({"accessibility": ("step-free",)}, {"accessibility": ["step-free"]}),
            ({"experience": 20}, {"practice_since": 1999}),
            ({"name": "thistle"}, {"family_name": "Thistlewood"}),
        ],
    )
    def test_keep_only_those_who_have_what_was_asked(self, wanted, has):
        make_surgeon(family_name="Other", accepting=False, practice_since=2020)
        chosen = make_surgeon(**{"family_name": "Chosen", "accepting": None} | has)
        assert [hit.card["slug"] for hit in search(asked(**wanted)).hits] == [chosen.slug]

    def test_count_what_adding_one_more_would_leave(self):
        make_surgeon(languages=["en", "es"], gender="female", procedures=("facelift",))
        make_surgeon(languages=["en"], gender="female", procedures=("facelift", "rhinoplasty"))
        facets = search(HERE).facets
        assert facets["language"] == {"en": 2, "es": 1}
        assert facets["gender"] == {"female": 2}
        assert facets["procedure"] == {"facelift": 2, "rhinoplasty": 1}

    def test_a_fact_that_ran_out_no_longer_counts_though_the_listing_stands(self):
        ended = {"expires": today() + dt.timedelta(days=1)}
        surgeon = make_surgeon(accreditor="quad-a", facility=ended)
        with time_machine.travel(today() + dt.timedelta(days=2)):
            assert search(HERE).total == 0
        assert surgeon.listings.count() == 1


class TestASurgeon:
    def test_with_two_offices_appears_once_at_the_nearer(self):
        surgeon = make_surgeon(at=(42.2, -87.8))
        near = make_practice(surgeon, at=WINNETKA, name="The nearer one")
        answer = search(HERE)
        assert (answer.total, [hit.card["practice"]["name"] for hit in answer.hits]) == (1, [near.name])

    def test_who_offers_it_at_one_office_only_is_found_there(self):
        surgeon = make_surgeon(procedures=(), at=WINNETKA)
        farther = make_practice(surgeon, at=(42.25, -87.84), name="Where it is done")
        surgeon.offerings.create(procedure=make_procedure("facelift"), practice=farther)
        from directory.search.upkeep import refresh

        refresh([surgeon.pk], reason="test")
        (hit,) = search(asked(procedure=("facelift",))).hits
        assert hit.card["practice"]["name"] == "Where it is done"

    def test_who_treats_a_concern_in_several_ways_appears_once(self):
        make_concern("large-pores", treatments=("chemical-peel", "microneedling"))
        load_vocabulary()
        make_surgeon(procedures=("chemical-peel", "microneedling", "laser-skin-resurfacing"), practices=3)
        answer = search(asked(treatment="large pores"))
        assert (answer.total, len(answer.hits)) == (1, 1)

    def test_whose_certificate_expires_today_is_listed_today_and_not_tomorrow(self):
        make_surgeon(certificate_expires=today())
        assert search(HERE).total == 1
        with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=1)):
            assert search(HERE).total == 0

    def test_is_shown_with_dated_evidence(self):
        make_surgeon()
        (hit,) = search(HERE).hits
        assert [fact["kind"] for fact in hit.evidence] == ["certification", "membership", "facility", "confirmation"]
        assert all(fact["checked_on"] and fact["source"] and fact["statement"] for fact in hit.evidence)

    def test_is_no_longer_shown_with_a_second_certificate_that_ran_out(self):
        surgeon = make_surgeon()
        surgeon.certifications.create(
            board="aboto",
            certificate="other",
            status="active",
            verified_on=today(),
            expires=today() + dt.timedelta(days=3),
        )
        from directory.search.upkeep import refresh

        refresh([surgeon.pk], reason="test")
        statements = [fact["statement"] for fact in search(HERE).hits[0].evidence]
        assert any("Otolaryngology" in statement for statement in statements)
        with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=4)):
            statements = [fact["statement"] for fact in search(HERE).hits[0].evidence]
        assert not any("Otolaryngology" in statement for statement in statements)


class TestPaging:
    def test_visits_everybody_once_though_some_join_meanwhile(self):
        for number in range(9):
            make_surgeon(family_name=f"Page {number}", at=(42.1 + number / 100, -87.74))
        everybody = [hit.card["slug"] for hit in search(HERE).hits]
        seen, cursor = [], ""
        while True:
            answer = search(asked(limit=4, cursor=cursor))
            seen += [hit.card["slug"] for hit in answer.hits]
            cursor = answer.next_cursor
            if not cursor:
                break
            make_surgeon(family_name="Newcomer", at=(42.1, -87.74))  # before the page: may not push anyone onto it
        assert seen == everybody

    def test_goes_on_after_a_surgeon_who_left(self):
        made = [make_surgeon(family_name=f"Page {number}", at=(42.1 + number / 100, -87.74)) for number in range(6)]
        first = search(asked(limit=3))
        made[2].delete()
        second = search(asked(limit=3, cursor=first.next_cursor))
        assert [hit.card["family"] for hit in second.hits] == ["Page 3", "Page 4", "Page 5"]

    def test_goes_on_without_a_place_and_with_a_part_of_a_name(self):
        for number in range(3):
            make_surgeon(family_name=f"Page {number}", given_name="Ona")
        first = search(Criteria(name="ona", limit=2))
        second = search(Criteria(name="ona", limit=2, cursor=first.next_cursor))
        assert [hit.card["family"] for hit in (*first.hits, *second.hits)] == ["Page 0", "Page 1", "Page 2"]

    def test_a_name_too_long_for_its_column_ends_a_page_like_any_other(self):
        make_surgeon(family_name="李" * 80, given_name="å" * 80, slug="first")
        make_surgeon(family_name="李" * 80, given_name="å" * 80, slug="second", at=(42.2, -87.7))
        first = search(asked(limit=1, sort="name"))
        second = search(asked(limit=1, sort="name", cursor=first.next_cursor))
        assert {one.hits[0].card["slug"] for one in (first, second)} == {"first", "second"}

    def test_refuses_the_cursor_of_another_question(self):
        for number in range(3):
            make_surgeon(family_name=f"Page {number}")
        cursor = search(asked(limit=1)).next_cursor
        with pytest.raises(BadParameters) as refusal:
            search(asked(limit=1, radius=50, cursor=cursor))
        assert set(refusal.value.errors) == {"cursor"}


class TestOrder:
    def test_without_a_place_is_by_family_name_given_name(self):
        make_surgeon(family_name="Birch", given_name="Zoe")
        make_surgeon(family_name="Ábel", given_name="Mia")
        make_surgeon(family_name="Birch", given_name="Ada")
        hits = search(Criteria()).hits
        assert [hit.card["name"] for hit in hits] == ["Mia Ábel", "Ada Birch", "Zoe Birch"]
        assert all(hit.distance_miles is None for hit in hits)

    def test_by_experience_puts_the_longest_in_practice_first_and_the_unknown_last(self):
        make_surgeon(family_name="Unknown", practice_since=None)
        make_surgeon(family_name="Young", practice_since=2020)
        make_surgeon(family_name="Old", practice_since=1990)
        assert families(asked(sort="experience")) == ["Old", "Young", "Unknown"]


class TestCost:
    def test_a_page_takes_two_queries_once_the_process_is_warm(self, engine):
        for number in range(30):
            make_surgeon(family_name=f"Many {number}")
        search(HERE)
        with CaptureQueriesContext(connection) as queries:
            assert len(search(HERE).hits) == 20
        # the revisions and the page's cards; plain SQL asks once more, for the circle's rows
        assert len(queries) == (2 if engine == "arrays" else 3)


class TestMemory:
    def test_sees_a_write_of_another_process_at_the_next_question(self):
        make_surgeon(family_name="First")
        assert families(HERE) == ["First"]
        make_surgeon(family_name="Second")
        assert families(HERE) == ["First", "Second"]
