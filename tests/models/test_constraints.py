"""The database holds the rules itself: each constraint, broken past every form."""

from __future__ import annotations

import datetime as dt

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import Model

from directory.models import (
    Article,
    Certification,
    ConcernTreatment,
    FacilityAttestation,
    Offering,
    Practice,
    Procedure,
    Surgeon,
    Term,
    Text,
)
from tests.factories import make_article, make_concern, make_procedure, make_surgeon

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 5, 1)


def refused(model: type[Model], **values: object) -> None:
    """A surgeon with all records, one of which is then given `values` behind Django's back."""
    make_surgeon()
    with pytest.raises(IntegrityError), transaction.atomic():
        model._default_manager.update(**values)


def test_surgeon_has_a_family_name():
    refused(Surgeon, family_name="")


@pytest.mark.parametrize("npi", ["123456789", "3234567893", "1a34567893"])
def test_surgeon_npi_is_ten_digits(npi: str):
    refused(Surgeon, npi=npi)


@pytest.mark.parametrize("year", [1939, 2101])
def test_surgeon_practice_began_in_living_memory(year: int):
    refused(Surgeon, practice_since=year)


def test_an_npi_belongs_to_one_surgeon_but_many_may_have_none():
    make_surgeon(npi=None)
    make_surgeon(npi=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Surgeon.objects.update(npi="1234567893")


def test_certification_expires_after_it_was_issued():
    refused(Certification, first_issued=DAY, expires=DAY)


def test_certification_abroad_names_its_society():
    refused(Certification, board="national", board_name="")


def test_surgeon_holds_each_certificate_once():
    surgeon = make_surgeon()
    with pytest.raises(IntegrityError), transaction.atomic():
        surgeon.certifications.create(board="abps", certificate="plastic-surgery")


def test_surgeon_attests_to_each_facility_once():
    first = make_surgeon().attestations.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        FacilityAttestation.objects.create(
            surgeon=first.surgeon, facility=first.facility, attested_on=DAY, valid_until=DAY
        )


def test_attestation_ends_after_it_was_given():
    refused(FacilityAttestation, attested_on=DAY, valid_until=DAY - dt.timedelta(days=1))


@pytest.mark.parametrize("lat", [90.1, -90.1])
def test_practice_latitude_is_on_the_earth(lat: float):
    refused(Practice, lat=lat)


@pytest.mark.parametrize("lng", [180.1, -180.1])
def test_practice_longitude_is_on_the_earth(lng: float):
    refused(Practice, lng=lng)


@pytest.mark.parametrize("year", [1939, 2101])
def test_offering_began_in_living_memory(year: int):
    refused(Offering, since=year)


def test_surgeon_offers_a_procedure_once_everywhere():
    surgeon = make_surgeon(procedures=("facelift",))
    with pytest.raises(IntegrityError), transaction.atomic():
        Offering.objects.create(surgeon=surgeon, procedure=make_procedure("facelift"))


def test_surgeon_offers_a_procedure_once_a_practice():
    surgeon = make_surgeon(procedures=())
    here = {"surgeon": surgeon, "procedure": make_procedure("facelift"), "practice": surgeon.practices.get()}
    Offering.objects.create(**here)
    with pytest.raises(IntegrityError), transaction.atomic():
        Offering.objects.create(**here)


def test_procedure_ordinal_fits_the_search_masks():
    refused(Procedure, ordinal=248)


def test_concern_names_a_treatment_once():
    concern = make_concern("large-pores")
    with pytest.raises(IntegrityError), transaction.atomic():
        ConcernTreatment.objects.create(concern=concern, procedure=concern.treatments.all()[0], position=9)


def test_term_names_a_procedure_or_a_concern():
    for target in ({}, {"procedure": make_procedure(), "concern": make_concern()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Term.objects.create(text="peel", role="synonym", **target)


def test_article_reviewed_names_its_reviewer():
    make_article()
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.update(reviewed_on=DAY, reviewer="")


def make_text(**about: object) -> None:
    Text.objects.create(**{"lang": "en", "fields": {}, "state": "", "updated": DAY, **about})


def test_text_is_about_a_procedure_or_a_concern():
    procedure, concern = make_procedure("facelift"), make_concern("large-pores", treatments=["facelift"])
    for about in ({}, {"procedure": procedure, "concern": concern}):
        with pytest.raises(IntegrityError), transaction.atomic():
            make_text(**about)


def test_procedure_has_one_text_a_language():
    facelift = make_procedure("facelift")
    make_text(procedure=facelift)
    make_text(procedure=facelift, lang="es")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_text(procedure=facelift)


def test_concern_has_one_text_a_language():
    pores = make_concern("large-pores", treatments=["facelift"])
    make_text(concern=pores)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_text(concern=pores)


def test_text_reviewed_names_its_reviewer():
    make_text(procedure=make_procedure("facelift"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Text.objects.update(reviewed_on=DAY, reviewer="")


def test_every_constraint_of_the_directory_has_a_test_named_after_it():
    names = {
        constraint.name
        for model in apps.get_app_config("directory").get_models()
        if model.__module__ != "directory.models.reports"
        for constraint in model._meta.constraints
    }
    assert {name for name in names if f"test_{name}" not in globals()} == set()
