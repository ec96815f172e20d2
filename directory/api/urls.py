"""The addresses under /api/v1/; each ends in a slash but those of files."""

from django.urls import path

from directory.api import articles, changes, exports, sandbox, searching, suggestions, surgeons, vocabulary

urlpatterns = [
    path("surgeons/", searching.Search.as_view(), name="api-surgeons"),
    path("surgeons/<slug:slug>/", surgeons.SurgeonRecord.as_view(), name="api-surgeon"),
    path("treatments/", vocabulary.Treatments.as_view(), name="api-treatments"),
    path("treatments/<slug:slug>/", vocabulary.Treatment.as_view(), name="api-treatment"),
    path("concerns/", vocabulary.Concerns.as_view(), name="api-concerns"),
    path("concerns/<slug:slug>/", vocabulary.OneConcern.as_view(), name="api-concern"),
    path("articles/", articles.Articles.as_view(), name="api-articles"),
    path("articles/<slug:slug>/", articles.OneArticle.as_view(), name="api-article"),
    path("suggest/treatments/", suggestions.TreatmentSuggestions.as_view(), name="api-suggest-treatments"),
    path("suggest/places/", suggestions.PlaceSuggestions.as_view(), name="api-suggest-places"),
    path("places/", suggestions.Places.as_view(), name="api-places"),
    path("changes/", changes.Changes.as_view(), name="api-changes"),
    path("export/surgeons.ndjson", exports.NDJSONExport.as_view(), name="api-export-ndjson"),
    path("export/surgeons.csv", exports.CSVExport.as_view(), name="api-export-csv"),
    path("sandbox/<slug:outcome>/surgeons/", sandbox.Sandbox.as_view(), name="api-sandbox"),
]
