"""Reads a Word file (.docx): paragraphs by their styles, and tables."""

import io
import zipfile
from collections.abc import Iterator, Mapping

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from onrecord.errors import SourceError
from onrecord.ingest.layout import Part, Reading, laid_out
from onrecord.ingest.metadata import Metadata, known_as, language, one_line
from onrecord.model import BlockKind

MAX_UNPACKED = 400 * 2**20  # bytes; a Word file that unpacks to more is made to fill memory

_ZIP_ERRORS = (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError)
_KINDS: Mapping[str, BlockKind] = {  # by the first word of the style's name
    "Title": BlockKind.HEADLINE,
    "Heading": BlockKind.HEADING,
    "Subtitle": BlockKind.HEADING,
    "List": BlockKind.LIST_ITEM,
    "Quote": BlockKind.QUOTE,
    "Intense": BlockKind.QUOTE,
}


def read_word(content: bytes, source: str) -> Reading:
    """The paragraphs and table rows of a Word file, without the headers and footers of its pages.

    Raises: SourceError for a file that Word could not open either, or one without text.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > MAX_UNPACKED:
            raise SourceError(source, f"unpacks to {unpacked >> 20} MB", "split the document")
        document = docx.Document(io.BytesIO(content))
        reading = laid_out(_parts(document), _metadata(document))
    except (
        OpcError,
        LookupError,
        ValueError,
        AttributeError,
        TypeError,
        OSError,
        *_ZIP_ERRORS,
        etree.LxmlError,
    ) as error:
        raise SourceError(source, "is no Word file that can be opened", "save it anew as .docx") from error
    if not reading.blocks:
        raise SourceError(source, "is a Word file without text", "give a document with words in it")
    return reading


def _parts(document: WordDocument) -> Iterator[Part]:
    for piece in document.iter_inner_content():
        if isinstance(piece, Table):
            yield from _rows(piece)
        elif isinstance(piece, Paragraph):
            style = (piece.style.name or "").split()[:1] if piece.style is not None else []
            yield Part(_KINDS.get(style[0], BlockKind.PARAGRAPH) if style else BlockKind.PARAGRAPH, piece.text)


def _rows(table: Table) -> Iterator[Part]:
    for row in table.rows:
        # a merged cell is listed once for each column that it spans
        cells = list(dict.fromkeys(words for cell in row.cells if (words := " ".join(cell.text.split()))))
        yield Part(BlockKind.TABLE_ROW, " | ".join(cells))


def _metadata(document: WordDocument) -> Metadata:
    told = document.core_properties
    modified = told.modified.date().isoformat() if told.modified else None
    return Metadata(
        title=known_as(one_line(told.title or ""), "docx:title"),
        modified=known_as(modified, "docx:modified"),
        language=known_as(language(told.language or ""), "docx:language"),
    )
