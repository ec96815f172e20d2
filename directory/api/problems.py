"""Every error under /api/ as RFC 9457 problem+json, worded for the person who has to mend the request."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import orjson
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.views import defaults
from rest_framework import exceptions
from rest_framework.response import Response

from directory.api.renderers import PROBLEM
from directory.search.parameters import BadParameters

log = logging.getLogger(__name__)
BAD_PARAMETERS = "tag:surgeon-finder,2026:bad-parameters"


class NotThere(exceptions.NotFound):
    """A record that does not exist, or is not listed: from outside, nobody can tell which."""

    def __init__(self, what: str) -> None:
        super().__init__(f"There is no such {what}.")


def problem(
    status: int, detail: str, request: HttpRequest | None, *, errors: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The body. `instance` is the path alone: what was asked for is not repeated."""
    body: dict[str, Any] = {
        "type": BAD_PARAMETERS if errors else "about:blank",
        "title": "A parameter is not right" if errors else HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    if request is not None:
        body["instance"] = request.path
    if errors:
        body["errors"] = [{"parameter": name, "detail": text} for name, text in errors.items()]
    return body


def handle(error: Exception, context: Mapping[str, Any]) -> Response:
    """The answer to whatever a view raised: DRF's EXCEPTION_HANDLER."""
    request = context.get("request")
    if isinstance(error, BadParameters):
        named = " ".join(f"{name}: {text}" for name, text in error.errors.items())
        body = problem(HTTPStatus.BAD_REQUEST, named, request, errors=error.errors)
    else:
        status, detail = _status_and_detail(error, request)
        body = problem(status, detail, request)
    headers = {"Cache-Control": "no-store"}
    if isinstance(error, exceptions.Throttled):
        headers["Retry-After"] = str(max(1, round(getattr(error, "wait", None) or 1)))
    if isinstance(error, exceptions.MethodNotAllowed):
        headers["Allow"] = "GET, HEAD, OPTIONS"
    return Response(body, status=body["status"], headers=headers, content_type=PROBLEM)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler400: what was refused before any view, such as a host that is not ours."""
    if not request.path.startswith("/api/"):
        return defaults.bad_request(request, exception)
    detail = "This request was refused. Ask this service by its own name, and send only what HTTP allows."
    headers = {"Cache-Control": "no-store", "Access-Control-Allow-Origin": "*"}
    body = problem(HTTPStatus.BAD_REQUEST, detail, request)
    return HttpResponse(orjson.dumps(body), status=HTTPStatus.BAD_REQUEST, content_type=PROBLEM, headers=headers)


def _status_and_detail(error: Exception, request: HttpRequest | None) -> tuple[int, str]:
    if isinstance(error, Http404):
        return HTTPStatus.NOT_FOUND, "There is no such address; /api/docs/ lists all."
    if isinstance(error, PermissionDenied):
        return HTTPStatus.FORBIDDEN, "This is not yours to see."
    if isinstance(error, exceptions.Throttled):
        return error.status_code, "That was more than a minute allows; Retry-After says in how many seconds to go on."
    if isinstance(error, exceptions.APIException):
        return error.status_code, str(error.detail)
    _log(error, request)
    return HTTPStatus.INTERNAL_SERVER_ERROR, "Something broke here; it was noted. Trying again later may help."


def _log(error: Exception, request: HttpRequest | None) -> None:
    """What broke and where, without the error's own words: these may repeat what a patient searched for."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    log.error("%s at %s\n%s", type(error).__name__, request.path if request is not None else "?", frames)
