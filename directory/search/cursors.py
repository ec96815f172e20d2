"""Where the next page begins: a signed mark that carries the last row's keys, so that inserts move nothing."""

from __future__ import annotations

import dataclasses
import hashlib
from dataclasses import dataclass
from typing import Any

from django.core import signing

from directory.search.criteria import Criteria
from directory.search.parameters import BadParameters

SALT = "directory.search.cursor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The last row of a page: its squared chord (0 without a place), folded names, year of practice and surgeon."""

    chord_squared: float
    family_key: bytes
    given_key: bytes
    practice_since: int
    surgeon_id: int


def _fingerprint(criteria: Criteria) -> str:
    """Of the question without its paging, so that a mark cannot be used with another question."""
    same = dataclasses.replace(criteria, cursor="", limit=1, lang="en")
    return hashlib.blake2b(repr(same).encode(), digest_size=6).hexdigest()


def write(criteria: Criteria, mark: Mark) -> str:
    """The text for `cursor=`."""
    value: list[Any] = [
        _fingerprint(criteria),
        mark.chord_squared,
        mark.family_key.decode(),
        mark.given_key.decode(),
        mark.practice_since,
        mark.surgeon_id,
    ]
    return signing.Signer(salt=SALT).sign_object(value)


def read(criteria: Criteria) -> Mark | None:
    """The mark in `criteria.cursor`, None on the first page; raises BadParameters when we did not give it for this."""
    if not criteria.cursor:
        return None
    try:
        fingerprint, chord, family, given, since, surgeon = signing.Signer(salt=SALT).unsign_object(criteria.cursor)
    except (signing.BadSignature, ValueError):
        fingerprint = ""
    if fingerprint != _fingerprint(criteria):
        raise BadParameters({"cursor": "Use the cursor of the last page, with the same question."})
    return Mark(
        chord_squared=chord,
        family_key=family.encode(),
        given_key=given.encode(),
        practice_since=since,
        surgeon_id=surgeon,
    )
