"""Requests made up from the published document: whatever is asked, the answer is one that it promises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from directory.api.schema import document
from tests.factories import make_article, make_concern, make_surgeon

CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
]


schema = schemathesis.openapi.from_dict(document())


@pytest.fixture
def _one_connection() -> Iterator[None]:
    """Requests of a test live in its transaction, as Django's own test client sees to."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def _records(db: None, settings: Any) -> None:
    settings.API_REQUESTS_PER_MINUTE = 0
    settings.ALLOWED_HOSTS = ["*"]
    make_concern("large-pores", treatments=["chemical-peel"])
    make_article("peels", concerns=["large-pores"])
    for number in range(4):
        make_surgeon(at=(42.1 + number / 10, -87.7))


def has_empty_values(case: Any) -> bool:
    """An empty value counts as not given, as forms send it; the made-up requests take it for a wrong one."""
    values = [value if isinstance(value, list) else [value] for value in (case.query or {}).values()]
    return any(str(one or "").strip() == "" for value in values for one in value or [""])


@schema.parametrize()
@pytest.mark.usefixtures("_one_connection", "_records")
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_one_that_the_document_promises(case: Any):
    response = case.call(
        base_url="http://testserver", app=get_wsgi_application(), headers={"Accept-Encoding": "identity"}
    )
    refused = [] if has_empty_values(case) else [negative_data_rejection]
    case.validate_response(response, checks=[*CHECKS, *refused])
