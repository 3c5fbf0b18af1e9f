"""Page -> Document: chooses the reader by the content and gathers what it and the page's giver know."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from onrecord.errors import SourceError
from onrecord.ingest.decode import decoded
from onrecord.ingest.kinds import Kind, kind_of
from onrecord.ingest.layout import Reading, lost_characters
from onrecord.ingest.metadata import Metadata, dateline, given, known_as, one_line
from onrecord.ingest.plain import read_plain
from onrecord.ingest.unkept import escaped, replaced
from onrecord.model import BlockKind, Document, Finding, Page, document_id

_REMEDY: Mapping[Kind, str] = {
    Kind.OLD_WORD: "save it as .docx, PDF or text",
    Kind.RTF: "save it as .docx, PDF or text",
    Kind.ARCHIVE: "unpack it, or save the document as .docx, PDF or text",
    Kind.XML: "give the page or text it describes",
    Kind.BINARY: "give text, HTML, PDF, Word, JSON Lines or CSV",
}
_NAMED = (".docx", ".doc", ".pdf")  # names under which plain text is a file that went wrong


def to_document(page: Page) -> tuple[Document, tuple[Finding, ...]]:
    """The document of a page, and what was found in decoding and cleaning it.

    Raises: SourceError for what cannot be read or holds no text.
    """
    if not page.content.strip():
        raise SourceError(page.uri, "is empty", "nothing to read in it")
    kind = kind_of(page.content, page.media_type)
    _refuse_broken_name(page, kind)
    if kind not in _READERS:
        raise SourceError(page.uri, f"is {kind.value}", _REMEDY[kind])
    reading = _READERS[kind](page)
    if not any(any(map(str.isalpha, words)) for words in reading.words()):
        raise SourceError(page.uri, "holds no sentence", "give a text with words in it")
    document = _document(page, replace(reading, text=replaced(reading.text)))
    return document, (*reading.findings, *lost_characters(reading.text))


def _document(page: Page, reading: Reading) -> Document:
    headline = next(reading.words(BlockKind.HEADLINE), "")
    known = (
        given(page.given)
        .or_else(reading.metadata)
        .or_else(dateline(reading.words()))
        .or_else(given(page.listed))
        .or_else(Metadata(title=known_as(one_line(headline), "headline")))
        .or_else(Metadata(published=known_as(page.published_otherwise, "--published")))
    )
    return Document(
        id=document_id(reading.text),
        uri=page.uri,
        text=reading.text,
        blocks=reading.blocks,
        title=replaced(known.title.value) if known.title else None,
        publisher=replaced(known.publisher.value) if known.publisher else None,
        published=known.published.value if known.published else None,
        modified=known.modified.value if known.modified else None,
        language=known.language.value if known.language else None,
        retrieved=page.retrieved,
        provenance={name: escaped(place) for name, place in known.provenance().items() if name != "author"},
    )


def _refuse_broken_name(page: Page, kind: Kind) -> None:
    """Plain text that is called a Word file or PDF is what a failed download or export leaves behind."""
    suffix = PurePosixPath(page.uri.partition("?")[0]).suffix.lower()
    is_row = page.given.url is not None  # the text of a table's row is what it should be, whatever it was taken from
    if kind is Kind.TEXT and suffix in _NAMED and not is_row:
        raise SourceError(page.uri, f"is no {suffix} file but plain text", "rename it to .txt to read it")


def _read_text(page: Page) -> Reading:
    text = decoded(page.content, page.charset).replace("\r\n", "\n").replace("\r", "\n")
    return read_plain(text, page.given.title)


# The readers of other kinds load libraries that take longer to import than a text takes to read.
def _read_html(page: Page) -> Reading:
    from onrecord.ingest.html_article import read_html

    return read_html(decoded(page.content, page.charset), page.uri)


def _read_pdf(page: Page) -> Reading:
    from onrecord.ingest.pdf import read_pdf

    return read_pdf(page.content, page.uri)


def _read_word(page: Page) -> Reading:
    from onrecord.ingest.word import read_word

    return read_word(page.content, page.uri)


_READERS: Mapping[Kind, Callable[[Page], Reading]] = {
    Kind.TEXT: _read_text,
    Kind.HTML: _read_html,
    Kind.PDF: _read_pdf,
    Kind.WORD: _read_word,
}
