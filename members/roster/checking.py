"""What every draft must pass, whatever its format: the records' own checks, and nothing private in any text."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models

from directory.models import Practice, Surgeon
from directory.models.screening import private_shape
from members.roster.draft import Draft, Fault, Fields, Refused
from members.roster.files import UNREADABLE


def screened(column: str, text: str) -> list[Fault]:
    """What is wrong with a text that would be public; the text itself is not repeated."""
    if what := private_shape(text):
        return [Fault(column, f"This looks like {what}. Take it out: it would be public.")]
    if UNREADABLE in text:
        return [Fault(column, "A letter cannot be read. Save the file as CSV (UTF-8) and write the cell again.")]
    return []


def checked(draft: Draft, columns: dict[str, str]) -> Draft:
    """The draft, if its values fit the records. Raises Refused with each that does not."""
    faults = [*_fits(Surgeon, draft.surgeon, columns), *_fits(Practice, draft.practice, columns)]
    if faults:
        raise Refused(*faults)
    return draft


def _fits(model: type[models.Model], values: Fields, columns: dict[str, str]) -> list[Fault]:
    faults = []
    for name, value in values.items():
        field = model._meta.get_field(name)
        if value in ("", None) or not isinstance(field, models.Field):
            continue
        try:
            field.clean(value, None)
        except ValidationError as error:
            faults.append(Fault(columns.get(name, name), " ".join(error.messages)))
    return faults
