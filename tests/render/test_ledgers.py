"""How lines of communication are told in a list."""

import pytest

from onrecord.lexicon.channels import ChannelStatus
from onrecord.model import Evidence
from onrecord.render.ledgers import line_entry
from onrecord.views.hotlines import Line, LineReport


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
