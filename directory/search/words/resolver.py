"""Understands the words a patient types for a treatment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from directory.search.words.folding import GRAMMAR, bag, fold, only_filler, stem, without_filler
from directory.search.words.grams import Features, read_alike
from directory.search.words.lists import read_lines
from directory.search.words.meaning import Likeness, Meaning
from directory.search.words.model import Ambiguous, How, Match, Reading, Vocabulary
from directory.search.words.names import Entry, Names, entries_of
from directory.search.words.spelling import Spelling

SURE = 0.20  # meaning score from which a text counts as understood; calibrated on tests/search/words/negatives.tsv
NEAR = 0.09  # and from which a target is worth showing
# And from which it is worth naming beside a name that was understood exactly, though neither treats the other:
# of what scores less, most has nothing to do with the name.
CLOSE = 0.28
BEGUN = 0.96  # the score of a name that is typed in part
MOST = 7
SHARED = {
    "en": "{all} treatments and concerns have the word in their name",
    "es": "{all} tratamientos y molestias llevan la palabra en el nombre",
}
FIRST = {"en": "these are the first {some}", "es": "estos son los {some} primeros"}

Candidate = tuple[int, str, float, How]  # target number, words that matched, score, how


class Resolver:
    """Built once a process (half a second) and read-only after, so threads may share it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._targets = vocabulary.targets
        numbers = {(target.kind, target.slug): number for number, target in enumerate(self._targets)}
        self._slugs = {target.slug: number for number, target in enumerate(self._targets)}
        entries = [
            entry
            for number, target in enumerate(self._targets)
            for name in target.names.values()
            for entry in entries_of(number, name, "name")
        ]
        entries += [
            entry
            for term in vocabulary.terms
            for entry in entries_of(numbers[term.kind, term.slug], term.text, term.role)
        ]
        entries.sort(key=lambda entry: entry.target)
        self._treats = {(target.slug, slug) for target in self._targets for slug in target.treated_by}
        self._entries = entries
        self._names = Names(entries)
        self._spelling = Spelling(
            (word for e in entries if e.role in ("name", "synonym") for word in e.folded.split()),
            (word for e in entries if e.role != "misspelling" for word in e.folded.split()),
        )
        # What is asked of other doctors is one more target, which nobody is shown.
        phrases = [(e.target, without_filler(e.folded)) for e in entries]
        self._others = dict.fromkeys(without_filler(fold(line)) for line in read_lines("elsewhere"))
        phrases += [(len(self._targets), line) for line in self._others]
        self._meaning = Meaning(phrases, Features(read_alike()))
        self._ambiguous: dict[str, tuple[Ambiguous, tuple[int, ...]]] = {}
        for term in vocabulary.ambiguous:
            means = tuple(numbers["procedure", slug] for slug in term.means)
            for key in {fold(term.term), "#" + bag(fold(term.term))}:
                self._ambiguous[key] = term, means

    def read(self, text: str, *, lang: str = "en") -> Reading:
        """What a finished text means."""
        folded = fold(text)
        if only_filler(folded) and not self._names.exact(folded):
            return Reading(text=text, outcome="empty")
        likes = self._likes(folded)
        likely = self._matches(folded, lang, likes, first=self._slugs.get(text.strip()))
        matches = tuple(likely[:MOST])
        if ambiguous := self._several(folded):
            term, means = ambiguous
            if len(means) > 1:
                offered = tuple(m for m in matches if self._is(m, means))
                return Reading(text=text, outcome="ambiguous", how="exact", matches=offered, note=term.note)
        if not matches or matches[0].score < SURE or self._elsewhere(folded, matches[0], likes):
            return Reading(text=text, outcome="unknown", matches=matches)
        if len(fitting := _sharing(folded, likely)) > 1:
            note = _shared(len(fitting), lang)
            return Reading(text=text, outcome="ambiguous", how="exact", matches=fitting[:MOST], note=note)
        if matches[0].score > BEGUN:
            matches = tuple(m for m in matches if m.score >= CLOSE or self._go_together(matches[0], m))
        return Reading(text=text, outcome="found", how=matches[0].how, matches=matches)

    def suggest(self, text: str, *, limit: int = MOST, lang: str = "en") -> list[Match]:
        """The likeliest targets of a text that may still be growing, best first."""
        folded = fold(text)
        return self._matches(folded, lang, self._likes(folded))[:limit] if folded else []

    def _matches(self, folded: str, lang: str, likes: Sequence[Likeness], *, first: int | None = None) -> list[Match]:
        """Best first; `first` is the target whose slug the text is, if it is one."""
        found: dict[int, Match] = {}
        named: list[Candidate] = [] if first is None else [(first, self._targets[first].name(lang), 1.0, "exact")]
        for number, matched, score, how in chain(named, self._candidates(folded, likes)):
            if number not in found:
                target = self._targets[number]
                found[number] = Match(
                    kind=target.kind, slug=target.slug, name=target.name(lang), matched=matched, score=score, how=how
                )
        return list(found.values())

    def _candidates(self, folded: str, likes: Sequence[Likeness]) -> Iterator[Candidate]:
        """Best first; a target may come again."""
        if ambiguous := self._several(folded):
            term, means = ambiguous
            yield from ((number, term.term, 1.0, "exact") for number in means)
        corrected = self._spelling.correct(folded)
        exact = self._names.exact(folded)
        said = [entry for entry in exact if entry.role != "phrase"]
        slipped = [] if exact else self._slipped(folded, corrected)
        yield from (_named(entry, "exact") for entry in said)
        yield from (_named(entry, "misspelling") for entry in slipped)
        yield from self._begun(folded, known=bool(exact or slipped))
        yield from (_named(entry, "meaning") for entry in exact if entry.role == "phrase")
        yield from self._like(likes)

    def _slipped(self, folded: str, corrected: str) -> list[Entry]:
        """Names of which the text is a misspelling."""
        found = self._names.exact(corrected) if corrected != folded else []
        return [entry for entry in found if entry.role != "phrase"] or self._names.nearly(folded)

    def _begun(self, folded: str, *, known: bool) -> Iterator[Candidate]:
        """Names that the text begins, the words before the last put right if it must be."""
        begun = self._names.begun(folded)
        for entry in begun:
            yield entry.target, entry.text, BEGUN, "misspelling" if entry.role == "misspelling" else "exact"
        if not known and not begun and (typed := self._spelling.correct_finished(folded)) != folded:
            yield from ((entry.target, entry.text, 0.95, "misspelling") for entry in self._names.begun(typed))

    def _likes(self, folded: str) -> list[Likeness]:
        """What the text means, the dearest step; nothing for a text of a letter or two."""
        core = without_filler(self._spelling.correct(folded))
        return self._meaning.rank(core, 3 * MOST) if len(folded) > 2 else []

    def _like(self, likes: Sequence[Likeness]) -> Iterator[Candidate]:
        for like in likes:
            if like.score < NEAR:
                return
            if like.target < len(self._targets):
                yield like.target, self._entries[like.phrase].text, min(like.score, 0.94), "meaning"

    def _elsewhere(self, folded: str, best: Match, likes: Sequence[Likeness]) -> bool:
        """Whether the text asks for something of another doctor or trade, or only for part of a name."""
        core = without_filler(folded)
        if best.score > BEGUN:
            return False
        if core in self._others:
            return True
        if best.score == BEGUN:
            return len(folded) < 3 or folded in GRAMMAR
        return bool(likes) and likes[0].target == len(self._targets)

    def _several(self, folded: str) -> tuple[Ambiguous, tuple[int, ...]] | None:
        core = without_filler(folded)
        for key in (folded, core, "#" + bag(core)):
            if found := self._ambiguous.get(key):
                return found
        return None

    def _go_together(self, one: Match, other: Match) -> bool:
        """Whether one is a treatment for the other."""
        return bool({(one.slug, other.slug), (other.slug, one.slug)} & self._treats)

    def _is(self, match: Match, means: tuple[int, ...]) -> bool:
        return any(match.kind == self._targets[n].kind and match.slug == self._targets[n].slug for n in means)


def _sharing(folded: str, matches: Sequence[Match]) -> tuple[Match, ...]:
    """The matches whose name has the text as one whole word, none if something fits better ("skin" fits many)."""
    if matches[0].score != BEGUN:
        return ()
    root = stem(folded)
    return tuple(m for m in matches if m.score == BEGUN and root in map(stem, fold(m.matched).split()))


def _shared(many: int, lang: str) -> str:
    """How many share a word, and that not all of them are offered where they are too many."""
    lang = lang if lang in SHARED else "en"
    said = SHARED[lang].format(all=many)
    return said if many <= MOST else f"{said}; {FIRST[lang].format(some=MOST)}"


def _named(entry: Entry, how: How) -> Candidate:
    if entry.role == "phrase":
        return entry.target, entry.text, 0.95, "meaning"
    if entry.role == "misspelling" or how == "misspelling":
        return entry.target, entry.text, 0.98, "misspelling"
    return entry.target, entry.text, 1.0, how
