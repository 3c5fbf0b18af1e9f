import pytest

from onrecord.ingest.decode import decoded
from onrecord.ingest.kinds import Kind, kind_of

WORDS = "The envoy said “peace” – and left the café in Zürich."


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (WORDS.encode(), None),
        (b"\xef\xbb\xbf" + WORDS.encode(), None),
        (WORDS.encode(), "windows-1251"),  # the server lies
        (WORDS.encode("utf-16"), None),
        (WORDS.encode("utf-16"), "utf-8"),
        (WORDS.encode("utf-16-le"), None),
        (WORDS.encode("utf-16-be"), None),
        (WORDS.encode("utf-32"), None),
        (WORDS.encode("cp1252"), None),
        (WORDS.encode("cp1252"), "iso-8859-1"),
        (WORDS.encode("cp1252"), "utf-8"),
        (WORDS.encode("cp1252"), "no such thing"),
        (WORDS.encode("cp1252"), "base64"),
    ],
)
def test_decoded(content, charset):
    assert decoded(content, charset) == WORDS


def test_a_page_may_claim_its_own_encoding():
    page = '<html><head><meta charset="windows-1251"><title>Встреча</title></head></html>'
    assert "Встреча" in decoded(page.encode("cp1251"))


def test_damaged_utf8_keeps_all_that_is_whole():
    content = WORDS.encode().replace(b"\xc3\xa9", b"\xc3")
    assert decoded(content) == WORDS.replace("é", "\ufffd")


@pytest.mark.parametrize(
    "words",
    [
        "He said “café” today.",  # its last two bytes beyond ASCII look like the start of a character in UTF-8
        "The mayor said “São Paulo” and “Bogotá” agreed.",
        "Präsident Müller: “Nein”.",
    ],
)
def test_a_line_is_enough_to_know_windows_1252(words):
    assert decoded(words.encode("cp1252")) == words


def test_a_text_in_another_script_is_not_taken_for_latin():
    words = "Министр сказал, что переговоры продолжатся в столице."
    assert decoded(words.encode("cp1251")) == words


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"The ministers met.", Kind.TEXT),
        (b"a < b and <html> is a tag.", Kind.TEXT),
        ("Met.".encode("utf-16"), Kind.TEXT),
        ("\u202eMet\u202c \x07\x00 today.".encode(), Kind.TEXT),
        (b"  <!DOCTYPE html><title>x</title>", Kind.HTML),
        (b"<!-- saved --><div>The ministers met.</div>", Kind.HTML),
        ("<html><p>x</p></html>".encode("utf-16"), Kind.HTML),
        (b"Warning: notice\n<html><body><p>x</p></body></html>", Kind.HTML),
        (b"%PDF-1.7 ...", Kind.PDF),
        (b"junk\n%PDF-1.7 ...", Kind.PDF),
        (b"PK\x03\x04 no archive", Kind.ARCHIVE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", Kind.OLD_WORD),
        (b"{\\rtf1 text}", Kind.RTF),
        (b"<?xml version='1.0'?><rss></rss>", Kind.XML),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0", Kind.BINARY),
        (bytes(range(256)) * 8, Kind.BINARY),
    ],
)
def test_kind_of(content, kind):
    assert kind_of(content) is kind
