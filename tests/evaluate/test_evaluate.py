"""The whole of an evaluation on two invented sentences, with scorers that are scripts of a line or two."""

import json

import pytest

from onrecord.errors import SourceError
from onrecord.evaluate import STICKS, Skipped, Table, evaluate

SENTENCES = ("Norway accused Chile of breaking the treaty.", "The harbour was quiet on Sunday.")
PENTA = "det P 1.0 R 1.0 F1 80.0 | false alarms on 1 neutral statements: 25.0% | quad acc"


@pytest.fixture
def folder(tmp_path):
    """Writes gold sentences and a scorer of this source."""

    def write(scorer):
        (tmp_path / "events").mkdir()
        rows = [json.dumps({"id": f"s{number}", "text": text}) for number, text in enumerate(SENTENCES)]
        (tmp_path / "events" / "coped_train.jsonl").write_text("\n".join(rows), encoding="utf-8")
        (tmp_path / "events" / "score_penta.py").write_text(scorer, encoding="utf-8")
        return tmp_path

    return write


def test_what_is_not_there_is_skipped_with_a_reason(tmp_path):
    told = list(evaluate(tmp_path, tools=lambda: pytest.fail("nothing is to be read")))
    assert [skipped.stick for skipped in told] == [stick.name for stick in STICKS]
    assert told[0] == Skipped(
        stick="statements", reason=f"{tmp_path / 'statements' / 'score_statements.py'} is not there"
    )


def test_no_folder_is_told(tmp_path):
    with pytest.raises(SourceError, match="is no folder"):
        next(evaluate(tmp_path / "none", tools=lambda: pytest.fail("nothing is to be read")))


def test_a_stick_gives_its_tables_and_the_time(folder, tools):
    told = list(evaluate(folder(f"print({PENTA!r})"), tools=lambda: tools))
    tables = [table for table in told if isinstance(table, Table)]
    assert [table.rows[0][:3] for table in tables] == [
        ("neutral statements coded as events", "25.0", "15"),
        ("OnRecord", "25.0", "80.0"),
        ("coped", "2", "0"),
    ]
    assert tables[-1].rows[0][3] == str(sum(len(text.split()) for text in SENTENCES))
    assert len(told) == len(STICKS) - 1 + len(tables)


def test_the_scorer_is_given_the_gold_and_what_was_found(folder, tools):
    """It passes on what it is given as its error, which is told."""
    place = folder("import sys; sys.exit(' '.join(open(sys.argv[2]).read().split()))")
    with pytest.raises(
        SourceError, match=r'failed: {"id": "s0", "events": \[{"type": "ACCUSE".*{"id": "s1", "events": \[\]}'
    ):
        list(evaluate(place, tools=lambda: tools))


@pytest.mark.parametrize(
    ("scorer", "told"),
    [("raise SystemExit(3)", "failed: it says nothing"), ("print('hm')", "says nothing that we know")],
)
def test_a_scorer_that_fails_is_told(folder, tools, scorer, told):
    with pytest.raises(SourceError, match=told):
        list(evaluate(folder(scorer), tools=lambda: tools))


def test_gold_that_is_no_table_of_texts_is_told(folder, tools):
    place = folder("")
    (place / "events" / "coped_train.jsonl").write_text('{"id": "s0"}\n', encoding="utf-8")
    with pytest.raises(SourceError, match=r"coped_train\.jsonl:1: is no text with its id"):
        list(evaluate(place, tools=lambda: tools))
