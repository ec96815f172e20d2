"""Schools, residencies and fellowships that do not exist."""

from __future__ import annotations

import random

from members.invented.chance import maybe

PLACES = (
    "Alderbrook", "Brightwater", "Candlewick", "Dovecote Hill",
    "Eastmere", "Fernhollow", "Goldenrod Valley", "Harrowgate Sound",
    "Ivoryton Lake", "Juniper Bay", "Kestrel Point", "Larchmere",
    "Millrace", "Northwander", "Orchard Plains", "Pinnacle Ridge",
    "Quarry Lake", "Riverbend", "Silverfen", "Thornapple", "Umberland", "Violet Coast", "Westerly Cape", "Yarrowdale",
)  # fmt: skip
SCHOOLS = (
    "{} University School of Medicine",
    "{} College of Medicine",
    "University of {} Medical School",
    "{} Medical College",
)
HOSPITALS = ("{} University Hospitals", "{} Medical Center", "University of {} Health", "{} General Hospital")
CANADIAN_SCHOOLS = ("University of {}, Faculty of Medicine",)
FELLOWSHIPS = {
    "breast": ("Aesthetic breast surgery", "Oncoplastic breast surgery"),
    "body": ("Body contouring after weight loss", "Aesthetic surgery"),
    "face": ("Aesthetic facial surgery", "Rhinoplasty"),
    "skin": ("Laser and skin surgery", "Aesthetic surgery"),
    "general": ("Aesthetic surgery", "Microsurgery"),
    "reconstruction": ("Reconstructive microsurgery", "Lymphatic surgery"),
    "hand": ("Hand and upper limb surgery", "Peripheral nerve surgery"),
    "craniofacial": ("Craniofacial surgery", "Paediatric plastic surgery"),
    "facial-nerve": ("Facial nerve surgery", "Reconstructive microsurgery"),
    "gender": ("Gender-affirming surgery", "Craniofacial surgery"),
    "burns": ("Burn surgery", "Burn and scar reconstruction"),
}
LIKELY_FELLOWS = {"hand", "craniofacial", "reconstruction", "facial-nerve", "gender", "burns"}


def school(rng: random.Random, country: str) -> str:
    return rng.choice(CANADIAN_SCHOOLS if country == "CA" else SCHOOLS).format(rng.choice(PLACES))


def residency(rng: random.Random) -> str:
    way = rng.choice(("Plastic surgery", "Integrated plastic surgery", "General surgery, then plastic surgery"))
    return f"{way}, {rng.choice(HOSPITALS).format(rng.choice(PLACES))}"


def fellowships(rng: random.Random, profile: str) -> list[str]:
    """None, one or two."""
    if not maybe(rng, 0.9 if profile in LIKELY_FELLOWS else 0.35):
        return []
    count = 2 if maybe(rng, 0.08) else 1
    return [f"{what}, {rng.choice(HOSPITALS).format(rng.choice(PLACES))}" for what in FELLOWSHIPS[profile][:count]]
