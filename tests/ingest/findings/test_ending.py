import pytest

from onrecord.model import BlockKind, FindingKind

BODY = "The ministers met in the old town hall. They spoke of the border.\n\nThey spoke of the river too.\n\n"


@pytest.mark.parametrize(
    "end",
    [
        "The minister of the island said in the evening that the talks on the border would be",
        "She said that it depended on",
        "The talks will […]",
        "The talks will go on...",
        "The talks will go on [+2113 chars]",
        "They parted.\n\nContinue reading",
        "They parted.\n\nSubscribe to read the full story",
    ],
)
def test_cut_short(found, end):
    assert len(found(BODY + end, FindingKind.CUT_SHORT)) == 1


@pytest.mark.parametrize(
    "end",
    [
        "They parted.",
        "“We shall meet again.”",
        "They parted.\n\nMINISTRY OF FOREIGN AFFAIRS\n\nOCTOBER 2031",
        "They parted. – Additional reporting from Reuters",
        "They parted.\n\nSee also  What the treaty means for all the people in the north of Tesh",
        "Continue reading\n\nThey parted.",
    ],
)
def test_whole(found, end):
    assert found(BODY + end, FindingKind.CUT_SHORT) == []


def test_text_without_stops_has_no_end_to_miss(found):
    text = "\n\n".join(["the ministers of the two states met in the hall of the old town on the river"] * 4)
    assert found(text, FindingKind.CUT_SHORT) == []


def test_heading_is_no_end(found):
    text = BODY + "A heading over a part of the article that was not taken along with it"
    assert found(text, FindingKind.CUT_SHORT, kinds={2: BlockKind.HEADING}) == []
