"""GET /api/schema/ and /api/docs/: the contract for programs, and the same to read and try."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.conf import settings
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiJsonRenderer, OpenApiYamlRenderer
from drf_spectacular.views import SpectacularSwaggerSplitView
from rest_framework.request import Request
from rest_framework.response import Response

from directory.api.parameters import chosen, table
from directory.api.reads import Read
from directory.api.renderers import PROBLEM, JSONRenderer
from directory.search.parameters import Parameter

FORMATS = ("json", "yaml")
FORMAT = Parameter(name="format", help="json or yaml.", read=chosen(FORMATS), choices=FORMATS)


@lru_cache(maxsize=1)
def document() -> dict[str, Any]:
    """The OpenAPI document; the same for everybody, so made once."""
    made: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    return made


def write() -> None:
    """Puts the document into docs/openapi.yaml, where it is committed."""
    text = OpenApiYamlRenderer().render(document(), renderer_context={})  # type: ignore[no-untyped-call]
    (settings.BASE_DIR / "docs" / "openapi.yaml").write_bytes(text)


class Schema(Read):
    """The OpenAPI 3.1 document, as JSON unless YAML is asked for."""

    renderer_classes = [OpenApiJsonRenderer, OpenApiYamlRenderer]
    parameters = table(FORMAT)
    max_age = 3600

    def answer(self, request: Request, asked: dict[str, Any], **captured: str) -> Response:
        if asked["format"]:
            wanted = OpenApiYamlRenderer if asked["format"] == "yaml" else OpenApiJsonRenderer
            request.accepted_renderer, request.accepted_media_type = wanted(), wanted.media_type
        return Response(document())


class Docs(SpectacularSwaggerSplitView):
    """Swagger UI from our own files."""

    url_name = "api-schema"
    template_name = "api/docs.html"
    template_name_js = "api/docs.js"

    def handle_exception(self, exc: Exception) -> Response:
        """A problem like any other; this view's own renderer could only write pages."""
        self.request.accepted_renderer, self.request.accepted_media_type = JSONRenderer(), PROBLEM
        return super().handle_exception(exc)
