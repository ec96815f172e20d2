"""The small town that the browser's journeys happen in."""

from __future__ import annotations

from tests.factories import load_vocabulary, make_article, make_surgeon

TAMPA = (27.95, -82.46)
PORES = ["mesobotox", "chemical-peel"]


def settle() -> None:
    """Three surgeons in Tampa, one in El Paso, and an article about large pores."""
    load_vocabulary()
    said = {"since": 2019, "volume": "50-99"}
    make_surgeon(
        slug="alma-ash", given_name="Alma", family_name="Ash", at=TAMPA, city="Tampa", procedures=PORES, offering=said
    )
    near, far = (27.99, -82.46), (28.05, -82.46)
    make_surgeon(
        slug="bea-birch",
        given_name="Bea",
        family_name="Birch",
        at=near,
        procedures=PORES,
        languages=["en", "es"],
        practices=2,
    )
    make_surgeon(given_name="Cleo", family_name="Cedar", at=far, procedures=["facelift"], accepting=False)
    make_surgeon(given_name="Dora", family_name="Dogwood", at=(31.76, -106.49), city="El Paso", procedures=PORES)
    make_article("large-pores", treatments=PORES, concerns=["large-pores"], title="Large pores, and what helps")
