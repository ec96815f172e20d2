"""The words for procedures and concerns, and the expressions with several meanings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from directory.management.loading.report import Report
from directory.models import AmbiguousMeaning, AmbiguousTerm, Term

Row = tuple[int | None, int | None, str, str, str, int]  # procedure, concern, text, role, language, position
FIELDS = ("procedure_id", "concern_id", "text", "role", "lang", "position")


def load_terms(
    files: dict[str, Any], procedures: Mapping[str, Any], concerns: Mapping[str, Any], report: Report
) -> None:
    """Writes all terms anew where any differs: the resolver reads them in their order in the files."""
    wanted = list(_wanted(files, procedures, concerns))
    there = list(Term.objects.order_by("pk").values_list(*FIELDS))
    if wanted == there:
        report.note("terms", "unchanged", [row[2] for row in wanted])
        return
    Term.objects.all().delete()
    Term.objects.bulk_create([Term(**dict(zip(FIELDS, row, strict=True))) for row in wanted], batch_size=1000)
    before, after = set(there), set(wanted)
    report.note("terms", "created", [row[2] for row in wanted if row not in before])
    report.note("terms", "removed", [row[2] for row in there if row not in after])
    report.note("terms", "unchanged", [row[2] for row in wanted if row in before])
    if before == after:
        report.note("terms", "changed", ["their order"])


def _wanted(files: dict[str, Any], procedures: Mapping[str, Any], concerns: Mapping[str, Any]) -> Iterator[Row]:
    known = files["procedures"]
    for row in known["procedures"]:
        yield from _rows(files, row, row.get("synonyms"), (procedures[row["slug"]].pk, None))
    for row in known["concerns"]:
        yield from _rows(files, row, row.get("also"), (None, concerns[row["slug"]].pk))


def _rows(
    files: dict[str, Any], row: dict[str, Any], synonyms: list[str] | None, target: tuple[int | None, int | None]
) -> Iterator[Row]:
    slug = row["slug"]
    spanish = files["es"][slug]
    words = (
        (Term.Role.NAME, "es", [spanish["name"]]),
        (Term.Role.SYNONYM, "en", synonyms),
        (Term.Role.MISSPELLING, "en", files["procedures"]["misspellings"].get(slug)),
        (Term.Role.PHRASE, "en", files["phrases"][slug]),
        (Term.Role.SYNONYM, "es", spanish.get("synonyms")),
        (Term.Role.PHRASE, "es", spanish.get("phrases")),
    )
    for role, lang, texts in words:
        for place, text in enumerate(texts or ()):
            yield (*target, str(text), role.value, lang, place)


def load_ambiguous(rows: list[dict[str, Any]], procedures: Mapping[str, Any], report: Report) -> None:
    """Makes the expressions with several meanings those of the file; the meanings keep their order."""
    there = {
        one.term: (one.note, [meaning.procedure_id for meaning in one.ambiguousmeaning_set.all()])
        for one in AmbiguousTerm.objects.prefetch_related("ambiguousmeaning_set")
    }
    wanted = {row["term"]: (row.get("note", ""), [procedures[slug].pk for slug in row["means"]]) for row in rows}
    AmbiguousTerm.objects.exclude(term__in=wanted).delete()
    differing = [term for term in wanted if there.get(term) != wanted[term]]
    for term in differing:
        record, _ = AmbiguousTerm.objects.update_or_create(term=term, defaults={"note": wanted[term][0]})
        record.ambiguousmeaning_set.all().delete()
        AmbiguousMeaning.objects.bulk_create(
            AmbiguousMeaning(ambiguous=record, procedure_id=pk, position=place)
            for place, pk in enumerate(wanted[term][1])
        )
    report.note("ambiguous terms", "created", [term for term in differing if term not in there])
    report.note("ambiguous terms", "changed", [term for term in differing if term in there])
    report.note("ambiguous terms", "removed", sorted(there.keys() - wanted.keys()))
    report.note("ambiguous terms", "unchanged", [term for term in wanted if term not in differing])
