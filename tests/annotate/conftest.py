import pytest

from onrecord.annotate.nlp import annotate
from onrecord.model import Block, BlockKind, Document, document_id


@pytest.fixture(scope="session")
def read(tools):
    """A text of one paragraph, annotated."""

    def read(text):
        block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text))
        return annotate(Document(id=document_id(text), uri="test", text=text, blocks=(block,)), (), tools.reader)

    return read
