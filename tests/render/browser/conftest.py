"""A Chromium, and pages of the brief in it."""

import os
import shutil

import pytest

from onrecord.render.html import brief_html

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("headless", "no-sandbox", "disable-gpu", "no-first-run", "disable-background-networking")
QUIET += ("disable-component-update", "disable-sync")


@pytest.fixture(scope="session")
def browser():
    """A Chromium; where none is installed the test is skipped, but on a build server it fails."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None and os.environ.get("CI") == "true":
        pytest.fail("no Chromium is installed, and a build server must drive one")
    if path is None:
        pytest.skip(f"no Chromium is installed (looked for {', '.join(NAMES)})")
    from playwright.sync_api import sync_playwright  # only where there is a browser to drive

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=[f"--{flag}" for flag in QUIET])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def address(brief, records, tmp_path_factory):
    """Where the sample's page stands."""
    path = tmp_path_factory.mktemp("page") / "brief.html"
    path.write_text(brief_html(brief, records), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def open_page(browser, address):
    """Opens the page, or another, at a width; afterwards none has asked for anything else or complained."""
    contexts, opened_pages, complaints, requests = [], {address}, [], []

    def opened(width=1280, height=900, fragment="", url=address, **options):
        opened_pages.add(url)
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(url + fragment)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
    assert {url.partition("#")[0] for url in requests} <= opened_pages
