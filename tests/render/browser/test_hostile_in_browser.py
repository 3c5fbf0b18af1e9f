from dataclasses import replace

import pytest

from onrecord.model import Block, BlockKind, Document, Record
from onrecord.render.html import brief_html
from onrecord.views.brief import Source

pytestmark = pytest.mark.browser

HOSTILE = (
    "</script><script>document.title = 'run'</script></style><style>body { display: none }</style>"
    "<img src='https://outside.example/x' onerror='document.title = 1'><iframe src='https://outside.example/'></iframe>"
    "\"' onclick='document.title = 2' style='position: fixed' <base href='https://outside.example/'>"
)


@pytest.fixture
def hostile_address(brief, tmp_path):
    """A page whose every source says and is called what would run, load or hide something."""
    text = f"{HOSTILE}\n\n{HOSTILE}"
    document = Document(
        id="d", uri="u", text=text, blocks=(Block(kind=BlockKind.PARAGRAPH, start=0, end=len(HOSTILE)),)
    )
    uris = ("javascript:document.title=3", f"https://a.example/{HOSTILE}", "data:text/html,<script>alert(1)</script>")
    sources = (
        Source(doc_id=f"d{n}" if n else "d", uri=uri, title=HOSTILE, publisher=HOSTILE) for n, uri in enumerate(uris)
    )
    path = tmp_path / "hostile.html"
    evil = replace(brief, title=HOSTILE, sources=tuple(sources))
    path.write_text(brief_html(evil, [Record(document=document)]), encoding="utf-8")
    return path.as_uri()


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_of_a_document_runs_loads_or_hides(open_page, hostile_address, width):
    page = open_page(width, url=hostile_address)
    title = page.title()
    assert title.endswith(" · OnRecord")
    assert page.locator("h1").inner_text() == HOSTILE
    page.locator(".to-source").first.click()
    assert page.title() == title
    assert page.locator("script, style, iframe, img, base").count() == 2  # our own script and style
    assert page.locator("a:not([href^='#'])").count() == page.locator(".source a[href^='https://a.example/']").count()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
