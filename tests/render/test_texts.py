from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Block, BlockKind, Document, Finding, FindingKind, Record
from onrecord.render.texts import pieces, source_texts

TEXTS = st.text(alphabet="ab |\t\n ", max_size=40)


def document(text, *blocks):
    made = tuple(Block(kind=kind, start=start, end=end) for kind, start, end in blocks)
    return Document(id="d", uri="u", text=text, blocks=made)


@given(text=TEXTS, data=st.data())
def test_pieces_hold_all_that_is_not_blank_once(text, data):
    border = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    blocks = sorted(data.draw(st.lists(border, max_size=4)))
    found = list(pieces(document(text, *((BlockKind.PARAGRAPH, *block) for block in blocks))))
    assert all(one.end <= other.start for one, other in pairwise(found))
    shown = "".join(text[piece.start : piece.end] for piece in found)
    assert "".join(shown.split()) == "".join(text.split())


def shown(brief, record):
    """The kinds and pieces of the record's text; the cells of a piece are joined by "/"."""
    source = replace(brief.sources[0], doc_id=record.document.id)
    [text] = source_texts(replace(brief, sources=(source,)), [record])
    return [(group.kind, [words(piece) for piece in group.pieces]) for group in text.groups]


def words(piece):
    return "/".join("".join(cut.text for cut in cell).strip() for cell in piece.cells)


def test_blocks_are_grouped_and_text_outside_them_has_no_kind(brief):
    text = "A title\n\none\n\ntwo\n\nx | y\n\nafter\nand after"
    kinds = [
        (BlockKind.HEADLINE, 0, 7),
        (BlockKind.LIST_ITEM, 9, 12),
        (BlockKind.LIST_ITEM, 14, 17),
        (BlockKind.TABLE_ROW, 19, 24),
    ]
    assert shown(brief, Record(document=document(text, *kinds))) == [
        (BlockKind.HEADLINE, ["A title"]),
        (BlockKind.LIST_ITEM, ["one", "two"]),
        (BlockKind.TABLE_ROW, ["x/y"]),
        (None, ["after", "and after"]),
    ]


@pytest.mark.parametrize(
    ("row", "cells"),
    [("a\tb", "a/b"), ("a | b c", "a/b c"), ("| a | b |", "a/b"), ("plain", "plain"), ("|", "|")],
)
def test_cells_of_a_table_row(brief, row, cells):
    record = Record(document=document(row, (BlockKind.TABLE_ROW, 0, len(row))))
    assert shown(brief, record) == [(BlockKind.TABLE_ROW, [cells])]


def test_a_block_that_is_all_furniture_is_not_laid_out_as_a_block(brief):
    doc = document("Share this\n\nThe news", (BlockKind.HEADING, 0, 10), (BlockKind.PARAGRAPH, 12, 20))
    furniture = Finding(kind=FindingKind.FURNITURE, detail="share bar", start=0, end=10)
    assert shown(brief, Record(document=doc, findings=(furniture,)))[0] == (None, ["Share this"])
    part = replace(furniture, end=5)
    assert shown(brief, Record(document=doc, findings=(part,)))[0] == (BlockKind.HEADING, ["Share this"])


def test_the_text_of_a_record_is_shown_whole(brief, records):
    for text, record in zip(source_texts(brief, records), records, strict=True):
        cells = [cell for group in text.groups for piece in group.pieces for cell in piece.cells]
        found = "".join(cut.text for cell in cells for cut in cell)
        assert "".join(found.split()) == "".join(record.document.text.replace("|", "").split())


def test_a_source_without_its_record_has_no_text(brief, records):
    first, second = source_texts(brief, records[:1])
    assert first.groups
    assert first.details
    assert second.groups == second.details == ()
