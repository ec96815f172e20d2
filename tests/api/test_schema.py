from __future__ import annotations

from pathlib import Path

import django_filters
import pytest
import yaml
from django.conf import settings
from django.test import Client
from jsonschema import Draft202012Validator

from directory.api import urls
from directory.api.contract.examples import EXAMPLES
from directory.api.contract.named import SCHEMAS
from directory.api.contract.operations import OPERATIONS
from directory.api.schema import document
from directory.api.searching import OWN
from directory.search.parameters import PARAMETERS
from tests.api.shapes import validator

COMMITTED = Path(settings.BASE_DIR) / "docs" / "openapi.yaml"
REFRESH = "./run manage shell -c 'from directory.api.schema import write; write()'"


def operations() -> dict[str, dict]:
    return {one["get"]["operationId"]: one["get"] for one in document()["paths"].values()}


def test_the_committed_document_is_the_one_that_is_served():
    assert yaml.safe_load(COMMITTED.read_text()) == document(), f"docs/openapi.yaml has drifted: {REFRESH}"


def test_every_route_is_in_the_document():
    assert {route.callback.view_class for route in urls.urlpatterns} == set(OPERATIONS)
    assert set(document()["paths"]) == {
        f"/api/v1/{route.pattern}".replace("<slug:", "{").replace(">", "}") for route in urls.urlpatterns
    }


def test_it_is_openapi_3_1_1():
    assert document()["openapi"] == "3.1.1"
    assert "nullable" not in COMMITTED.read_text()  # what 3.0 said and 3.1 does not know


def test_the_parameters_of_the_search_are_those_that_are_parsed():
    described = {one["name"]: one for one in operations()["searchSurgeons"]["parameters"]}
    assert set(described) == set(PARAMETERS) | set(OWN)
    for name, parameter in PARAMETERS.items():
        schema = described[name]["schema"]
        value = schema["items"] if parameter.repeatable else schema
        assert described[name]["description"] == parameter.help
        assert value.get("enum", []) == list(parameter.choices)
        assert (value.get("minimum"), value.get("maximum")) == (parameter.minimum, parameter.maximum)


@pytest.mark.parametrize("view", [view for view in OPERATIONS if hasattr(view, "filterset")])
def test_the_filters_of_a_list_say_their_own_help(view):
    described = {one["name"]: one["description"] for one in operations()[OPERATIONS[view].id]["parameters"]}
    filters: dict[str, django_filters.Filter] = view.filterset.base_filters
    assert filters
    for name, one in filters.items():
        assert described[name] == one.extra["help_text"]


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_shape_is_a_valid_json_schema(name: str):
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("id", sorted(operations()))
def test_every_operation_with_a_json_answer_has_an_example_that_fits(id: str):
    content = operations()[id]["responses"]["200"]["content"]
    for media, body in content.items():
        if "json" in media and "ndjson" not in media:
            problems = [
                f"{error.json_path}: {error.message[:150]}"
                for error in validator(body["schema"]).iter_errors(EXAMPLES[id][media])
            ]
            assert not problems, "\n".join(problems)
            assert body["example"] == EXAMPLES[id][media]


@pytest.mark.parametrize("id", sorted(operations()))
def test_every_operation_names_its_problems(id: str):
    assert {"200", "304", "400", "406", "429"} <= set(operations()[id]["responses"])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "media"),
    [
        ({}, "application/vnd.oai.openapi+json"),
        ({"format": "yaml"}, "application/vnd.oai.openapi"),
        ({"format": "json"}, "application/vnd.oai.openapi+json"),
    ],
)
def test_the_document_is_served_as_json_or_yaml(client: Client, asked: dict[str, str], media: str):
    response = client.get("/api/schema/", asked)
    assert response["Content-Type"].startswith(media)
    assert yaml.safe_load(response.content) == document()


@pytest.mark.django_db
def test_another_format_is_refused(client: Client):
    assert client.get("/api/schema/?format=xml").json()["errors"][0]["parameter"] == "format"
