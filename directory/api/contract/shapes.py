"""JSON Schema by short words. Every property of an object is always there; what may be missing is null."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Schema = dict[str, Any]


def text(description: str = "", **more: Any) -> Schema:
    return {"type": "string"} | ({"description": description} if description else {}) | more


def number(description: str = "", **more: Any) -> Schema:
    return {"type": "number"} | ({"description": description} if description else {}) | more


def whole(description: str = "", **more: Any) -> Schema:
    return {"type": "integer"} | ({"description": description} if description else {}) | more


def yes(description: str = "") -> Schema:
    return {"type": "boolean"} | ({"description": description} if description else {})


def day(description: str = "") -> Schema:
    return text(description, format="date")


def link(description: str = "") -> Schema:
    return text(description, format="uri")


def one_of(values: Iterable[str], description: str = "") -> Schema:
    return text(description, enum=list(values))


def many(items: Schema, description: str = "") -> Schema:
    return {"type": "array", "items": items} | ({"description": description} if description else {})


def counts(description: str) -> Schema:
    return {"type": "object", "additionalProperties": {"type": "integer"}, "description": description}


def thing(description: str = "", /, **properties: Schema) -> Schema:
    shape: Schema = {"type": "object", "required": list(properties), "properties": properties}
    return shape | ({"description": description} if description else {})


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def or_null(schema: Schema) -> Schema:
    """The same, or null."""
    if "$ref" in schema or "enum" in schema:
        return {"oneOf": [schema, {"type": "null"}]}
    return schema | {"type": [schema["type"], "null"]}


def both(name: str, /, **properties: Schema) -> Schema:
    """All of a named shape, and these properties beside it."""
    return {"allOf": [ref(name), thing(**properties)]}
