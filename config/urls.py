"""Every address of the service."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("api/v1/", include("directory.api.urls")),
    path("staff/", admin.site.urls),
    path("", include("directory.pages.urls")),
]
