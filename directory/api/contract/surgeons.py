"""Shapes of surgeons and of what is said about them."""

from __future__ import annotations

from directory.api.contract.shapes import (
    Schema,
    day,
    link,
    many,
    number,
    one_of,
    or_null,
    ref,
    text,
    thing,
    whole,
    with_optional,
    yes,
)
from directory.models import Accessibility, Gender, MemberClass, Practice, Volume
from directory.models.languages import LANGUAGES

NAMED = {"slug": text("A public id; it stays."), "name": text()}
LANGUAGE = one_of(LANGUAGES, "BCP 47.")
YEAR = or_null(whole("A year, null where the office has not said."))
VOLUME = one_of(["", *Volume.values], "How many a year, as the office says; empty where it has not said.")

SCHEMAS: dict[str, Schema] = {
    "Point": thing("WGS84 degrees.", lat=number(minimum=-90, maximum=90), lng=number(minimum=-180, maximum=180)),
    "Evidence": thing(
        "One dated fact behind a listing.",
        kind=one_of(("certification", "membership", "facility", "confirmation")),
        statement=text("The fact in words for patients."),
        source=text("Where it was checked."),
        checked_on=or_null(day()),
        valid_until=or_null(day("The last day it holds; null where it has no end.")),
        confirmed_by=text("Who checked it."),
    ),
    "ArticleLink": thing(slug=text(), title=text(), url=link("The page for people.")),
    "Address": thing(
        street=text(), street2=text(), city=text(), region=text("IL, ON; empty abroad."), postal_code=text(),
        country=text("ISO 3166 alpha-2."),
    ),
    "Practice": thing(
        "An office that patients can go to.",
        name=text(),
        address=ref("Address"),
        phone=text("E.164; empty where there is none."),
        website=text("Empty where there is none."),
        point=ref("Point"),
        exactness=one_of(Practice.Exactness.values, "How exact the point is."),
        accepting=or_null(yes("Takes new patients; null where the office has not said.")),
        telehealth=or_null(yes("Offers video visits; null where the office has not said.")),
        accessibility=many(one_of(Accessibility.values)),
    ),
    "Match": thing("A treatment that was asked for and is offered.", **NAMED, since=YEAR, volume=VOLUME),
    "Result": with_optional(
        {"record": ref("Surgeon")},
        "A surgeon, once, at the nearest office that fits. `record` is there with expand=record.",
        **NAMED,
        family=text("The family name."),
        credentials=text(),
        distance=or_null(number("In the asked unit; null without a place.")),
        practice={"allOf": [ref("Practice"), thing(distance_miles=or_null(number()))]},
        more_practices=whole("How many other offices there are."),
        match=many(ref("Match"), "Why the surgeon was found."),
        evidence=many(ref("Evidence")),
        articles=many(ref("ArticleLink"), "What to read about the treatments asked for."),
        languages=many(LANGUAGE),
        practice_since=YEAR,
        candidate=yes("Not yet certified; listed only where the society says so."),
        photo=or_null(link()),
        url=link("The page for people."),
    ),
    "Offering": thing(**NAMED, since=YEAR, volume=VOLUME, where_done=text()),
    "Surgeon": thing(
        "The public record of a listed surgeon.",
        **NAMED,
        given=text(),
        family=text(),
        suffix=text(),
        credentials=text(),
        npi=or_null(text("National Provider Identifier.")),
        gender=or_null(one_of(Gender.values, "As the surgeon states it.")),
        languages=many(LANGUAGE),
        biography=text(),
        photo=or_null(link()),
        practice_since=YEAR,
        membership=one_of(MemberClass.values),
        candidate=yes("Not yet certified; listed only where the society says so."),
        education=thing(medical_school=text(), residency=text(), fellowships=many(text())),
        confirmed_on=or_null(day("When the surgeon or the office last confirmed every line.")),
        evidence=many(ref("Evidence")),
        offerings=many(ref("Offering"), "What is offered at every office."),
        practices=many(
            {
                "allOf": [
                    ref("Practice"),
                    thing(
                        hours={"type": "object", "additionalProperties": {"type": "string"}},
                        offerings=many(ref("Offering"), "What is offered here alone."),
                    ),
                ]
            },
            "The main office first.",
        ),
        articles=many(ref("ArticleLink"), "What to read about the treatments offered."),
        contributed=many(thing(slug=text(), title=text()), "Articles that the surgeon helped to write."),
        url=link("The page for people."),
    ),
    "Change": thing(
        kind=one_of(("upsert", "removal")),
        slug=text(),
        reason=text(),
        at=text(format="date-time"),
        surgeon={
            "oneOf": [ref("Surgeon"), {"type": "null"}],
            "description": "As it is now. Null: no longer listed, take it out.",
        },
    ),
    "Changes": thing(
        changes=many(ref("Change"), "In the order in which they happened."),
        cursor=text("Where the next answer begins."),
        more=yes("Whether more changes wait."),
        next=link("What to ask next, now or later."),
    ),
}  # fmt: skip
