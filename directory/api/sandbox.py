"""GET sandbox/<outcome>/surgeons/: a fixed answer of each kind, so that a program can be tried on all of them."""

from __future__ import annotations

import orjson
from django.http import HttpResponse
from rest_framework import exceptions
from rest_framework.request import Request

from directory.api import addresses
from directory.api.contract.examples import SITE
from directory.api.contract.fixed import ANSWERS
from directory.api.reads import Read
from directory.api.renderers import JSONRenderer
from directory.search.criteria import Criteria
from directory.search.parameters import PARAMETERS, parse

TOO_MANY = "too_many_requests"
WAIT_SECONDS = 30
OUTCOMES = (*ANSWERS, TOO_MANY)


class Sandbox(Read):
    """A fixed answer for the outcome. Takes the search's parameters, and refuses wrong ones, but answers the same."""

    parameters = PARAMETERS
    captures = {"outcome": OUTCOMES}
    max_age = 3600

    def read_parameters(self, request: Request) -> Criteria:
        return parse(request.GET)

    def answer(self, request: Request, asked: Criteria, **captured: str) -> HttpResponse:
        outcome = captured["outcome"]
        if outcome == TOO_MANY:
            raise exceptions.Throttled(wait=WAIT_SECONDS)
        if outcome not in ANSWERS:
            raise exceptions.NotFound(f"There is no such outcome. Use: {', '.join(OUTCOMES)}.")
        self.keep = outcome != "geocoder_down"
        text = orjson.dumps(ANSWERS[outcome]).replace(SITE.encode(), addresses.site(request).encode())
        return HttpResponse(text, content_type=JSONRenderer.media_type)
