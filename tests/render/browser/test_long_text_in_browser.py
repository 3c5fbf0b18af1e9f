from dataclasses import replace
from itertools import accumulate

import pytest

from onrecord.model import Block, BlockKind, Document, Record
from onrecord.render.html import brief_html
from onrecord.views.brief import Line, Part, PartKind, Passage, Section, SectionKind, Source

pytestmark = pytest.mark.browser

PARAGRAPHS = 900
CITED = (700, 20)  # far down, and far up from there


@pytest.fixture
def long_address(brief, tmp_path):
    """A page with a text of many screens, and two lines whose passages lie far apart in it."""
    paragraphs = [f"{n}: {'the ministers met again and said little of it. ' * (n % 7 + 1)}" for n in range(PARAGRAPHS)]
    starts = [0, *accumulate(len(paragraph) + 2 for paragraph in paragraphs)]
    blocks = [
        Block(kind=BlockKind.PARAGRAPH, start=start, end=start + len(paragraph))
        for start, paragraph in zip(starts, paragraphs, strict=False)
    ]
    document = Document(id="d", uri="u", text="\n\n".join(paragraphs), blocks=tuple(blocks))
    passages = [
        Passage(number=number, doc_id="d", start=starts[n], end=starts[n] + len(paragraphs[n]), exact=paragraphs[n])
        for number, n in enumerate(CITED, 1)
    ]
    lines = [Line(parts=(Part(kind=PartKind.LABEL, text="they met"),), citations=(p.number,)) for p in passages]
    long = replace(
        brief,
        sources=(Source(doc_id="d", uri="u"),),
        sections=(Section(kind=SectionKind.MET, title="Met", lines=tuple(lines)),),
        passages=tuple(passages),
    )
    path = tmp_path / "long.html"
    path.write_text(brief_html(long, [Record(document=document)]), encoding="utf-8")
    return path.as_uri()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_passage_far_away_comes_into_view(open_page, long_address, width):
    page = open_page(width, url=long_address)
    for _ in CITED:
        page.keyboard.press("j")
        page.wait_for_function(
            """() => {
                const { top } = document.querySelector(".g.on").getBoundingClientRect();
                return top > 0 && top < document.querySelector("#card").getBoundingClientRect().top;
            }""",
            timeout=5000,
        )
        assert page.locator(".g.on").count() > 0
