from __future__ import annotations

import datetime as dt

import pytest

from directory.models import Procedure, Term
from tests.api.conftest import Ask
from tests.api.shapes import assert_fits
from tests.factories import make_article, make_concern, make_procedure, make_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def _words(db: None) -> None:
    concern = make_concern("large-pores", treatments=["chemical-peel", "microneedling"])
    peel = Procedure.objects.get(slug="chemical-peel")
    Term.objects.create(procedure=peel, text="acid peel", role="synonym", lang="en")
    Term.objects.create(procedure=peel, text="Exfoliación química", role="name", lang="es")
    Term.objects.create(concern=concern, text="Poros dilatados", role="name", lang="es")
    make_procedure("facelift").includes.add(make_procedure("neck-lift"))
    make_article("peels", treatments=["chemical-peel"], concerns=["large-pores"])


@pytest.mark.usefixtures("_words")
class TestTheVocabulary:
    def test_lists_treatments(self, ask: Ask):
        answer = ask("treatments/").json()
        assert_fits(answer, "Treatments")
        assert [one["slug"] for one in answer["results"]] == ["chemical-peel", "facelift", "microneedling", "neck-lift"]

    @pytest.mark.parametrize(
        ("narrowed", "slugs"),
        [
            ({"concern": "large-pores"}, ["chemical-peel", "microneedling"]),
            ({"name": "NECK"}, ["neck-lift"]),
            ({"kind": "surgical", "name": "face"}, ["facelift"]),
        ],
    )
    def test_lists_some_treatments(self, ask: Ask, narrowed: dict[str, str], slugs: list[str]):
        answer = ask("treatments/", **narrowed).json()
        assert ([one["slug"] for one in answer["results"]], answer["total"]) == (slugs, len(slugs))

    def test_narrows_treatments_by_category_and_track(self, ask: Ask):
        peel = ask("treatments/chemical-peel/").json()
        for name, value in (("category", peel["category"]["slug"]), ("track", peel["track"])):
            assert "chemical-peel" in [one["slug"] for one in ask("treatments/", **{name: value}).json()["results"]]

    def test_shows_a_treatment(self, ask: Ask, client):
        answer = ask("treatments/chemical-peel/").json()
        assert_fits(answer, "TreatmentDetail")
        assert answer["also_called"] == ["acid peel"]
        assert [one["slug"] for one in answer["concerns"]] == ["large-pores"]
        assert [one["slug"] for one in answer["articles"]] == ["peels"]
        assert client.get(answer["search"]).json()["query"]["procedure"] == ["chemical-peel"]

    def test_shows_what_is_written_about_a_treatment_and_a_concern(self, ask: Ask):
        assert ask("treatments/chemical-peel/").json()["text"] is None
        make_text("chemical-peel", risks="Burns.", questions=["How deep?"])
        make_text("large-pores", soon="", reviewed_on=dt.date(2026, 10, 12), reviewer="Ada Ash, MD")
        peel, pores = ask("treatments/chemical-peel/").json(), ask("concerns/large-pores/", lang="es").json()
        assert_fits(peel, "TreatmentDetail")
        assert_fits(pores, "ConcernDetail")
        assert (peel["text"]["risks"], peel["text"]["questions"]) == ("Burns.", ["How deep?"])
        assert (peel["text"]["state"], peel["text"]["reviewed_on"]) == ("awaiting medical review", None)
        assert (pores["text"]["lang"], pores["text"]["reviewed_on"]) == ("en", "2026-10-12")
        make_text("large-pores", lang="es", normal="Todos tenemos poros.")
        assert ask("concerns/large-pores/", lang="es").json()["text"]["normal"] == "Todos tenemos poros."

    def test_a_new_text_reaches_who_holds_an_old_answer(self, ask: Ask):
        tag = ask("treatments/chemical-peel/")["ETag"]
        assert ask("treatments/chemical-peel/", If_None_Match=tag).status_code == 304
        make_text("chemical-peel")
        assert ask("treatments/chemical-peel/", If_None_Match=tag).status_code == 200

    def test_shows_what_is_part_of_what(self, ask: Ask):
        assert ask("treatments/facelift/").json()["includes"][0]["slug"] == "neck-lift"
        assert ask("treatments/neck-lift/").json()["part_of"][0]["slug"] == "facelift"

    def test_lists_concerns(self, ask: Ask):
        for narrowed in ({}, {"treatment": "microneedling"}, {"name": "pore"}):
            answer = ask("concerns/", **narrowed).json()
            assert_fits(answer, "Concerns")
            assert [one["slug"] for one in answer["results"]] == ["large-pores"]

    def test_shows_a_concern_with_its_treatments_the_most_typical_first(self, ask: Ask, client):
        answer = ask("concerns/large-pores/").json()
        assert_fits(answer, "ConcernDetail")
        assert [one["slug"] for one in answer["treatments"]] == ["chemical-peel", "microneedling"]
        assert client.get(answer["search"]).json()["query"]["treatment"]["slug"] == "large-pores"

    @pytest.mark.parametrize("chosen", [{"lang": "es"}, {"Accept_Language": "fr-CA, es-MX;q=0.8, en;q=0.5"}])
    def test_names_in_spanish(self, ask: Ask, chosen: dict[str, str]):
        peel, pores = ask("treatments/chemical-peel/", **chosen), ask("concerns/", **chosen)
        assert peel["Content-Language"] == "es"
        assert peel.json()["name"] == "Exfoliación química"
        assert pores.json()["results"][0]["name"] == "Poros dilatados"

    @pytest.mark.parametrize("header", ["de", "es;q=0, en", "xx-;;q=,", "", "en, es"])
    def test_names_in_english_for_everybody_else(self, ask: Ask, header: str):
        assert ask("treatments/", Accept_Language=header)["Content-Language"] == "en"

    def test_lang_outweighs_the_header(self, ask: Ask):
        assert ask("treatments/", lang="en", Accept_Language="es")["Content-Language"] == "en"

    def test_does_not_show_what_is_retired(self, ask: Ask):
        Procedure.objects.filter(slug="facelift").update(retired=True)
        assert "facelift" not in [one["slug"] for one in ask("treatments/").json()["results"]]
        assert ask("treatments/facelift/").status_code == 404

    def test_pages_by_cursor_visit_each_treatment_once(self, ask: Ask, client):
        answer = ask("treatments/", limit="3").json()
        slugs = [one["slug"] for one in answer["results"]]
        while answer["next"]:
            answer = client.get(answer["next"]).json()
            slugs += [one["slug"] for one in answer["results"]]
        assert slugs == ["chemical-peel", "facelift", "microneedling", "neck-lift"]

    def test_the_cursor_of_one_list_does_not_fit_another(self, ask: Ask):
        following = ask("treatments/", limit="1").json()["next"]
        cursor = following.partition("cursor=")[2].replace("%3A", ":")
        assert ask("concerns/", cursor=cursor).json()["errors"][0]["parameter"] == "cursor"
