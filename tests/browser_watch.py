"""What no page may do in a patient's browser; every browser test fails on it without asking."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
    # Names of other hosts do not resolve, so even what a page should not ask for never leaves.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
# Enforced policies also reach the console; this makes a report-only one count too.
REPORT_POLICY_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
    console.error(`CSP violation: ${event.violatedDirective} blocked ${event.blockedURI}`));
"""
PATIENT_HAS_NO = "a cookie was set for a patient: "


@dataclass
class Watch:
    """Collects what went wrong in one browser context. A test that means it says so with allow()."""

    site: str
    problems: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)
    cookies_allowed: bool = False

    def allow(self, pattern: str) -> None:
        """Let problems that match this regular expression pass: `watch.allow("404 .Not Found.")`."""
        self.allowed.append(pattern)

    def allow_cookies(self) -> None:
        """For the pages of members and staff, who sign in."""
        self.cookies_allowed = True

    def attach(self, context: BrowserContext) -> None:
        context.add_init_script(REPORT_POLICY_VIOLATIONS)
        context.on("console", self._console)
        context.on("weberror", self._page_error)
        context.on("request", self._request)

    def finish(self, context: BrowserContext) -> list[str]:
        """Every problem that was not allowed. Called while the context is still open: it has the cookies."""
        if not self.cookies_allowed:
            self.problems += [PATIENT_HAS_NO + cookie.get("name", "") for cookie in context.cookies()]
        return [problem for problem in self.problems if not any(re.search(known, problem) for known in self.allowed)]

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.problems.append(f"console error: {message.text} ({message.location.get('url', '')})")

    def _page_error(self, error: WebError) -> None:
        self.problems.append(f"page error: {error.error}")

    def _request(self, request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme in ("http", "https", "ws", "wss") and url.netloc != urlsplit(self.site).netloc:
            self.problems.append(f"request to another host: {request.url}")
