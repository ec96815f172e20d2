"""JSON Schema by short words. Every property of an object is always there; what may be missing is null."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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


def with_optional(optional: dict[str, Schema], description: str, /, **properties: Schema) -> Schema:
    """A thing with properties beside the others that are there only when they are asked for."""
    shape = thing(description, **properties)
    return shape | {"properties": properties | optional}


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


def properties(schema: Schema, named: Mapping[str, Schema]) -> dict[str, tuple[Schema, bool]]:
    """Every property of an object, those of the shapes that it builds on included, and whether it is always there."""
    if "$ref" in schema:
        return properties(named[schema["$ref"].rpartition("/")[2]], named)
    found: dict[str, tuple[Schema, bool]] = {}
    for part in schema.get("allOf", ()):
        found |= properties(part, named)
    required = schema.get("required", ())
    return found | {name: (shape, name in required) for name, shape in schema.get("properties", {}).items()}


def sparse(
    schema: Schema, named: Mapping[str, Schema], *, swap: Mapping[str, str] | None = None, always: bool = False
) -> Schema:
    """The same object of which only the slug must be there, or `always` all; references are changed as `swap` says."""
    known = properties(schema, named)
    required = [name for name, (_, there) in known.items() if there and (always or name == "slug")]
    shapes = {name: _swapped(shape, swap or {}) for name, (shape, _) in known.items()}
    words = {"description": "Only the fields that were asked for."}
    return {"type": "object", **words, "required": required, "properties": shapes}


def _swapped(schema: Any, swap: Mapping[str, str]) -> Any:
    if isinstance(schema, list):
        return [_swapped(one, swap) for one in schema]
    if not isinstance(schema, dict):
        return schema
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    return ref(swap[name]) if name in swap else {key: _swapped(value, swap) for key, value in schema.items()}


def either(name: str, other: str) -> Schema:
    """One of two named shapes; an answer may be both."""
    return {"anyOf": [ref(name), ref(other)]}
