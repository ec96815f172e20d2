"""Where Chromium is: $CHROMIUM, Debian's, or Playwright's own. `python -m tests.chromium` prints it or fails."""

from __future__ import annotations

import os
import sys
from pathlib import Path

INSTALL = "no Chromium here: apt-get install chromium, or python -m playwright install chromium"


def find_chromium() -> str | None:
    """The path of an executable, or None. Asking Playwright starts its driver, so it comes last."""
    for candidate in (os.environ.get("CHROMIUM"), "/usr/bin/chromium"):
        if candidate and os.access(candidate, os.X_OK):
            return candidate
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


if __name__ == "__main__":
    print(find_chromium() or sys.exit(INSTALL))
