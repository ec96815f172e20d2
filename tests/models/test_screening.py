"""What looks private is refused, and what merely looks like it is not."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from directory.models import Practice, Surgeon
from directory.models.screening import private_shape, validate_publishable


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("My number is 123-45-6789.", "a social security number"),
        ("123 45 6789", "a social security number"),
        ("SSN on file", "a social security number"),
        ("Born 04/12/1971 in Ohio", "a date of birth"),
        ("DOB: 1971-04-12", "a date of birth"),
        ("d.o.b. 4.12.71", "a date of birth"),
        ("Date of birth April 12, 1971", "a date of birth"),
        ("Home address: 12 Elm Street", "a home address"),
        ("residence at 400 Lake Shore Drive", "a home address"),
    ],
)
def test_what_looks_private_is_named(text: str, what: str):
    assert private_shape(text) == what


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Call 312-555-0142.",
        "NPI 1234567893",
        "ZIP 60093-1234",
        "000-12-3456",
        "Born and raised in Chicago; in practice since 2004.",
        "She was born in 1971 in Ohio.",
        "A home for surgery of the hand since 1998",
        "Office at 12 Elm Street",
        "He has published 123 papers, 45 chapters and 6789 lines.",
    ],
)
def test_what_anybody_may_publish_passes(text: str):
    validate_publishable(text)


@pytest.mark.parametrize(
    "field", ["given_name", "family_name", "other_names", "biography", "medical_school", "residency"]
)
def test_every_text_of_a_surgeon_is_screened(field: str):
    surgeon = Surgeon(slug="a", given_name="A", family_name="B")
    setattr(surgeon, field, "SSN 123-45-6789")
    with pytest.raises(ValidationError) as refused:
        surgeon.clean_fields()
    assert "would be public here, so it was not saved" in str(refused.value.message_dict[field])


def test_the_name_of_a_practice_is_screened():
    with pytest.raises(ValidationError) as refused:
        Practice(name="SSN 123-45-6789", city="A", lat=1, lng=1).clean_fields(exclude=["surgeon"])
    assert list(refused.value.message_dict) == ["name"]
