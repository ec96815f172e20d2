"""What all reads share: parameters first, then freshness, then the answer, and the headers on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from rest_framework import exceptions
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from directory.api import freshness
from directory.api.deprecation import Deprecation
from directory.api.languages import accepted
from directory.api.parameters import LANG, read, table
from directory.api.throttles import Allowance, PerMinute
from directory.search.memory import current
from directory.search.parameters import Parameter

READ_BY_ANY_SITE = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified, Content-Language, Link, Retry-After, RateLimit-Limit, "
    "RateLimit-Remaining, RateLimit-Reset, RateLimit-Policy, Snapshot-Cursor, Deprecation, Sunset",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-Modified-Since, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


class Negotiation(DefaultContentNegotiation):
    """DRF's, with the usual cases answered at once; `format=` is a parameter like any other, read by its view."""

    def select_renderer(self, request: Request, renderers: Any, format_suffix: str | None = None) -> Any:
        accept = request.META.get("HTTP_ACCEPT", "*/*")
        if accept in ("*/*", "", "application/json"):
            return renderers[0], renderers[0].media_type
        for media in self.get_accept_list(request):
            for renderer in renderers:
                if _accepts(media, renderer.media_type):
                    return renderer, renderer.media_type
        raise exceptions.NotAcceptable(available_renderers=list(renderers))


def _accepts(media: str, offered: str) -> bool:
    kind = media.partition(";")[0].strip().lower()
    return kind in ("*/*", offered, f"{offered.partition('/')[0]}/*")


class Read(APIView):
    """A GET that anyone may send. Subclasses say which `parameters` they take and `answer` with plain values.

    `answer` sets `self.revisions` where it read them itself, and `self.keep` to False where the answer must not be
    kept because asking again may help.
    """

    http_method_names = ["get", "head", "options"]
    throttle_classes = [PerMinute]
    content_negotiation_class = Negotiation
    parameters: ClassVar[Mapping[str, Parameter]] = table(LANG)
    required: ClassVar[Iterable[str]] = ()
    captures: ClassVar[Mapping[str, Iterable[str]]] = {}  # parts of the address and the words they may be
    deprecated: ClassVar[Deprecation | None] = None
    max_age: ClassVar[int] = 60  # seconds; who is taken off the list is gone within a minute

    lang = "en"
    revisions: Mapping[str, int] | None = None
    keep = True
    allowance: Allowance | None = None

    def answer(self, request: Request, asked: Any, **captured: str) -> Any:
        raise NotImplementedError

    def read_parameters(self, request: Request) -> Any:
        """The values asked with; raises BadParameters."""
        return read(request.GET, self.parameters, required=self.required)

    def get(self, request: Request, **captured: str) -> HttpResponseBase:
        asked = self.read_parameters(request)
        self.lang = request.GET.get("lang") or accepted(request)
        if known := request.META.get("HTTP_IF_NONE_MATCH"):
            self.revisions = current().revisions
            if freshness.names(known, freshness.tag(self.revisions, request, self.lang)):
                return self._stamp(request, Response(status=304))
        made = self.answer(request, asked, **captured)
        response = made if isinstance(made, HttpResponseBase) else Response(made)
        return self._stamp(request, response)

    def _stamp(self, request: Request, response: HttpResponseBase) -> HttpResponseBase:
        """The headers by which a cache knows how long the answer holds; a 304 where the asker's copy still does."""
        response["Content-Language"] = self.lang
        if not self.keep:
            response["Cache-Control"] = "no-store"
            return response
        revisions = self.revisions if self.revisions is not None else current().revisions
        modified = freshness.modified(revisions)
        known = request.META.get("HTTP_IF_MODIFIED_SINCE")
        if known and "HTTP_IF_NONE_MATCH" not in request.META and freshness.since(known, modified):
            response = Response(status=304, headers={"Content-Language": self.lang})
        response["ETag"] = freshness.tag(revisions, request, self.lang)
        response["Last-Modified"] = freshness.date(modified)
        response["Cache-Control"] = f"public, max-age={self.max_age}"
        return response

    def options(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Response:
        """For browsers that ask before they ask; says nothing that the schema does not."""
        return Response(status=204, headers={"Allow": "GET, HEAD, OPTIONS", **PREFLIGHT})

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)
        for name, value in READ_BY_ANY_SITE.items():
            response[name] = value
        if self.deprecated:
            for name, value in self.deprecated.headers.items():
                response[name] = value
        if self.allowance:
            for name, value in self.allowance.headers.items():
                response[name] = value
        if request.method in ("GET", "HEAD"):  # a 304 must vary as its 200 does, which the gzip middleware cannot know
            named = ["Accept-Encoding"] if request.GET.get("lang") else ["Accept-Language", "Accept-Encoding"]
            patch_vary_headers(response, named)
        return response
