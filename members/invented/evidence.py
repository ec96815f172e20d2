"""The certificates behind a listing, with dates counted back from the day they are invented."""

from __future__ import annotations

import datetime as dt
import random

from members.invented import abroad
from members.invented.chance import days_before, maybe
from members.invented.person import Certified

LIFETIME_BEFORE = 1995  # ABPS certificates issued since then run ten years
HAND_ONLY_SINCE = dt.date(2025, 3, 1)
HEAD_NECK_SINCE = 2023
STAFF = "Society staff"
LOOKUP = {
    "abps": "American Board of Plastic Surgery, certification lookup",
    "rcpsc": "Royal College of Physicians and Surgeons of Canada, directory",
    "cmq": "Collège des médecins du Québec, directory",
}
SECOND_BOARDS = {"face": "aboto", "facial-nerve": "aboto", "craniofacial": "aboto", "skin": "abd", "general": "abcs",
                 "body": "abcs"}  # fmt: skip


def first_issued(rng: random.Random, since: int, day: dt.date) -> dt.date:
    """The day of a first certificate: one to three years into practice, and a quarter of a year ago at least."""
    issued = dt.date(since + rng.randint(1, 2), rng.choice((5, 11, 12)), rng.randint(1, 28))
    return min(issued, day - dt.timedelta(days=rng.randint(90, 200)))


def ten_years(rng: random.Random, issued: dt.date, day: dt.date) -> dt.date | None:
    """The last day of the current ten-year period; most of those that end soon have been renewed."""
    if issued.year < LIFETIME_BEFORE:
        return None
    end = dt.date(issued.year + 10, 12, 31)
    while end < day or (end.year == day.year and maybe(rng, 0.8)):
        end = end.replace(year=end.year + 10)
    return end


def main(rng: random.Random, *, country: str, region: str, city: str, since: int, day: dt.date) -> Certified:
    """The certificate that a listing rests on: ABPS at home, RCPSC or CMQ in Canada, the society's own abroad."""
    issued = first_issued(rng, since, day)
    board = "abps" if country == "US" else "rcpsc" if country == "CA" else "national"
    if region == "QC" and maybe(rng, 0.7):
        board = "cmq"
    society = abroad.BY_CITY[city].society if board == "national" else ""
    return Certified(
        board=board,
        board_name=society,
        certificate="plastic-surgery",
        number=f"DEMO-{rng.randint(0, 99999):05}",
        first_issued=issued,
        expires=ten_years(rng, issued, day) if board == "abps" else None,
        source=LOOKUP.get(board, f"Written word of {society}"),
        verified_on=days_before(rng, day, 3, 80),
        verified_by=STAFF,
    )


def hand_only(rng: random.Random, certificate: Certified, day: dt.date) -> None:
    """Turns an ABPS certificate into one for the hand alone, which there is since 2025."""
    latest = max(1, (day - HAND_ONLY_SINCE).days - 90)
    certificate.certificate = "hand"
    certificate.first_issued = HAND_ONLY_SINCE + dt.timedelta(days=rng.randint(0, latest))
    certificate.expires = dt.date(certificate.first_issued.year + 10, 12, 31)


def more(rng: random.Random, profile: str, base: Certified, day: dt.date) -> list[Certified]:
    """Subspecialty certificates of the same board, and now and then another board's, labelled as such."""
    made = []
    if base.board == "abps" and base.certificate == "plastic-surgery":
        if profile == "hand" and maybe(rng, 0.6):
            made.append(_sub(rng, "hand", base, day, not_before=1990))
        if profile in ("craniofacial", "facial-nerve", "face") and maybe(rng, 0.2):
            made.append(_sub(rng, "head-and-neck", base, day, not_before=HEAD_NECK_SINCE))
    if base.board == "abps" and profile in SECOND_BOARDS and maybe(rng, 0.06):
        made.append(_other(rng, SECOND_BOARDS[profile], base, day))
    if profile == "face" and base.board == "abps" and maybe(rng, 0.02):
        made.append(_other(rng, "abfprs", base, day))
    return made


def _sub(rng: random.Random, certificate: str, base: Certified, day: dt.date, *, not_before: int) -> Certified:
    assert base.first_issued  # noqa: S101 - every invented certificate has its day
    year = min(day.year - 1, max(base.first_issued.year + 1, not_before))
    issued = dt.date(year, rng.choice((9, 10, 11)), rng.randint(1, 28))
    end = dt.date(issued.year + 10, 12, 31)
    while end < day:
        end = end.replace(year=end.year + 10)
    return Certified(
        board="abps", certificate=certificate, number=f"DEMO-{rng.randint(0, 99999):05}", first_issued=issued,
        expires=end, source=base.source, verified_on=base.verified_on, verified_by=STAFF,
    )  # fmt: skip


def _other(rng: random.Random, board: str, base: Certified, day: dt.date) -> Certified:
    return Certified(
        board=board, certificate="other", expires=dt.date(day.year + rng.randint(1, 9), 12, 31),
        source="The board's own directory", verified_on=base.verified_on, verified_by=STAFF,
    )  # fmt: skip
