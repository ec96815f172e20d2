"""The search core, in process: the engines, the whole answer, the hand-written SQL and the usual joins."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from itertools import islice
from typing import Any

from geopy.distance import geodesic

from benchmarks import handwritten
from benchmarks.clock import median_and_p95, milliseconds, table
from benchmarks.peers import PracticeSerializer, usual
from benchmarks.questions import Question, questions
from directory.models import Listing
from directory.places import resolve, suggest
from directory.search import arrays, sql
from directory.search.finder import plan_for, search
from directory.search.memory import Words, current
from directory.search.plan import Found, Plan
from directory.search.understanding import read_place

WORDS = (
    "rhino",
    "botx",
    "large pores",
    "skin hanging after losing 100 pounds",
    "turkey neck",
    "implantes",
    "bbl",
    "lipo",
)
PLACES = ("winn", "beverly hills", "60093", "new yrok", "springfield", "san fran", "toronto", "cinci")


def report(count: int, truth: int) -> None:
    words, loaded = _ready()
    asked = questions(count)
    plans = [plan_for(words, question.criteria, None, read_place(question.criteria)) for question in asked]
    for warm in islice(plans, 50):
        sql.find(warm)
        arrays.find(loaded, warm)
    peers = {
        "page of 20 rows, SQL written by hand": milliseconds(handwritten.page, asked),
        "page, total and facets: arrays": milliseconds(lambda plan: arrays.find(loaded, plan), plans),
        "page, total and facets: SQL engine": milliseconds(sql.find, plans),
        "search(): the whole answer with cards and evidence": milliseconds(lambda one: search(one.criteria), asked),
        "usual joins and serializers: page and total": milliseconds(_usual, asked[: count // 6]),
        "suggest a treatment": milliseconds(words.resolver.suggest, WORDS * 40),
        "suggest a place": milliseconds(suggest, PLACES * 40),
        "resolve a place": milliseconds(resolve, PLACES * 40),
    }
    table(
        ("core, ms", "median", "p95"),
        ((name, *(f"{value:.2f}" for value in median_and_p95(taken))) for name, taken in peers.items()),
    )
    wrong = wrong_pages(asked[:truth], plans[:truth], (sql.find, partial(arrays.find, loaded)))
    print(f"wrong first pages against the WGS84 geodesic: {wrong} of {truth}, either engine")


def _ready() -> tuple[Words, arrays.Arrays]:
    """What a process knows once it is warm; above INLINE_LIMIT a thread reads the arrays, and is waited for."""
    start = time.perf_counter()
    while True:
        memory = current()
        if memory.words is not None and memory.arrays is not None:
            print(f"ready to search in {time.perf_counter() - start:.1f} s")
            return memory.words, memory.arrays
        time.sleep(0.1)


def _usual(question: Question) -> None:
    rows = usual(question.near.lat, question.near.lng, question.radius, question.procedure)
    rows.count()
    PracticeSerializer(rows[:20], many=True).data  # noqa: B018 - reading it is the work


def wrong_pages(asked: list[Question], plans: list[Plan], engines: tuple[Callable[[Plan], Found], ...]) -> int:
    """How many first pages of any engine differ from brute force over every listing with geopy's geodesic."""
    rows = list(Listing.objects.values_list("surgeon_id", "lat", "lng", "family_key", "p0", "p1", "p2", "p3"))
    wrong = 0
    for question, plan in zip(asked, plans, strict=True):
        expected = _by_brute_force(rows, question, plan)
        wrong += any([row.surgeon_id for row in find(plan).rows] != expected for find in engines)
    return wrong


def _by_brute_force(rows: list[tuple[Any, ...]], question: Question, plan: Plan) -> list[int]:
    assert plan.circle  # noqa: S101
    centre = (question.near.lat, question.near.lng)
    degrees = question.radius / 60  # a degree of latitude is 68.7 miles at the least: only to spare geopy the far ones
    nearest: dict[int, tuple[float, bytes, int]] = {}
    for surgeon, lat, lng, family, *masks in rows:
        if abs(lat - centre[0]) > degrees:
            continue
        if any(mask & want != want for mask, want in zip(masks, plan.all_of, strict=True)):
            continue
        metres = geodesic(centre, (lat, lng)).meters
        key = (metres, bytes(family), surgeon)
        if metres <= plan.circle.radius_metres and key < nearest.get(surgeon, (float("inf"), b"", 0)):
            nearest[surgeon] = key
    return [surgeon for *_, surgeon in sorted(nearest.values())][: plan.limit]
