"""Holds an answer to the published schema, more strictly than a client may: nothing undocumented either."""

from __future__ import annotations

from typing import Any

from jsonschema import Draft202012Validator

from directory.api.schema import document

OPEN = ("$ref", "allOf", "properties")


def closed(schema: Any, *, part: bool = False) -> Any:
    """The schema with every object closed to properties that it does not name. `part` is one of an allOf."""
    if isinstance(schema, list):
        return [closed(one, part=part) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {name: _inside(name, value) for name, value in schema.items()}
    if not part and any(name in schema for name in OPEN):
        made["unevaluatedProperties"] = False
    return made


def _inside(name: str, value: Any) -> Any:
    if name == "properties":
        return {key: closed(one) for key, one in value.items()}
    return (
        closed(value, part=name == "allOf")
        if name in ("allOf", "anyOf", "oneOf", "items", "additionalProperties")
        else value
    )


def components() -> dict[str, Any]:
    """The named shapes; only where they are used are they closed."""
    return {name: closed(one, part=True) for name, one in document()["components"]["schemas"].items()}


def validator(schema: dict[str, Any]) -> Draft202012Validator:
    whole = {**closed(schema), "components": {"schemas": components()}}
    return Draft202012Validator(whole)


def assert_fits(answer: Any, shape: str) -> None:
    """Fails with every place where the answer is not of the named shape."""
    found = validator({"$ref": f"#/components/schemas/{shape}"}).iter_errors(answer)
    problems = [f"{error.json_path}: {error.message[:200]}" for error in found]
    assert not problems, "\n".join(problems)
