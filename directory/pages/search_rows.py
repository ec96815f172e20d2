"""One surgeon of a list as flat values, so that the template has nothing to work out for any row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext

from directory.pages import wording
from directory.pages.wording import SOON_DAYS, VOLUMES
from directory.search.result import Hit, Offer

Row = dict[str, Any]
Line = tuple[str, str, str, str]  # class, icon, sentence, date


class Rows:
    """Makes the rows of one answer: its day, language, unit and the words around the facts are looked up once."""

    def __init__(self, *, day: dt.date, lang: str, unit: str, query: str) -> None:
        self.day, self.lang, self.unit = day, lang, unit
        self.soon = (day + dt.timedelta(days=SOON_DAYS)).isoformat()
        self.today = day.isoformat()
        self.query = f"?{query}" if query else ""
        self.surgeon_url = reverse("surgeon", args=["SLUG"])
        self.until, self.checked = gettext("until"), gettext("checked")
        self.since, self.unsaid = gettext("since"), gettext("Has not said how many a year.")
        self.runs_out, self.also = gettext("runs out in %(days)s days"), gettext("Also %(names)s.")
        self.stale = gettext("The office has not confirmed this record since %(day)s")
        self.call = gettext("call before you travel")

    def row(self, hit: Hit, number: int, *, beyond: bool = False) -> Row:
        card = hit.card
        practice = card["practice"]
        address = practice["address"]
        street = ", ".join(part for part in (address["street"], address["street2"]) if part)
        town = ", ".join(part for part in (address["city"], address["region"]) if part)
        return {
            "number": number,
            "beyond": beyond,
            "slug": card["slug"],
            "url": self.surgeon_url.replace("SLUG", card["slug"]) + self.query,
            "name": card["name"],
            "credentials": card["credentials"],
            "candidate": card["candidate"],
            "initials": card["initials"],
            "photo": f"{settings.MEDIA_URL}{card['photo']}" if card["photo"] else "",
            "distance": None if hit.distance_miles is None else wording.distance(hit.distance_miles, self.unit),
            "town": town,
            "match": self._match(hit.offers),
            "evidence": self._evidence(hit.evidence, candidate=card["candidate"]),
            "practice": practice["name"],
            "address": f"{street}, {town}" if street else town,
            "more": card["more_practices"],
            "tel": practice["phone"],
            "phone": wording.telephone(practice["phone"]) if practice["phone"] else "",
        }

    def _match(self, offers: tuple[Offer, ...]) -> str:
        """ "Mesobotox since 2019, 50 to 99 a year. Also chemical peel."; empty when nothing was asked."""
        if not offers:
            return ""
        first, first_name = offers[0], wording.short(offers[0].name)
        said = f"{first_name} {self.since} {first.since}" if first.since else first_name
        said += f", {VOLUMES[first.volume]}." if first.volume else f". {self.unsaid}"
        if len(offers) > 1:
            said += " " + self.also % {"names": ", ".join(wording.short(one.name) for one in offers[1:4])}
        return said

    def _evidence(self, facts: list[dict[str, Any]], *, candidate: bool) -> list[Line]:
        """The certificate (or that there is none yet), the facility, and a record that nobody has confirmed."""
        wanted = ("membership", "facility") if candidate else ("certification", "facility")
        seen: set[str] = set()
        lines: list[Line] = []
        for fact in facts:
            kind = fact["kind"]
            if kind == "confirmation":
                if fact["valid_until"] and fact["valid_until"] < self.today:
                    since = self.stale % {"day": wording.day(fact["checked_on"], self.lang)}
                    lines.append(("is-due", "clock", since, self.call))
            elif kind in wanted and kind not in seen:
                seen.add(kind)
                lines.append(self._line(fact, given=not (candidate and kind == "membership")))
        return lines

    def _line(self, fact: Mapping[str, Any], *, given: bool) -> Line:
        checked = f"{self.checked} {wording.day(fact['checked_on'], self.lang)}" if fact["checked_on"] else ""
        until = fact["valid_until"]
        if not given:
            return "is-not", "dash", fact["statement"], checked
        if not until:
            return "is-good", "check", fact["statement"], checked
        if until < self.soon:
            days = (dt.date.fromisoformat(until) - self.day).days
            said = f"{fact['statement']}, {self.runs_out % {'days': days}}"
            return "is-due", "clock", said, f"{wording.day(until, self.lang)}, {checked}"
        return "is-good", "check", f"{fact['statement']} {self.until} {wording.month(until, self.lang)}", checked
