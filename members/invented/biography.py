"""Short lives in plain words, put together from parts: no praise of oneself, no promise."""

from __future__ import annotations

import random
from dataclasses import dataclass

from members.invented.chance import maybe

WORK = {
    "breast": ("breast surgery, cosmetic and reconstructive", "surgery of the breast and abdomen"),
    "body": ("body contouring, often after a large weight loss", "surgery of the trunk, arms and legs"),
    "face": ("surgery of the face, eyelids and nose", "facial surgery, with a good part of it on the nose"),
    "skin": ("skin: lasers, peels, needling and injectables", "treatments of the skin that need no operating room"),
    "general": ("the whole range of plastic surgery", "a general practice of cosmetic and reconstructive work"),
    "reconstruction": (
        "reconstruction with microsurgery, mostly after cancer",
        "breast reconstruction and lymphatic surgery",
    ),
    "hand": ("the hand, the wrist and the nerves of the arm", "hand surgery, from carpal tunnel to replantation"),
    "craniofacial": (
        "clefts and craniofacial differences in children",
        "the skull and face of children and young adults",
    ),
    "facial-nerve": (
        "the facial nerve and the muscles it moves",
        "reconstruction of the face after palsy, injury and cancer",
    ),
    "gender": (
        "gender-affirming surgery of the face and chest",
        "gender-affirming surgery, planned together with a wider team",
    ),
    "burns": ("scars and burns, early and late", "reconstruction after burns, and the care of wounds"),
}
OPENINGS = (
    "{name}'s practice in {city} is for {work}.",
    "In {city}, {name} works mainly in {work}.",
    "{name} has practised in and around {city} since {since}; the work is {work}.",
    "Most of {name}'s days are given to {work}.",
    "{name} came to {city} after training and has stayed with {work}.",
)
TRAINING = (
    "After medical school at {school}, {they} trained in {residency}.",
    "{They} studied at {school} and did a residency in {residency}.",
    "{Their} residency was in {residency}, after medical school at {school}.",
)
FELLOWSHIP = (
    "A further year went to {fellowship}.",
    "A fellowship in {fellowship} followed.",
    "{They} added a fellowship in {fellowship}.",
)
VISIT = (
    "A first visit lasts about {minutes} minutes, and half of it is for questions.",
    "First visits are unhurried: {minutes} minutes, with time to say what bothers you and what does not.",
    "At the first visit {they} asks what you would like to change, examines you, and says what is possible.",
    "Before anything is planned there is a visit of {minutes} minutes, a written summary, and time to think it over.",
)
OPINION = {
    "skin": (
        "Small steps with weeks between them are the rule here, because skin takes its time.",
        "Sun protection and plain skin care come first; devices come after.",
    ),
    "hand": (
        "Many hand problems do better with a splint and therapy first, and that is said when it is so.",
        "Hand therapists work in the same building and see most patients within the week.",
    ),
    "craniofacial": (
        "Children are seen with their whole team: speech, teeth, hearing, and someone to talk to.",
        "Families are given dates, names and one telephone number for questions.",
    ),
    "reconstruction": (
        "Plans are made together with the cancer team, and no reconstruction at all is one of the choices.",
        "The choice between implant, flap and none is talked through with drawings, more than once if need be.",
    ),
    "gender": (
        "Visits follow current standards of care, and letters are asked for only where an insurer needs them.",
        "The office uses the name and pronouns that you give, on every form.",
    ),
    "burns": (
        "Scars change for a year or two, so the first advice is often to wait, with pressure, silicone and therapy.",
        "Laser and surgery are used in turns, and the plan is looked at again each season.",
    ),
}
OPINIONS = (
    "Not every wish needs an operation, and a third of first visits end without one.",
    "Photographs of what is likely, good and less good, are part of the talk.",
    "Risks are written down in everyday words and handed over before a date is set.",
    "Costs, time off work and the chance of a second operation are spoken of at the start.",
    "Smoking, medicines and health are checked well before surgery, because they matter to healing.",
)
BESIDES = (
    "{They} teaches residents at {hospital} one day a week.",
    "{They} sits on the ethics committee of {hospital}.",
    "Two weeks a year go to a cleft and burn clinic abroad.",
    "{They} takes part in a national registry of results and reads its figures with the team each quarter.",
    "{They} has written on {topic} for colleagues in training.",
    "{They} answers trauma calls for {hospital}.",
    "{They} helps to run a free clinic for scars and wounds.",
)
TOPICS = (
    "safe recovery at home",
    "pain relief with few opioids",
    "how patients decide",
    "scar care",
    "planning with photographs",
)
PRIVATE = (
    "Away from work {they} {likes}.",
    "{They} {likes} on free days.",
    "{They} lives near {city} and {likes}.",
)
LIKES = (
    "keeps bees", "rows on still mornings", "plays the viola in an amateur quartet", "grows old kinds of apples",
    "repairs clocks", "walks long distances slowly", "sings in a choir", "paints birds", "bakes rye bread",
    "sails a small wooden boat", "coaches a school's chess club", "tends a kitchen garden", "throws pots",
)  # fmt: skip
SHORTEST, LONGEST = 60, 130  # words
PRONOUNS = {"female": ("she", "her"), "male": ("he", "his")}


@dataclass(frozen=True, kw_only=True)
class Life:
    """What a biography can speak of."""

    name: str
    gender: str
    profile: str
    city: str
    since: int
    school: str
    residency: str
    fellowships: list[str]
    hospital: str


def biography(rng: random.Random, life: Life) -> str:
    """60 to 130 words in one or two paragraphs."""
    they, their = PRONOUNS.get(life.gender, (f"Dr. {life.name}", f"Dr. {life.name}'s"))
    words: dict[str, object] = {
        "name": f"Dr. {life.name}", "city": life.city, "since": life.since, "work": rng.choice(WORK[life.profile]),
        "school": life.school, "residency": _at(life.residency), "they": they, "They": they[0].upper() + they[1:],
        "Their": their[0].upper() + their[1:], "minutes": rng.choice((40, 45, 50, 60)), "hospital": life.hospital,
        "topic": rng.choice(TOPICS), "likes": rng.choice(LIKES),
        "fellowship": _at(life.fellowships[0]) if life.fellowships else "",
    }  # fmt: skip
    first = [rng.choice(OPENINGS), rng.choice(TRAINING)]
    if life.fellowships:
        first.append(rng.choice(FELLOWSHIP))
    second = [rng.choice(VISIT), rng.choice(OPINION.get(life.profile, OPINIONS))]
    second += [rng.choice(OPINIONS)] if life.profile in OPINION or maybe(rng, 0.3) else []
    second += [rng.choice(BESIDES)] if maybe(rng, 0.8) else []
    second += [rng.choice(PRIVATE)] if maybe(rng, 0.5) else []
    text = _written(first, second, words)
    if len(text.split()) < SHORTEST:
        text = _written(first, [second[0], *rng.sample(OPINIONS, 3)], words)
    while len(text.split()) > LONGEST:
        second.pop()
        text = _written(first, second, words)
    return text


def _written(first: list[str], second: list[str], words: dict[str, object]) -> str:
    return "\n\n".join(" ".join(part).format(**words) for part in (first, second))


def _at(training: str) -> str:
    """ "Hand surgery, Millrace Medical Center" inside a sentence."""
    what, where = training.rsplit(", ", 1)
    return f"{what[0].lower()}{what[1:]} at {where}"
