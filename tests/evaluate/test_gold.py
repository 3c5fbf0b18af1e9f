import json

import pytest

from onrecord.errors import SourceError
from onrecord.evaluate.gold import gold_pages, is_disputed, is_readout, without_disputed

TEXT = "Averland said the bridge was safe and that Borland thought it was not."


def part(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def statement(words, note=None):
    return {"content": [part(words)], **({"note": note} if note else {})}


@pytest.fixture
def gold(tmp_path):
    """Writes an annotated document."""

    def write(name="news-one", published="2031-05-12", statements=()):
        text = tmp_path / f"{name}.txt"
        text.write_text(TEXT, encoding="utf-8")
        annotation = {"published": published, "statements": list(statements)}
        text.with_suffix(".resolved.json").write_text(json.dumps(annotation), encoding="utf-8")
        return text

    return write


def test_a_page_has_the_day_of_its_annotation(gold, tmp_path):
    gold("news-two", published=None)
    gold("news-one")
    (tmp_path / "bare.txt").write_text(TEXT, encoding="utf-8")
    assert [page.published_otherwise for page in gold_pages(tmp_path)] == ["2031-05-12", None]


def test_a_broken_annotation_is_named(gold, tmp_path):
    gold("news-one").with_suffix(".resolved.json").write_text("[", encoding="utf-8")
    with pytest.raises(SourceError, match=r"news-one\.resolved\.json: cannot be read"):
        list(gold_pages(tmp_path))


@pytest.mark.parametrize(
    ("name", "readout"), [("us-xx-2031.txt", True), ("a/us-b.txt", True), ("news-us-b.txt", False)]
)
def test_readouts_are_told_by_their_names(name, readout):
    assert is_readout(name) is readout


@pytest.mark.parametrize(
    ("note", "disputed"),
    [("nested", True), ("a narrated attitude; 'it' = Averland", True), ("headline", False), (None, False)],
)
def test_disputed_entries_are_told_by_their_notes(note, disputed):
    assert is_disputed(statement("Averland", note)) is disputed


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        pytest.param("Borland thought it was not", False, id="the disputed one"),
        pytest.param("thought it was not", False, id="more than half of it"),
        pytest.param("not", True, id="a small part of it: wrong either way"),
        pytest.param("the bridge was safe", True, id="a settled one"),
        pytest.param("the bridge was safe and that Borland", True, id="closer to a settled one"),
    ],
)
def test_what_matches_a_disputed_entry_is_set_aside(gold, tmp_path, words, kept):
    settled, disputed = statement("the bridge was safe"), statement("Borland thought it was not", "nested")
    text = gold(statements=[settled, disputed])
    line = json.dumps({"document": {"uri": str(text)}, "statements": [statement(words)], "events": []})
    aside = tmp_path / "settled"
    aside.mkdir()
    [found] = without_disputed([line], aside)
    assert len(json.loads(found)["statements"]) == kept
    assert json.loads((aside / "news-one.resolved.json").read_text(encoding="utf-8"))["statements"] == [settled]
    assert (aside / "news-one.txt").read_bytes() == text.read_bytes()
