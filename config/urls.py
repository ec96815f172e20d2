"""Every address of the service."""

from django.contrib import admin
from django.urls import include, path, re_path

from directory.api.health import healthz, readyz
from directory.api.schema import Docs, Schema
from directory.api.unknown import Unknown

urlpatterns = [
    path("api/v1/", include("directory.api.urls")),
    path("api/schema/", Schema.as_view(), name="api-schema"),
    path("api/docs/", Docs.as_view(), name="api-docs"),
    re_path(r"^api/", Unknown.as_view(), name="api-unknown"),
    path("healthz", healthz),
    path("readyz", readyz),
    path("staff/", admin.site.urls),
    path("", include("directory.pages.urls")),
]
handler400 = "directory.api.problems.bad_request"
