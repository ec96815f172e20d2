"""What a process keeps of the read side, refreshed by the revision counters: words, articles and arrays."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field

from django.conf import settings
from django.db import connections, router

from directory.models import Article, Concern, ConcernTreatment, Listing, Procedure, Revision
from directory.search import arrays
from directory.search.result import ArticleLink
from directory.search.vocabulary import read_vocabulary
from directory.search.words import Resolver, Vocabulary

log = logging.getLogger(__name__)
# A site with more listings than this is not read again inside a request: SQL answers while a thread does it.
INLINE_LIMIT = 50_000


@dataclass(frozen=True, slots=True)
class ProcedureNames:
    ordinal: int
    slug: str
    names: dict[str, str]
    category: str

    def name(self, lang: str) -> str:
        return self.names.get(lang) or self.names["en"]


@dataclass(slots=True)
class Words:
    """The vocabulary in memory: the resolver, procedures by ordinal and slug, and each concern's treatments."""

    resolver: Resolver
    by_ordinal: dict[int, ProcedureNames]
    by_slug: dict[str, ProcedureNames]
    concerns: dict[str, tuple[str, ...]]


@dataclass(slots=True)
class Memory:
    """Process-wide; `current()` gives it after comparing the counters, one small query."""

    revisions: dict[str, int] = field(default_factory=dict)
    words: Words | None = None
    articles: tuple[ArticleLink, ...] = ()
    arrays: arrays.Arrays | None = None


_memory = Memory()
_lock = threading.Lock()
_loader: threading.Thread | None = None
_built: tuple[Vocabulary, Resolver] | None = None


def forget() -> None:
    """Drops everything kept; tests call it between databases."""
    global _memory
    _memory = Memory()


def current() -> Memory:
    """The process's memory, right for the revisions that the database shows now."""
    with connections[router.db_for_read(Revision)].cursor() as cursor:
        cursor.execute("SELECT name, value FROM directory_revision")
        now = dict(cursor.fetchall())
    memory = _memory
    if memory.words is None or now != memory.revisions:
        with _lock:
            _refresh(memory, now)
    return memory


def last() -> Memory:
    """What `current()` gave last in this process; for what follows a search in the same request."""
    return _memory if _memory.words else current()


def _refresh(memory: Memory, now: dict[str, int]) -> None:
    def changed(name: str) -> bool:
        return now.get(name, 0) != memory.revisions.get(name, 0)

    if memory.words is None or changed("vocabulary"):
        memory.words = _read_words()
    if changed("articles") or not memory.revisions:
        memory.articles = _read_articles()
    if memory.arrays is None or changed("listings"):
        memory.arrays = None
        _read_arrays(memory)
    memory.revisions = now


def _read_arrays(memory: Memory) -> None:
    global _loader
    count = Listing.objects.count()
    if not settings.SEARCH_ARRAYS_LIMIT or count > settings.SEARCH_ARRAYS_LIMIT:
        return
    if count <= INLINE_LIMIT:
        memory.arrays = arrays.load()
    elif _loader is None or not _loader.is_alive():
        _loader = threading.Thread(target=_read_behind, args=(memory,), daemon=True)
        _loader.start()


def _read_behind(memory: Memory) -> None:
    """Reads the arrays in a thread, again until nothing changed meanwhile, and only then hands them over."""
    try:
        while True:
            before = memory.revisions.get("listings", 0)
            loaded = arrays.load()
            with _lock:
                if memory is not _memory or memory.revisions.get("listings", 0) == before:
                    memory.arrays = loaded
                    return
    finally:
        connections.close_all()


def _resolver(vocabulary: Vocabulary) -> Resolver:
    """Built anew only for a vocabulary that differs from the last one: building takes about a second."""
    global _built
    if _built is None or _built[0] != vocabulary:
        _built = (vocabulary, Resolver(vocabulary))
    return _built[1]


def _read_words() -> Words:
    vocabulary = read_vocabulary()
    names = {(target.kind, target.slug): dict(target.names) for target in vocabulary.targets}
    procedures = [
        ProcedureNames(ordinal, slug, names.get(("procedure", slug), {"en": name}), category)
        for ordinal, slug, name, category in Procedure.objects.values_list("ordinal", "slug", "name", "category__slug")
    ]
    concerns: dict[str, list[str]] = {slug: [] for slug in Concern.objects.values_list("slug", flat=True)}
    through = ConcernTreatment.objects.order_by("concern_id", "position")
    for concern, procedure in through.values_list("concern__slug", "procedure__slug"):
        concerns[concern].append(procedure)
    return Words(
        resolver=_resolver(vocabulary),
        by_ordinal={one.ordinal: one for one in procedures},
        by_slug={one.slug: one for one in procedures},
        concerns={slug: tuple(treatments) for slug, treatments in concerns.items()},
    )


def _read_articles() -> tuple[ArticleLink, ...]:
    articles = Article.objects.published().prefetch_related("treatments", "concerns").defer("html", "source_text")
    return tuple(
        ArticleLink(
            slug=article.slug,
            title=article.title,
            minutes=article.minutes,
            state=article.state,
            reviewed_on=article.reviewed_on.isoformat() if article.reviewed_on else None,
            procedures=frozenset(one.slug for one in article.treatments.all()),
            concerns=frozenset(one.slug for one in article.concerns.all()),
        )
        for article in articles
    )
