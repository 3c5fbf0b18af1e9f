import io
import zipfile

import pytest

from onrecord.errors import SourceError
from onrecord.ingest import to_document
from onrecord.model import Page


def pieces(document):
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


def read(content, uri):
    return to_document(Page(uri=uri, content=content))[0]


def test_pdf_paragraphs(make_pdf):
    header = "Ministry of Arvenia - Press release"
    first = (
        "Bridge to reopen",
        "",
        "The ministers met in Portville on Monday and spoke at length about the inter-",
        "national bridge. They agreed.",
        "Work begins before winter, they said, if the weather in the valley permits",
    )
    second = ("and the river stays low.", "", "They will meet again next year.", "So they said.")
    content = make_pdf("\n".join((header, *first, "1")), "\n".join((header, *second, "2")))
    assert pieces(read(content, "release.pdf")) == [
        ("heading", "Bridge to reopen"),
        ("paragraph", f"{first[2][:-1]}{first[3]}"),
        ("paragraph", f"{first[4]} {second[0]}"),
        ("paragraph", "They will meet again next year."),
        ("paragraph", "So they said."),
    ]


@pytest.mark.parametrize(
    ("elsewhere", "word"), [("It is a long-term plan.", "long-term"), ("It is a plan.", "longterm")]
)
def test_a_word_parted_at_a_lines_end(make_pdf, elsewhere, word):
    lines = (
        "The ministers spoke about the river, the bridge and, for some hours, a long-",
        "term plan.",
        elsewhere,
    )
    assert f"a {word} plan." in read(make_pdf("\n".join(lines)), "a.pdf").text


def test_word_blocks(word_file):
    document = read(word_file, "release.docx")
    assert document.title == "Talks in Portville"
    assert document.provenance["title"] == "docx:title"
    assert pieces(document) == [
        ("headline", "Talks in Portville"),
        ("heading", "First day"),
        ("paragraph", "The ministers met on Monday."),
        ("list_item", "the river"),
        ("quote", "We agree."),
        ("table_row", "Arvenia | for"),
    ]


def test_the_content_decides_and_not_the_name(make_pdf, word_file, make_page):
    assert "ministers" in read(make_pdf("The ministers met."), "page.html").text
    assert "ministers" in read(word_file, "release.pdf").text
    assert "ministers" in read(make_page("<p>The ministers met.</p>"), "release.docx").text


def zipped(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.docx", b"The ministers met.", "plain text"),
        ("a.pdf", b"The ministers met.", "plain text"),
        ("a.docx", b"PK\x03\x04 broken", "no Word file"),
        ("a.docx", zipped(notes="text"), "no Word file"),
        ("a.docx", zipped(**{"word__document.xml": "<x/>"}), "no Word file"),
        ("a.pdf", b"%PDF-1.4\nnothing more", "PDF"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "old Office file"),
        ("a.rtf", b"{\\rtf1 The ministers met.}", "RTF"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0", "neither text"),
        ("a.xml", b"<?xml version='1.0'?><rss><item/></rss>", "XML"),
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\r\n", "is empty"),
        ("a.txt", b"12 + 30 = 42\n\n---\n???", "no sentence"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(name, content, problem):
    with pytest.raises(SourceError) as raised:
        read(content, name)
    message = str(raised.value)
    assert message.startswith(f"{name}: ")
    assert problem in message
    assert raised.value.remedy
    assert "\n" not in message


def test_pdf_without_text_and_encrypted_pdf(make_blank_pdf):
    with pytest.raises(SourceError, match="without text"):
        read(make_blank_pdf(), "scan.pdf")
    with pytest.raises(SourceError, match="encrypted"):
        read(make_blank_pdf("secret"), "locked.pdf")
