"""Staff change a record on one page; search shows it at once, and the history says who it was."""

from __future__ import annotations

import datetime as dt
from typing import Any

import orjson
import pytest
from django.contrib.auth.models import User
from django.db.models.fields.files import FieldFile
from django.test import Client
from django.urls import reverse

from directory.models import Change, Facility, Listing, Practice, Surgeon, today
from tests.factories import make_surgeon

pytestmark = pytest.mark.django_db
YESTERDAY = dt.timedelta(days=-1)


@pytest.fixture
def stella() -> User:
    return User.objects.create_superuser("stella", "stella@example.org", "a long enough secret")


@pytest.fixture
def desk(client: Client, stella: User) -> Client:
    client.force_login(stella)
    return client


def page_of(record: Surgeon | Facility) -> str:
    return reverse(f"admin:directory_{record._meta.model_name}_change", args=[record.pk])


def filled_in(desk: Client, address: str) -> dict[str, Any]:
    """What a browser would send if the form were saved as it is."""
    context = desk.get(address).context
    formsets = [inline.formset for inline in context["inline_admin_formsets"]]
    forms = [context["adminform"].form]
    for formset in formsets:
        forms += [formset.management_form, *formset.forms]
    values = {form.add_prefix(name): form[name].value() for form in forms for name in form.fields}
    return sent(values)


def sent(values: dict[str, Any]) -> dict[str, Any]:
    """A box without a tick and a file that was not chosen are not sent."""
    sent = {name: value for name, value in values.items() if value is not False and not isinstance(value, FieldFile)}
    return {name: "" if value is None else value for name, value in sent.items()}


def save(desk: Client, record: Surgeon | Facility, **changes: Any) -> None:
    address = page_of(record)
    answer = desk.post(address, filled_in(desk, address) | changes)
    assert answer.status_code == 302, answer.context["errors"]


def test_a_phone_changed_by_staff_is_on_the_card_at_once_and_the_history_says_who(desk: Client, stella: User):
    surgeon = make_surgeon()
    save(desk, surgeon, **{"practices-0-phone": "+13125550199"})
    assert orjson.loads(Listing.objects.get().card)["practice"]["phone"] == "+13125550199"
    version = Practice.history.first()
    assert (version.phone, version.history_user, version.history_change_reason) == (
        "+13125550199",
        stella,
        "edited by staff",
    )


def test_the_history_says_who_changed_the_surgeons_own_lines(desk: Client, stella: User):
    surgeon = make_surgeon()
    save(desk, surgeon, biography="Hands and faces.")
    version = Surgeon.history.first()
    assert (version.history_user, version.history_change_reason) == (stella, "edited by staff")


def test_a_surgeon_put_on_the_do_not_list_is_gone_from_search_in_the_same_step(desk: Client):
    surgeon = make_surgeon()
    save(desk, surgeon, do_not_list="on")
    assert not Listing.objects.exists()
    assert Change.objects.latest("number").kind == Change.Kind.REMOVAL


def test_deleting_the_only_practice_is_logged_as_a_removal(desk: Client):
    surgeon = make_surgeon()
    save(desk, surgeon, **{"practices-0-DELETE": "on"})
    assert not Listing.objects.exists()
    assert Change.objects.latest("number").kind == Change.Kind.REMOVAL


def test_a_refused_form_changes_nothing_and_keeps_what_was_typed(desk: Client):
    surgeon = make_surgeon(phone="+13125550142")
    address = page_of(surgeon)
    answer = desk.post(address, filled_in(desk, address) | {"practices-0-phone": "call me", "biography": "Kept."})
    assert answer.status_code == 200
    assert "call me" in answer.text
    assert "Kept." in answer.text
    assert surgeon.practices.get().phone == "+13125550142"


def test_an_accreditation_that_ends_takes_its_surgeons_off_the_list(desk: Client):
    surgeon = make_surgeon()
    save(desk, surgeon.attestations.get().facility, expires=(today() + YESTERDAY).isoformat())
    assert not Listing.objects.exists()


def go_back(desk: Client, record: Surgeon | Facility, version: Any) -> None:
    """As the button on an old version's page does."""
    address = reverse(f"admin:directory_{record._meta.model_name}_simple_history", args=[record.pk, version.history_id])
    form = desk.get(address).context["adminform"].form
    assert desk.post(address, sent({name: form[name].value() for name in form.fields})).status_code == 302


def test_going_back_to_a_version_on_the_do_not_list_takes_the_surgeon_out_of_search(desk: Client):
    surgeon = make_surgeon()
    save(desk, surgeon, do_not_list="on")
    hidden = Surgeon.history.first()
    save(desk, surgeon, do_not_list=False)
    assert Listing.objects.exists()
    go_back(desk, surgeon, hidden)
    assert not Listing.objects.exists()
    assert Change.objects.latest("number").kind == Change.Kind.REMOVAL


def test_going_back_to_an_accreditation_that_ended_takes_its_surgeons_off_the_list(desk: Client):
    facility = make_surgeon().attestations.get().facility
    save(desk, facility, expires=(today() + YESTERDAY).isoformat())
    ended = Facility.history.first()
    save(desk, facility, expires="")
    assert Listing.objects.exists()
    go_back(desk, facility, ended)
    assert not Listing.objects.exists()


def test_a_slug_is_chosen_once_and_stays(desk: Client):
    surgeon = make_surgeon()
    save(desk, surgeon, slug="another")
    surgeon.refresh_from_db()
    assert surgeon.slug != "another"
    assert "slug" in desk.get(reverse("admin:directory_surgeon_add")).context["adminform"].form.fields


@pytest.mark.parametrize("emptied", ["", "null"])
@pytest.mark.parametrize("box", ["languages", "fellowships", "practices-0-hours", "practices-0-accessibility"])
def test_an_emptied_list_is_an_empty_list(desk: Client, box: str, emptied: str):
    surgeon = make_surgeon()
    save(desk, surgeon, **{box: emptied})
    record, name = (surgeon.practices.get(), box[12:]) if "-" in box else (surgeon, box)
    record.refresh_from_db()
    assert getattr(record, name) in ([], {})


@pytest.mark.parametrize(
    ("box", "wrong"),
    [
        ("fellowships", "5"),
        ("fellowships", '{"a": 1}'),
        ("fellowships", "[1]"),
        ("fellowships", '["SSN 123-45-6789"]'),
        ("practices-0-hours", "[1, 2]"),
        ("practices-0-hours", '{"mon": [["9", "17"]]}'),
        ("practices-0-hours", '{"monday": "9:00-17:00"}'),
        ("practices-0-hours", '{"mon": "17:00-9:00"}'),
        ("practices-0-hours", '{"mon": "9:00-25:00"}'),
        ("credentials", "MD, SSN 123-45-6789"),
        ("practice_since", "2099"),
    ],
)
def test_what_no_page_could_show_is_refused_beside_its_box(desk: Client, box: str, wrong: str):
    address = page_of(make_surgeon())
    answer = desk.post(address, filled_in(desk, address) | {box: wrong})
    assert answer.status_code == 200
    formsets = [one.formset for one in answer.context["inline_admin_formsets"]]
    practice = next(one for one in formsets if one.prefix == "practices").forms[0]
    form, name = (practice, box[12:]) if "-" in box else (answer.context["adminform"].form, box)
    assert name in form.errors


def test_the_page_says_which_fact_is_missing(desk: Client):
    assert "every fact of the promise holds" in desk.get(page_of(make_surgeon())).text
    assert "has not agreed to be listed" in desk.get(page_of(make_surgeon(listed=False))).text


def test_staff_find_who_is_not_listed(desk: Client):
    make_surgeon(family_name="Alder")
    make_surgeon(family_name="Birch", listed=False)
    list_page = reverse("admin:directory_surgeon_changelist")
    assert [one.family_name for one in desk.get(list_page, {"listed": "no"}).context["cl"].queryset] == ["Birch"]
    assert [one.family_name for one in desk.get(list_page, {"listed": "yes"}).context["cl"].queryset] == ["Alder"]


def test_an_offering_can_only_be_at_the_surgeons_own_practice(desk: Client):
    surgeon, other = make_surgeon(), make_surgeon()
    formsets = [one.formset for one in desk.get(page_of(surgeon)).context["inline_admin_formsets"]]
    offerings = next(one for one in formsets if one.prefix == "offerings")
    assert other.practices.get() not in offerings.forms[0].fields["practice"].queryset


def test_a_member_is_never_deleted(desk: Client):
    surgeon = make_surgeon()
    assert desk.post(reverse("admin:directory_surgeon_delete", args=[surgeon.pk]), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize(
    "name",
    [
        "ambiguousterm",
        "article",
        "category",
        "change",
        "concern",
        "facility",
        "listing",
        "procedure",
        "problemreport",
        "surgeon",
    ],
)
def test_every_record_has_a_list_that_can_be_searched(desk: Client, name: str):
    make_surgeon()
    assert desk.get(reverse(f"admin:directory_{name}_changelist"), {"q": "lake"}).status_code == 200


def test_nobody_else_gets_in(client: Client):
    client.force_login(User.objects.create_user("charlie"))
    assert client.get(page_of(make_surgeon())).status_code == 302


def test_a_surgeon_who_states_no_language_can_be_saved(desk: Client):
    surgeon = make_surgeon(languages=[])
    save(desk, surgeon, biography="Hands.")
    surgeon.refresh_from_db()
    assert (surgeon.languages, surgeon.biography) == ([], "Hands.")
