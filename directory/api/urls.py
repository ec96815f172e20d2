"""Stub."""
urlpatterns = []
