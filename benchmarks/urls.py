"""The service's addresses, and the peers it is measured against on the same server."""

from django.urls import include, path

from benchmarks.peers import HelloView, UsualView

urlpatterns = [
    path("bench/hello/", HelloView.as_view()),
    path("bench/usual/", UsualView.as_view()),
    path("", include("config.urls")),
]
