"""Writes docs/brief.png and docs/compare.png: the pages of the samples, as a browser shows them.

    .venv/bin/python scripts/picture.py build/brief.html docs/brief.png "#line-6 .pick"

Takes the Chromium that is installed; it changes the picture only, never the page.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH, HEIGHT = 1280, 860  # pixels; what fits a README


def picture(page: Path, target: Path, chosen: str) -> None:
    """Write the picture of a page to the target; `chosen` is the line or point whose passages it shows."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        sys.exit(f"no browser is installed; looked for {', '.join(BROWSERS)}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--headless", "--no-sandbox"])
        sight = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce")
        sight.goto(page.resolve().as_uri())
        sight.locator(chosen).click()
        sight.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    picture(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
    print(f"written to {sys.argv[2]}")
