import pytest

from onrecord.ingest.findings import findings
from onrecord.lexicon.furniture import load_furniture
from onrecord.model import Block, BlockKind, Document, document_id


def _document(text, *, published="2031-05-12", kinds=None, **more):
    """A document whose blocks are the stretches between blank lines; `kinds` by number, else paragraphs."""
    blocks, offset = [], 0
    for number, piece in enumerate(text.split("\n\n")):
        if piece.strip():
            kind = (kinds or {}).get(number, BlockKind.PARAGRAPH)
            blocks.append(Block(kind=kind, start=offset, end=offset + len(piece)))
        offset += len(piece) + 2
    return Document(id=document_id(text), uri="test", text=text, blocks=tuple(blocks), published=published, **more)


@pytest.fixture(scope="session")
def make_document():
    return _document


@pytest.fixture(scope="session")
def found():
    """What of a kind is found in a text: the passages, or the details of findings without a place."""
    known = load_furniture()

    def _found(text, kind, **options):
        document = _document(text, **options)
        return [
            finding.detail if finding.start is None else document.text[finding.start : finding.end]
            for finding in findings(document, known)
            if finding.kind is kind
        ]

    return _found
