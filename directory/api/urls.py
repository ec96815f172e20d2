"""The addresses under /api/v1/; each ends in a slash."""

from django.urls import path

from directory.api import searching, suggestions, surgeons

urlpatterns = [
    path("surgeons/", searching.Search.as_view(), name="api-surgeons"),
    path("surgeons/<str:slug>/", surgeons.SurgeonRecord.as_view(), name="api-surgeon"),
    path("suggest/treatments/", suggestions.TreatmentSuggestions.as_view(), name="api-suggest-treatments"),
    path("suggest/places/", suggestions.PlaceSuggestions.as_view(), name="api-suggest-places"),
    path("places/", suggestions.Places.as_view(), name="api-places"),
]
