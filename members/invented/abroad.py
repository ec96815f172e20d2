"""A few cities abroad: their societies, what is spoken there, and telephone numbers kept for fiction."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Abroad:
    """A city abroad. In `phone`, x stands for a digit; empty where no range is documented as fictitious."""

    city: str
    country: str
    lat: float
    lng: float
    society: str
    languages: tuple[str, ...]
    phone: str = ""


# Ranges: Ofcom "Telephone numbers for use in TV and radio drama programmes"; ACMA "Phone numbers for use in TV shows,
# films and creative works"; Arcep decision 2018-0881 (01 99 00); Bundesnetzagentur,
# "Rufnummern für Medienproduktionen".
CITIES = (
    Abroad(city="London", country="GB", lat=51.50853, lng=-0.12574, languages=("en",), phone="+442079460xxx",
           society="the British Association of Plastic, Reconstructive and Aesthetic Surgeons"),
    Abroad(city="Mexico City", country="MX", lat=19.42847, lng=-99.12766, languages=("es", "en"),
           society="the Asociación Mexicana de Cirugía Plástica, Estética y Reconstructiva"),
    Abroad(city="São Paulo", country="BR", lat=-23.5475, lng=-46.63611, languages=("pt", "en"),
           society="the Sociedade Brasileira de Cirurgia Plástica"),
    Abroad(city="Madrid", country="ES", lat=40.4165, lng=-3.70256, languages=("es", "en"),
           society="the Sociedad Española de Cirugía Plástica, Reparadora y Estética"),
    Abroad(city="Sydney", country="AU", lat=-33.86785, lng=151.20732, languages=("en",), phone="+61255500xxx",
           society="the Australian Society of Plastic Surgeons"),
    Abroad(city="Seoul", country="KR", lat=37.566, lng=126.9784, languages=("ko", "en"),
           society="the Korean Society of Plastic and Reconstructive Surgeons"),
    Abroad(city="Tokyo", country="JP", lat=35.6895, lng=139.69171, languages=("ja", "en"),
           society="the Japan Society of Plastic and Reconstructive Surgery"),
    Abroad(city="Dubai", country="AE", lat=25.07725, lng=55.30927, languages=("ar", "en", "ur"),
           society="the Emirates Plastic Surgery Society"),
    Abroad(city="Paris", country="FR", lat=48.85341, lng=2.3488, languages=("fr", "en"), phone="+33199000xxx",
           society="the Société Française de Chirurgie Plastique, Reconstructrice et Esthétique"),
    Abroad(city="Berlin", country="DE", lat=52.52437, lng=13.41053, languages=("de", "en"), phone="+493023125xxx",
           society="the Deutsche Gesellschaft der Plastischen, Rekonstruktiven und Ästhetischen Chirurgen"),
    Abroad(city="Bogotá", country="CO", lat=4.60971, lng=-74.08175, languages=("es", "en"),
           society="the Sociedad Colombiana de Cirugía Plástica, Estética y Reconstructiva"),
    Abroad(city="Istanbul", country="TR", lat=41.01384, lng=28.94966, languages=("tr", "en"),
           society="the Turkish Society of Plastic, Reconstructive and Aesthetic Surgeons"),
)  # fmt: skip
BY_CITY = {one.city: one for one in CITIES}


def phone(rng: random.Random, pattern: str) -> str:
    return "".join(str(rng.randint(0, 9)) if char == "x" else char for char in pattern)
