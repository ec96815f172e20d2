"""Addresses under /api/ that are none."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.urls import resolve
from rest_framework import exceptions
from rest_framework.request import Request

from directory.api.reads import Read


class Unknown(Read):
    """A problem for any address that is none; one that only lacks its last slash is sent on, its query kept."""

    def get(self, request: Request, **captured: str) -> HttpResponse:
        path = request.path
        if not path.endswith("/") and resolve(f"{path}/").url_name != "api-unknown":
            query = request.META.get("QUERY_STRING", "")
            return HttpResponsePermanentRedirect(f"{path}/{'?' if query else ''}{query}")
        raise exceptions.NotFound("There is no such address; /api/docs/ lists all.")
