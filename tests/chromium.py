"""Where Chromium is: $CHROMIUM, Debian's, or Playwright's own. `python -m tests.chromium` prints it or fails."""

from __future__ import annotations

import os
import sys

from playwright.sync_api import Playwright, sync_playwright

INSTALL = "no Chromium here: apt-get install chromium, or python -m playwright install chromium"


def find_chromium(playwright: Playwright) -> str | None:
    """The path of an executable, or None."""
    candidates = os.environ.get("CHROMIUM"), "/usr/bin/chromium", playwright.chromium.executable_path
    return next((path for path in candidates if path and os.access(path, os.X_OK)), None)


if __name__ == "__main__":
    with sync_playwright() as started:
        found = find_chromium(started)
    print(found or sys.exit(INSTALL))
