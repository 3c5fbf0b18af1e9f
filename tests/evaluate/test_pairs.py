"""Pairs of accounts are laid side by side and given to the scorer that stands with their gold."""

import json

import pytest

from onrecord.errors import SourceError
from onrecord.evaluate.pace import Pace
from onrecord.evaluate.pairs import comparisons
from onrecord.evaluate.sticks import Trial

HEAD = "President Ilse Brandt of Norway spoke with President Mateo Rojas of Chile. "
NOTHING = {"p": 0.5, "r": 0.5, "f1": 0.5}
REPORT = {
    "topic": NOTHING, "each_topic": NOTHING, "unconfirmed": NOTHING, "attributed": NOTHING, "evidence": NOTHING,
    "confirmed": {"value": 1.0}, "exact": {"value": 1.0},
}  # fmt: skip
SCORER = f"""
import json, sys
(line,) = open(sys.argv[4], encoding="utf-8").read().splitlines()
made = json.loads(line)
assert [made[side]["uri"].endswith(name) for side, name in (("a", "x.txt"), ("b", "y.txt"))] == [True, True]
print({json.dumps(json.dumps(REPORT))})
"""


@pytest.fixture
def trial(tmp_path, tools):
    gold, work = tmp_path / "gold", tmp_path / "work"
    gold.mkdir()
    work.mkdir()
    for name, text in (("x", HEAD + "President Brandt raised concern over tariffs."), ("y", HEAD), ("z", HEAD)):
        (gold / f"{name}.txt").write_text(text, encoding="utf-8")
        annotation = {"published": "2031-05-12", "statements": []}
        (gold / f"{name}.resolved.json").write_text(json.dumps(annotation), encoding="utf-8")
    (gold / "score_compare.py").write_text(SCORER, encoding="utf-8")
    return Trial(folder=tmp_path, work=work, tools=tools, pace=Pace(name="comparisons"))


def test_a_pair_is_compared_and_scored(trial):
    (trial.folder / "gold" / "x.compare.resolved.json").write_text('{"a": "x.txt", "b": "y.txt"}', encoding="utf-8")
    (table,) = comparisons(trial)
    assert table.title == "Two accounts of one meeting: 1 pairs"
    assert table.rows[0][1] == "50.0"
    assert "a pair took" in table.note
    assert len(trial.pace.seconds) == 2  # the third text is in no pair


def test_what_is_no_pair_is_told(trial):
    (trial.folder / "gold" / "x.compare.resolved.json").write_text('{"a": "x.txt"}', encoding="utf-8")
    with pytest.raises(SourceError, match="is no comparison"):
        list(comparisons(trial))
