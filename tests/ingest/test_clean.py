import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import SourceError
from onrecord.ingest import to_document
from onrecord.model import Finding, FindingKind, Given, Page, Record

TEXT = "The ministers met in Portville."


def read(content, **page):
    return to_document(Page(uri="a", content=content, **page))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"They met.\r\nThey left.\rThey spoke.\n", "They met.\nThey left.\nThey spoke.\n"),
        (b"\xef\xbb\xbf  They met. \n\n\n\n They\tleft.", "  They met. \n\n\n\n They\tleft."),
        ("They \u202emet\u202c\u200b \x07\x01 today\x0b\x85\u2028 ﬁnally ½ café.".encode(), None),
        (("“" * 10_000 + "We met" + "”" * 10_000 + " today.").encode(), None),
        ((">" * 10_000 + " We met.").encode(), None),
    ],
)
def test_plain_text_keeps_its_characters(content, text):
    document, findings = read(content)
    assert document.text == (content.decode() if text is None else text)
    assert findings == ()


@pytest.mark.parametrize(
    ("media_type", "text"),
    [
        ("text/html", "The ministers met."),
        ("text/plain", "The <b>ministers</b> met."),
        (None, "The <b>ministers</b> met."),
    ],
)
def test_a_claimed_type_decides_where_the_content_does_not(media_type, text):
    assert read(b"The <b>ministers</b> met.", media_type=media_type)[0].text == text


def test_what_the_giver_says_outranks_what_the_page_says():
    told = Given(title="Talks", published="2031-05-12", publisher="Post")
    document, _ = read(f"---\ntitle: Other\ndate: 2031-05-01\n---\n{TEXT}".encode(), given=told)
    assert (document.title, document.published, document.publisher) == ("Talks", "2031-05-12", "Post")
    assert set(document.provenance.values()) == {"given"}


def test_a_headline_and_a_dateline_are_metadata_too():
    document, _ = read(f"Talks in Portville\n\n2031-05-12 20:15 Portville\n\n{TEXT}".encode())
    assert (document.title, document.published) == ("Talks in Portville", "2031-05-12")
    assert document.provenance == {"title": "headline", "published": "dateline"}


def test_bytes_that_fit_no_encoding_are_a_finding():
    document, findings = read("The café was “quiet”.".encode().replace(b"\xc3\xa9", b"\xc3"))
    start = document.text.index("\ufffd")
    [finding] = findings
    assert finding == Finding(kind=FindingKind.ENCODING, detail=finding.detail, start=start, end=start + 1)


def test_a_text_full_of_them_has_one_finding():
    [finding] = read("The ca\ufffd was quiet. ".encode() * 30)[1]
    assert (finding.kind, finding.start) == (FindingKind.ENCODING, None)
    assert "30 places" in finding.detail


@pytest.mark.parametrize(("text", "place"), [("The\0 ministers met.", 3), ("The ministers met.\0\0", 18)])
def test_what_no_store_keeps_is_replaced_and_a_finding(text, place):
    document, [finding] = read(text.encode())
    assert document.text == text.replace("\0", "\ufffd")
    assert (finding.kind, finding.start) == (FindingKind.ENCODING, place)
    assert "NUL" in finding.detail


def test_other_controls_stay_where_they_stand():
    document, findings = read(b"The \x01ministers\x7f met.")
    assert (document.text, findings) == ("The \x01ministers\x7f met.", ())


@pytest.mark.parametrize("wrong", ["\\ud83d", "\\u0000"])
def test_what_a_page_says_of_itself_can_be_kept(make_page, wrong):
    told = f'{{"@type": "NewsArticle", "headline": "Talks{wrong} in Oum", "publisher": {{"name": "{wrong}Post"}}}}'
    head = f'<script type="application/ld+json">{told}</script>'
    document, _ = read(make_page(f"<article><p>{TEXT}</p></article>", head))
    assert (document.title, document.publisher) == ("Talks\ufffd in Oum", "\ufffdPost")


def test_the_same_text_has_the_same_id():
    assert read(TEXT.encode())[0].id == read(TEXT.encode("utf-16"))[0].id


def law_holds(content):
    try:
        document, findings = read(content)
    except SourceError:
        return
    Record(document=document, findings=findings)
    edges = [edge for block in document.blocks for edge in (block.start, block.end)]
    assert edges == sorted(edges)
    assert all(block.start < block.end for block in document.blocks)
    assert edges[-1] <= len(document.text)
    for block in document.blocks:
        words = document.text[block.start : block.end]
        assert words == words.strip()


SOME = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MARKUP = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<h1>",
        "<table>",
        "<tr><td>",
        "<ul><li>",
        "<br>",
        "<html>",
        "<!--",
        "&lt;",
        "<script>",
        "They met. ",
    ]
)


@SOME
@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_or_a_refusal(content):
    law_holds(content)


@SOME
@given(st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_text_gives_a_document_or_a_refusal(content):
    law_holds(content)


@SOME
@given(st.lists(st.one_of(MARKUP, st.text(max_size=20)), max_size=30))
def test_any_markup_gives_a_document_or_a_refusal(pieces):
    law_holds(("<html>" + "".join(pieces)).encode("utf-8", "surrogatepass"))


@SOME
@given(
    st.lists(
        st.sampled_from(["# ", "- ", "> ", "---", "\n", "\n\n", "|", "a: b", "They met.", " ", "By Ann"]),
        max_size=30,
    )
)
def test_any_markdown_gives_a_document_or_a_refusal(pieces):
    law_holds("".join(pieces).encode())


@SOME
@given(st.sampled_from([b"%PDF-1.4\n", b"PK\x03\x04", b"\xff\xfe", b"{\\rtf"]), st.binary(max_size=300))
def test_any_broken_file_is_refused(magic, rest):
    law_holds(magic + rest)


def test_heavy_libraries_wait_until_they_are_needed():
    heavy = ["trafilatura", "pypdf", "docx", "httpx", "lxml", "ftfy", "yaml", "charset_normalizer", "spacy"]
    script = f"import sys, onrecord.ingest; print([name for name in {heavy} if name in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
