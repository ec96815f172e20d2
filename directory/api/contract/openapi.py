"""Makes the OpenAPI document from the views' own tables: nothing is described twice."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, cast

import django_filters
from drf_spectacular.openapi import AutoSchema

from directory.api.contract.examples import EXAMPLES
from directory.api.contract.named import SCHEMAS
from directory.api.contract.operations import OPERATIONS, TAGS, Operation
from directory.api.contract.shapes import Schema, one_of, ref, text
from directory.api.parameters import List
from directory.api.reads import Read
from directory.api.renderers import PROBLEM
from directory.search.parameters import Parameter

PROBLEMS = {
    HTTPStatus.BAD_REQUEST: "A parameter is unknown or not right; `errors` names each.",
    HTTPStatus.NOT_FOUND: "There is no such record, or it is not listed.",
    HTTPStatus.NOT_ACCEPTABLE: "None of the media types in Accept is offered here.",
    HTTPStatus.TOO_MANY_REQUESTS: "More than a minute allows; Retry-After says in how many seconds to go on.",
}
HEADERS = {
    "ETag": "Send it back as If-None-Match: 304 while nothing has changed.",
    "Last-Modified": "Send it back as If-Modified-Since.",
    "Cache-Control": "How many seconds a copy may be used unasked.",
    "Content-Language": "The language of the names.",
    "RateLimit-Limit": "Requests a minute.",
    "RateLimit-Remaining": "Requests left in this minute.",
    "RateLimit-Reset": "Seconds until all are allowed again.",
}


class ReadSchema(AutoSchema):
    """One operation; everything that is not a Read of our table is left out."""

    @property
    def read(self) -> Read:
        return cast(Read, self.view)

    @property
    def operation(self) -> Operation:
        return OPERATIONS[type(self.read)]

    def is_excluded(self) -> bool:
        return type(self.view) not in OPERATIONS

    def get_operation_id(self) -> str:
        return self.operation.id

    def get_tags(self) -> list[str]:
        return [self.operation.tag]

    def get_summary(self) -> str:
        return self.get_description().split(". ")[0].split(": ")[0].rstrip(".")

    def is_deprecated(self) -> bool:
        return self.read.deprecated is not None

    def get_auth(self) -> list[Schema]:
        return []

    def _get_parameters(self) -> list[Schema]:
        known = [parameter_schema(one) for one in self.read.parameters.values()]
        filters = getattr(self.view, "filterset", None)
        known += [filter_schema(name, one) for name, one in filters.base_filters.items()] if filters else []
        for one in known:
            one["required"] = one["name"] in self.read.required
        if "{slug}" in self.path:
            slug = {"name": "slug", "in": "path", "required": True, "schema": text(pattern="^[-a-zA-Z0-9_]+$")}
            known.append(slug | {"description": "A slug as the lists give it."})
        for name, words in self.read.captures.items():
            known.append({"name": name, "in": "path", "required": True, "schema": one_of(words)})
        return sorted(known, key=lambda one: (one["in"] != "path", not one["required"], one["name"]))

    def _get_response_bodies(self, direction: Any = "response") -> Schema:
        operation = self.operation
        content: dict[str, Any] = {media: {"schema": shape} for media, shape in operation.shapes.items()}
        for media, example in EXAMPLES.get(operation.id, {}).items():
            content[media]["example"] = example
        headers = {name: {"description": words, "schema": text()} for name, words in HEADERS.items()}
        headers |= {name: {"schema": shape} for name, shape in operation.headers.items()}
        bodies: Schema = {
            "200": {"description": self.get_summary(), "headers": headers, "content": content},
            "304": {"description": "Nothing has changed since the copy that the asker has."},
        }
        for status in PROBLEMS:
            if status != HTTPStatus.NOT_FOUND or "{" in self.path:
                bodies[str(int(status))] = {"$ref": f"#/components/responses/{_name(status)}"}
        return bodies


def parameter_schema(parameter: Parameter) -> Schema:
    """A parameter of the search, or of another read that has such a table."""
    value: Schema = {"type": parameter.type}
    if parameter.choices:
        value["enum"] = list(parameter.choices)
    for name in ("default", "minimum", "maximum"):
        if (limit := getattr(parameter, name)) is not None:
            value[name] = limit
    described = {"name": parameter.name, "in": "query", "description": parameter.help, "allowEmptyValue": True}
    if isinstance(parameter, List):
        return described | {"schema": {"type": "array", "items": value}, "explode": False, "style": "form"}
    if parameter.repeatable:
        return described | {"schema": {"type": "array", "items": value}, "explode": True, "style": "form"}
    return described | {"schema": value}


def filter_schema(name: str, one: django_filters.Filter) -> Schema:
    """A filter of a list; its help_text is what it says."""
    value: Schema = {"type": "string"}
    if choices := one.extra.get("choices"):
        value["enum"] = [key for key, _ in choices]
    return {
        "name": name,
        "in": "query",
        "description": one.extra["help_text"],
        "allowEmptyValue": True,
        "schema": value,
    }


def components(result: Schema, generator: Any, **rest: Any) -> Schema:
    """The shapes, problems and tags: a postprocessing hook of drf-spectacular."""
    result["components"] = {
        "schemas": dict(sorted(SCHEMAS.items())),
        "responses": {
            _name(status): {"description": words, "content": {PROBLEM: {"schema": ref("Problem")}}}
            for status, words in PROBLEMS.items()
        },
    }
    result["tags"] = TAGS
    result["servers"] = [{"url": "/", "description": "The service that gave this document."}]
    result["security"] = []  # reading needs no key
    return result


def _name(status: HTTPStatus) -> str:
    return status.phrase.title().replace(" ", "")
