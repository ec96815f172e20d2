"""GET surgeons/<slug>/: one record in full."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request

from directory.api import parameters as own
from directory.api.addresses import site
from directory.api.problems import NotThere
from directory.api.reads import Read
from directory.api.records import records
from directory.search.memory import current


class SurgeonRecord(Read):
    """One listed surgeon: offices, what is offered where, training, and the dated evidence."""

    parameters = own.table(own.LANG, own.only_fields("Surgeon"))

    def answer(self, request: Request, asked: dict[str, Any], **captured: str) -> dict[str, Any]:
        slug = captured["slug"]
        self.revisions = current().revisions
        found = records([slug], site=site(request), lang=self.lang)
        if slug not in found:
            raise NotThere("listed surgeon")
        return own.only(found[slug], asked["fields"])
