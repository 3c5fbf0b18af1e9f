import pytest

from onrecord.errors import SourceError
from onrecord.evaluate.figures import comparison, found, goals, measures_of, peers_of
from onrecord.evaluate.tables import Table, markdown

REPORT = {"false_alarms": 0.125, "detection": 0.9, "micro": [0.5, 0.25], "rate": {"value": None}}
SETS = ("statements", "plv", "gsr", "coped", "gold")


@pytest.mark.parametrize(
    ("path", "share"),
    [("false_alarms", 0.125), ("micro.1", 0.25), ("rate.value", None), ("kinds?.x", None), ("rate?.value", None)],
)
def test_a_figure_is_found_by_its_path(path, share):
    assert found(REPORT, path) == share


@pytest.mark.parametrize("path", ["alarms", "micro.2", "micro.x", "rate.value.more"])
def test_a_path_that_leads_nowhere_is_told(path):
    with pytest.raises(SourceError, match="reports no"):
        found(REPORT, path)


def test_less_can_be_better():
    table = goals("coped", "Neutral", {"ours": REPORT})
    assert table.head == ("measure", "ours", "to reach", "best peer", "which", "two people")
    assert table.rows[0] == ("neutral statements coded as events", "12.5", "15", "17.0", "PETRARCH2", "-")


def test_a_set_without_peers_has_no_column_for_them():
    assert peers_of("gold") == []
    assert measures_of("gold")


def test_we_stand_first_among_the_others():
    table = comparison("coped", "Others", REPORT)
    assert [row[0] for row in table.rows] == ["OnRecord", *(peer.name for peer in peers_of("coped"))]
    assert table.rows[0][1:] == ("12.5", "90.0")


@pytest.mark.parametrize("name", SETS)
def test_every_figure_of_a_peer_is_measured(name):
    shown = {measure.figure for measure in measures_of(name)}
    assert [figure for peer in peers_of(name) for figure in peer.figures if figure not in shown] == []


def test_columns_are_aligned():
    table = Table(title="T", note="N", head=("system", "F"), rows=(("ours", "7.0"), ("theirs too", "12.0")))
    assert markdown(table).splitlines() == [
        "## T",
        "N",
        "",
        "| system     |    F |",
        "| ---------- | ---: |",
        "| ours       |  7.0 |",
        "| theirs too | 12.0 |",
    ]
