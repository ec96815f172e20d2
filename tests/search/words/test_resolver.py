"""What a resolver answers, outcome by outcome."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.search.words import Ambiguous, Resolver, Target, Term, Vocabulary
from tests.search.words import VOCABULARY, resolver

NAMES = [(t.slug, lang, name) for t in VOCABULARY.targets for lang, name in t.names.items()]


def slugs(text: str, lang: str = "en") -> list[str]:
    return [match.slug for match in resolver().suggest(text, lang=lang)]


@pytest.mark.parametrize(("slug", "lang", "name"), NAMES)
def test_an_exact_name_in_any_language_is_always_first(slug: str, lang: str, name: str) -> None:
    first = resolver().suggest(name)[0]
    assert first.how == "exact"
    assert first.score == 1.0
    assert slug in slugs(name)[:3]
    assert first.slug == slug or name in {n for s, _, n in NAMES if s == first.slug}


def test_a_misspelt_name_is_found_and_said_to_be_misspelt() -> None:
    reading = resolver().read("rhinoplasy")
    assert (reading.outcome, reading.how, reading.matches[0].slug) == ("found", "misspelling", "rhinoplasty")


def test_order_plurals_accents_and_filler_do_not_count() -> None:
    for text in (
        "lifts, thigh",
        "THIGH LIFT near me",
        "best surgeon for thigh lift",
        "levantamiento de muslos cerca de mí",
    ):
        assert slugs(text)[0] == "thigh-lift", text


def test_a_lay_sentence_is_understood_by_what_it_means() -> None:
    reading = resolver().read("half my face doesn't move")
    assert reading.outcome == "found"
    assert reading.how == "meaning"
    assert reading.matches[0].slug in ("facial-paralysis", "facial-reanimation")


def test_an_ambiguous_term_offers_its_meanings_in_the_given_order() -> None:
    reading = resolver().read("BBL near me")
    assert reading.outcome == "ambiguous"
    assert [match.slug for match in reading.matches] == ["buttock-augmentation", "ipl"]
    assert reading.note == "Brazilian butt lift or BroadBand Light"


def test_a_procedure_and_a_concern_that_share_words_are_both_offered() -> None:
    assert {"acne-scars", "acne-scar-treatment"} <= set(slugs("acne scars")[:3])


def test_what_is_only_faintly_like_an_exact_name_is_not_read_but_still_suggested() -> None:
    read = [match.slug for match in resolver().read("large pores").matches]
    assert read[0] == "large-pores"
    assert not {"earlobe-repair", "breast-reduction"} & set(read)
    assert "large-breasts" in slugs("large pores")


def test_a_treatment_for_an_exactly_named_concern_is_read_beside_it_however_faintly_alike() -> None:
    assert "breast-lift" in [match.slug for match in resolver().read("sagging breasts").matches]


@pytest.mark.parametrize("word", ["skin", "eyes"])
def test_one_word_that_many_names_share_is_ambiguous_and_says_why(word: str) -> None:
    reading = resolver().read(word)
    assert reading.outcome == "ambiguous"
    assert len(reading.matches) > 1
    assert "have the word in their name" in reading.note


def test_more_meanings_than_are_offered_are_not_kept_silent() -> None:
    many = tuple(Target(kind="procedure", slug=f"wing-{n}", names={"en": f"Wing trim {n}"}) for n in range(9))
    own = Resolver(Vocabulary(targets=many, terms=()))
    reading = own.read("wing")
    assert len(reading.matches) == 7
    assert reading.note == "9 treatments and concerns have the word in their name; these are the first 7"
    assert own.read("wing", lang="es").note.endswith("estos son los 7 primeros")
    few = Resolver(Vocabulary(targets=many[:2], terms=()))
    assert few.read("wing").note == "2 treatments and concerns have the word in their name"


def test_names_come_back_in_the_asked_language() -> None:
    assert resolver().suggest("nose job", lang="es")[0].name == "Rinoplastia"
    assert resolver().suggest("nose job", lang="fr")[0].name == "Rhinoplasty (nose reshaping)"


def test_nothing_to_read_is_empty_and_nonsense_is_unknown() -> None:
    assert resolver().read(" ?! ").outcome == "empty"
    assert resolver().suggest(" ?! ") == []
    assert resolver().read("asdfgh").outcome == "unknown"
    assert resolver().read("pizza").matches == ()


def test_an_empty_vocabulary_knows_nothing() -> None:
    assert Resolver(Vocabulary(targets=(), terms=())).read("botox").outcome == "unknown"


def test_a_vocabulary_of_the_callers_own_is_enough() -> None:
    own = Resolver(
        Vocabulary(
            targets=(
                Target(kind="procedure", slug="one", names={"en": "Wing trim"}),
                Target(kind="procedure", slug="two", names={"en": "Tail polish"}),
            ),
            terms=(Term(kind="procedure", slug="one", text="feather cut", role="synonym", lang="en"),),
            ambiguous=(Ambiguous(term="polish", means=("two", "one"), note="either"),),
        )
    )
    assert own.read("feather cut").matches[0].matched == "feather cut"
    assert own.read("polish").note == "either"


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=600), st.text(alphabet="abcdeilnoprst áñ'-", max_size=60)))
def test_no_text_at_all_is_an_error(text: str) -> None:
    reading = resolver().read(text)
    assert reading.text == text
    assert len(resolver().suggest(text, limit=3)) <= 3
    scores = [match.score for match in reading.matches]
    assert all(0 < score <= 1 for score in scores)
    assert len({(m.kind, m.slug) for m in reading.matches}) == len(scores)


@pytest.mark.parametrize("name", sorted({name for _, _, name in NAMES}))
def test_a_name_typed_but_for_its_last_letters_offers_the_name(name: str) -> None:
    owners = {slug for slug, _, other in NAMES if other == name}
    assert owners & {match.slug for match in resolver().suggest(name[:-2])}, name[:-2]


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(NAMES), st.integers(min_value=5, max_value=40))
def test_any_beginning_of_a_name_offers_something_that_begins_so_or_is_like_it(
    named: tuple[str, str, str], length: int
) -> None:
    assert resolver().suggest(named[2][:length])


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.text(max_size=80), st.sampled_from([name for _, _, name in NAMES])))
def test_the_same_words_are_always_answered_the_same(text: str) -> None:
    assert resolver().read(text) == resolver().read(text)
    assert resolver().suggest(text) == resolver().suggest(text)


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("rhino", "rhinoplasty"),
        ("bot", "botulinum-toxin"),
        ("brest aug", "breast-augmentation"),
        ("lipo", "liposuction"),
        ("rinopl", "rhinoplasty"),
        ("párpad", "droopy-eyelids"),
        ("parpad", "droopy-eyelids"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "es"])
def test_what_is_typed_in_part_is_completed_in_either_language(typed: str, slug: str, lang: str) -> None:
    assert slug in slugs(typed, lang)[:3]


@pytest.mark.parametrize(("text", "slug"), [("botx", "botulinum-toxin"), ("bucal fat removal", "buccal-fat-removal")])
def test_a_slip_in_a_short_word_or_a_long_name_is_a_misspelling(text: str, slug: str) -> None:
    reading = resolver().read(text)
    assert (reading.how, reading.matches[0].slug) == ("misspelling", slug)


@pytest.mark.parametrize(("typed", "slug"), [("brest aug", "breast-augmentation"), ("tumy t", "tummy-tuck")])
def test_a_misspelt_beginning_is_completed_and_said_to_be_misspelt(typed: str, slug: str) -> None:
    reading = resolver().read(typed)
    assert (reading.outcome, reading.how, reading.matches[0].slug) == ("found", "misspelling", slug)


def test_a_surgeon_for_something_is_asked_for_like_the_surgery() -> None:
    assert slugs("hand surgeon")[0] == "hand-surgery"


@pytest.mark.parametrize("text", ["dentist", "knee replacement", "cesárea", "hello"])
def test_what_is_asked_of_others_is_unknown(text: str) -> None:
    assert resolver().read(text).outcome == "unknown"


def test_unknown_words_are_answered_with_the_nearest() -> None:
    reading = resolver().read("shoulder surgery")
    assert reading.outcome == "unknown"
    assert reading.matches


def test_what_matched_is_said_in_the_words_of_the_vocabulary() -> None:
    assert resolver().read("nose jobs near me").matches[0].matched == "nose job"


@pytest.mark.parametrize(
    "text",
    ["plastic surgeon near me", "plastic surgery", "doctor near me", "cirujano plástico", "best female surgeon", "of"],
)
def test_words_around_a_treatment_and_none_inside_ask_for_nothing(text: str) -> None:
    assert resolver().read(text).outcome == "empty"


def test_an_abbreviation_means_the_same_with_its_dots() -> None:
    assert resolver().read("B.B.L.").outcome == resolver().read("BBL").outcome == "ambiguous"


def test_a_slug_is_taken_as_it_is_unless_it_is_a_word_of_two_meanings() -> None:
    ambiguous = {term.term.casefold() for term in VOCABULARY.ambiguous}
    for target in VOCABULARY.targets:
        if target.slug not in ambiguous:
            reading = resolver().read(target.slug)
            assert (reading.outcome, reading.matches[0].kind, reading.matches[0].slug) == (
                "found",
                target.kind,
                target.slug,
            )
