"""Names and texts that no database would keep are so written that every one does, and all others left as they are."""

import json
import os

import pytest

from onrecord.ingest import ColumnMap, SourceOptions, pages, to_document
from onrecord.ingest.unkept import escaped, replaced
from onrecord.model import Page

TEXT = "The ministers met in Portville."


@pytest.mark.parametrize(
    ("told", "name", "text"),
    [
        ("caf\udce9.txt", r"caf\udce9.txt", "caf\ufffd.txt"),
        ("a\0b", r"a\x00b", "a\ufffdb"),
        ("café \u200b\x01 😀 \ufffd\ue000", "café \u200b\x01 😀 \ufffd\ue000", "café \u200b\x01 😀 \ufffd\ue000"),
    ],
)
def test_only_what_no_store_keeps_is_written_otherwise(told, name, text):
    assert (escaped(told), replaced(told)) == (name, text)


def read(source):
    return list(pages(str(source), SourceOptions(columns=ColumnMap(), follow=False)))


def is_kept(one):
    """Whether every word of it is such as any database keeps."""
    told = [one.uri, one.reason] if not isinstance(one, Page) else [one.uri]
    if isinstance(one, Page) and one.content:
        document, _ = to_document(one)
        told += [document.text, document.uri, document.title or "", document.publisher or "", *document.provenance]
    return all(told == escaped(told) for told in told)


def test_a_file_whose_name_is_no_text(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "w") as file:  # noqa: PTH123 - no Path has such a name
        file.write(TEXT)
    assert [one.uri for one in read(tmp_path)] == [str(tmp_path / "a.txt"), str(tmp_path / r"caf\udce9.txt")]
    assert [is_kept(one) for one in read(f"{tmp_path}/caf\udce9.txt")] == [True]
    assert [is_kept(one) for one in read(f"{tmp_path}/caf\udce8.txt")] == [True]


@pytest.mark.parametrize("wrong", ["\ud800", "\0"])
@pytest.mark.parametrize("field", ["id", "url", "title", "content_text"])
def test_an_item_of_a_feed(tmp_path, field, wrong):
    item = {"id": "a", "title": "Talks", "content_text": TEXT} | {field: f"https://a.example/{wrong} met"}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "F", "items": [item, {"content_text": TEXT}]}
    (tmp_path / "feed.json").write_text(json.dumps(feed))
    assert [is_kept(one) for one in read(tmp_path / "feed.json")] == [True, True]


@pytest.mark.parametrize("wrong", ["\ud800", "\0"])
@pytest.mark.parametrize("field", ["url", "title", "text"])
def test_a_row_of_a_table(tmp_path, field, wrong):
    rows = [{"text": TEXT, "title": "Talks", field: f"Talks{wrong} met"}, {"text": TEXT}]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert [is_kept(one) for one in read(tmp_path / "rows.jsonl")] == [True, True]
