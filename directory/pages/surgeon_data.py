"""A surgeon's page for machines: schema.org's Physician, holding nothing that the page does not show."""

from __future__ import annotations

from typing import Any

from directory.models import Practice
from directory.pages.surgeon_offers import Group
from directory.pages.surgeon_record import SurgeonRecord


def physician(record: SurgeonRecord, groups: list[Group], url: str) -> dict[str, Any]:
    surgeon = record.surgeon
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Physician",
        "name": ", ".join(filter(None, (surgeon.full_name, surgeon.credentials))),
        "url": url,
        "medicalSpecialty": "https://schema.org/PlasticSurgery",
        "knowsLanguage": surgeon.languages,
        "location": [_place(one) for one in record.practices],
        "availableService": [
            {"@type": "MedicalProcedure", "name": one.name} for group in groups for one in group.treatments
        ],
    }
    main = record.practices[0]
    data["address"] = _address(main)
    if main.phone:
        data["telephone"] = main.phone
    if main.accepting is not None:
        data["isAcceptingNewPatients"] = main.accepting
    if surgeon.npi:
        data["usNPI"] = surgeon.npi
    return data


def _place(practice: Practice) -> dict[str, Any]:
    place = {"@type": "Place", "name": practice.name, "address": _address(practice), "telephone": practice.phone}
    return {key: value for key, value in place.items() if value}


def _address(practice: Practice) -> dict[str, str]:
    address = {
        "@type": "PostalAddress",
        "streetAddress": ", ".join(filter(None, (practice.street, practice.street2))),
        "addressLocality": practice.city,
        "addressRegion": practice.region,
        "postalCode": practice.postal_code,
        "addressCountry": practice.country,
    }
    return {key: value for key, value in address.items() if value}
