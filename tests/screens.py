"""`./run screens`: pictures of the main pages on a phone and on a desk, into docs/screens/.

Starts the site with its demonstration members on a free port, so the pictures show what a newcomer sees.
"""

from __future__ import annotations

import io
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser_watch import FLAGS
from tests.chromium import INSTALL, find_chromium

ROOT = Path(__file__).resolve().parent.parent
SCREENS = ROOT / "docs" / "screens"
WIDTHS = {390: 844, 1280: 900}
PORES = "treatment=large+pores&place=Winnetka%2C+IL"


def pages(slugs: list[str]) -> dict[str, str]:
    """Name of a picture -> address; `slugs` are surgeons near Winnetka, nearest first."""
    return {
        "home": "/",
        "search": f"/search?{PORES}",
        "nobody-near": "/search?treatment=microtia&place=Jordan%2C+MT",
        "surgeon": f"/surgeons/{slugs[0]}",
        "compare": "/compare?" + "&".join(f"s={slug}" for slug in slugs[:3]),
        "treatments": "/treatments/",
        "treatment": "/treatments/chemical-peel",
        "concern": "/concerns/large-pores",
        "learn": "/learn/",
        "article": "/learn/large-pores-and-mesobotox",
    }


@contextmanager
def site() -> Iterator[str]:
    """The address of `./run` on a free port of this machine, ended by its id."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    process = subprocess.Popen(["./run"], cwd=ROOT, env=os.environ | {"PORT": port, "HOST": "127.0.0.1"})
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(1200):
            if process.poll() is not None:
                sys.exit("./run did not start: see above")
            try:
                urllib.request.urlopen(address, timeout=5).read()
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def nearest(address: str) -> list[str]:
    with urllib.request.urlopen(f"{address}/api/v1/surgeons/?{PORES}") as answer:  # noqa: S310 - our own server
        return [one["slug"] for one in json.load(answer)["results"]]


def take(browser: Browser, address: str, name: str, path: str, width: int, scheme: str = "light") -> Path:
    """One picture of what is seen at first, with 200 colours, which text and flat colours need no more of."""
    context = browser.new_context(
        viewport={"width": width, "height": WIDTHS[width]}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(f"{address}{path}", wait_until="networkidle")
    shot = Image.open(io.BytesIO(page.screenshot()))
    context.close()
    file = SCREENS / f"{name}-{width}{'-dark' if scheme == 'dark' else ''}.png"
    shot.convert("RGB").quantize(200, dither=Image.Dither.NONE).save(file, optimize=True)
    return file


def main() -> int:
    SCREENS.mkdir(parents=True, exist_ok=True)
    with site() as address, sync_playwright() as playwright:
        executable = find_chromium(playwright)
        if executable is None:
            sys.exit(INSTALL)
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        for name, path in pages(nearest(address)).items():
            for width in WIDTHS:
                file = take(browser, address, name, path, width)
                print(f"{file.relative_to(ROOT)}  {file.stat().st_size // 1024} KB")
        for name in ("home", "search"):
            take(browser, address, name, pages(nearest(address))[name], 1280, "dark")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
