"""Accounts of one meeting that are known to be such, against those that are found."""

import json

import pytest

from onrecord.errors import SourceError
from onrecord.evaluate.meetings import INDEX, accounts
from onrecord.evaluate.pace import Pace
from onrecord.evaluate.sticks import Trial

TEXTS = {
    "north.txt": "President Ilse Brandt of Norway met today with President Mateo Rojas of Chile.",
    "south.txt": "President Mateo Rojas of Chile met President Ilse Brandt of Norway. They discussed tariffs.",
    "other.txt": "Foreign Minister Nora Dahl of Norway met today with Foreign Minister Pilar Soto of Chile.",
}


@pytest.fixture
def trial(tmp_path, tools):
    """Writes the documents, with the meeting and the side of each."""

    def write(told):
        (tmp_path / "docs").mkdir()
        (tmp_path / "eval").mkdir()
        for name, text in TEXTS.items():
            (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
        lines = [{"file": name, "meeting_id": meeting, "side": side} for name, meeting, side in told]
        (tmp_path / "docs" / "index.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
        return Trial(folder=tmp_path / "eval", work=tmp_path, tools=tools, pace=Pace(name="accounts"))

    return write


@pytest.mark.parametrize(
    ("told", "figures"),
    [
        ([("north.txt", "m", "Norway"), ("south.txt", "m", "Chile"), ("other.txt", "", "")], ["100.0", "100.0"]),
        ([("north.txt", "m", "Norway"), ("south.txt", "", ""), ("other.txt", "m", "Chile")], ["0.0", "0.0"]),
        ([("north.txt", "m", "Norway"), ("south.txt", "m", "Norway"), ("other.txt", "", "")], ["0.0", "-"]),
        ([("north.txt", "m", "Norway"), ("other.txt", "", "")], ["-", "-"]),
    ],
)
def test_pairs_are_counted(trial, told, figures):
    (table,) = accounts(trial(told))
    assert [row[1] for row in table.rows] == figures
    assert table.title == f"Accounts of one meeting among {len(told)} documents"


def test_what_is_no_list_is_told(trial):
    made = trial([])
    (made.folder / INDEX).write_text('["north.txt"]', encoding="utf-8")
    with pytest.raises(SourceError, match="is no list of documents"):
        list(accounts(made))
