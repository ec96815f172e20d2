"""Criteria -> SearchResult: the one door to the directory for HTML, REST and FHIR."""
