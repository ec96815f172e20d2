"""First versions in the history, for records written in bulk: the history's own signal does not see those."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection, models
from django.utils import timezone

# Says of a record that it was invented, for good: what is marked so may be taken out again, nothing else.
REASON = "invented for the demonstration"


def first_versions(model: type[models.Model], where: str, ids: Sequence[int], reason: str) -> None:
    """Copies the rows whose column `where` is one of `ids` into the model's history, in one statement."""
    history = model.history.model  # type: ignore[attr-defined]
    own = ["history_date", "history_type", "history_change_reason"]
    quote = connection.ops.quote_name
    copied = [quote(field.column) for field in model._meta.concrete_fields if field.column]
    marks = ",".join(["%s"] * len(ids))
    sql = (
        f"INSERT INTO {quote(history._meta.db_table)} ({', '.join(copied + own)})"  # noqa: S608 - names of the models
        f" SELECT {', '.join(copied)}, %s, %s, %s FROM {quote(model._meta.db_table)} WHERE {quote(where)} IN ({marks})"
    )
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(sql, [now, "+", reason, *ids])
