"""How lines of communication and promises are told in a list."""

import io

import pytest
from rich.console import Console

from onrecord.lexicon.channels import ChannelStatus
from onrecord.model import Evidence
from onrecord.render.entries import print_entries
from onrecord.render.ledgers import line_entry, promise_entry
from onrecord.views.commitments import Commitment
from onrecord.views.hotlines import Line, LineReport
from onrecord.views.promises import Bearing, Later, Promise


def report(status, published, *places):
    passages = tuple(Evidence(f"d{published}", start, start + 3, "cut") for start in places or (0,))
    return LineReport(status=status, published=published, document=f"d{published}", evidence=passages)


def line(status, *history):
    return line_entry(Line(parties=("AVL", "BRL"), family="line", names=("hotline",), status=status, history=history))


CUT, OPEN = ChannelStatus.CUT, ChannelStatus.OPEN


@pytest.mark.parametrize(
    ("status", "history", "tags"),
    [
        (CUT, (report(CUT, "2031-05-12"),), ("cut", "reported Monday 12 May 2031")),
        (CUT, (report(OPEN, "2031-05-12"), report(CUT, "2031-05-13")), ("cut", "reported Tuesday 13 May 2031")),
        (CUT, (report(CUT, "2031-05-12"), report(None, "2031-05-13")), ("cut", "reported Monday 12 May 2031")),
        (CUT, (report(CUT, None),), ("cut", "day unknown")),
        (None, (report(None, "2031-05-12"),), ("status unknown", "reported Monday 12 May 2031")),
    ],
)
def test_how_a_line_stands_has_the_day_of_its_report(status, history, tags):
    assert line(status, *history).tags == tags


@pytest.mark.parametrize(
    ("history", "passages"),
    [
        ([report(OPEN, f"2031-05-{day}") for day in range(10, 16)], 6),  # of each report one
        ([report(OPEN, "2031-05-10", 0, 5, 10, 15)], 3),  # of one report some
        ([report(OPEN, "2031-05-10", 0, 5), report(OPEN, "2031-05-11", 0, 5, 10)], 3),
    ],
)
def test_each_report_of_a_line_is_cited(history, passages):
    entry = line(OPEN, *history)
    assert len(entry.passages) == passages
    assert {told.doc_id for told in entry.passages} == {told.document for told in history}


def test_what_came_of_a_promise_stands_once_with_its_place():
    given = Commitment(
        actor=("AVL",), toward=None, undertaking=Evidence("d", 5, 18, "open the dams"), said_by=(),
        confirmed_by_actor=None, records=(),
    )  # fmt: skip
    later = tuple(
        Later(bearing=bearing, date=day, evidence=Evidence("e", start, start + 10, "No dam open"[:10]), record="s")
        for bearing, day, start in ((Bearing.AGAINST, "2031-05-12", 20), (Bearing.ABOUT, None, 40))
    )
    one = Promise(commitment=given, date=None, time_frame=None, due=None, due_basis=None, later=later)
    console = Console(file=io.StringIO(), width=100)
    print_entries([promise_entry(one)], [], console)
    assert console.file.getvalue().splitlines() == [
        "• AVL · told by the text itself",
        "    “open the dams” (source ?, 5–18)",
        "    later: against · Monday 12 May 2031 · “No dam ope” (source ?, 20–30)",
        "    later: about · day unknown · “No dam ope” (source ?, 40–50)",
    ]
