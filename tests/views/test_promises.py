"""The ledger of promises: by when, and what came later, which is never judged."""

import pytest

from onrecord.lexicon.undertakings import load_undertakings
from onrecord.model import Act, EventType, Status
from onrecord.views.promises import promises

VOW = "to open the northern border to farmers"


@pytest.fixture
def kept(countries):
    def view(*texts):
        return promises([text.record() for text in texts], load_undertakings(), countries)

    return view


@pytest.fixture
def promised(write):
    def promised(words=VOW, published="2031-05-02", more=""):
        text = write(f"Holm promised {words}. {more}", published=published)
        text.says("Ada Holm", words, act=Act.PROMISE, speaker_country="AVL")
        return text

    return promised


@pytest.mark.parametrize(
    ("words", "frame", "due"),
    [
        ("to open the border by 2035", "2035", "2035"),
        ("to open the border by the end of May", "the end of May", "2031-05"),
        ("to open the border in June 2032", "June 2032", "2032-06"),
        ("to open the border in the coming weeks", "the coming weeks", None),
        ("to open the border for farmers", None, None),
        ("to open the border on both banks", None, None),
    ],
)
def test_by_when(kept, promised, words, frame, due):
    (one,) = kept(promised(words))
    assert (one.time_frame and one.time_frame.exact, one.due, one.date) == (frame, due, "2031-05-02")


@pytest.mark.parametrize(
    ("said", "act", "negated", "bearings"),
    [
        ("the northern border would open to all farmers", Act.REAFFIRM, False, ["for"]),
        ("the northern border would open to all farmers", Act.ASSERT, False, ["about"]),
        ("the northern border would open to all farmers", Act.REAFFIRM, True, ["against"]),
        ("it never promised to open the northern border to farmers", Act.DENY, False, ["against"]),
        ("the northern harvest was good", Act.REAFFIRM, False, []),
    ],
)
def test_what_the_same_side_says_later(kept, promised, write, said, act, negated, bearings):
    later = write(f"Averland said {said}.", published="2031-07-01")
    later.says("Averland", said, act=act, negated=negated, speaker_country="AVL")
    earlier = write(f"Averland once said {said}.", published="2031-01-01")
    earlier.says("Averland", said, act=act, negated=negated, speaker_country="AVL")
    other = write(f"Borland said {said}.", published="2031-07-01")
    other.says("Borland", said, act=act, negated=negated, speaker_country="BRL")
    mine = [one for one in kept(promised(), later, earlier, other) if one.commitment.undertaking.exact == VOW]
    assert [[later.bearing for later in one.later] for one in mine] == [bearings]


@pytest.mark.parametrize(
    ("type_", "status", "bearing"),
    [
        (EventType.CONCEDE, Status.OCCURRED, "about"),
        (EventType.REJECT, Status.OCCURRED, "against"),
        (EventType.CONCEDE, Status.CANCELLED, "against"),
    ],
)
def test_what_is_done_later(kept, promised, write, type_, status, bearing):
    clause = "Averland and the opening of the northern border for farmers"
    later = write(f"{clause}.", published="2031-07-01")
    later.does(type_, "opening", sources=("AVL",), clause=clause, status=status)
    (one,) = kept(promised(), later)
    assert [later.bearing for later in one.later] == [bearing]


@pytest.mark.parametrize(
    ("remark", "speaker", "bearings"),
    [
        ("nothing so far would contradict that", "Ada Holm", ["about"]),
        ("nothing so far would contradict the farmers", "Ada Holm", []),
        ("nothing so far would contradict that", "Bo Lind", []),  # who did not tell of it
        ("Borland violated its commitment", "Ada Holm", ["about"]),
    ],
)
def test_whether_it_is_kept_as_who_tells_of_it_says(kept, write, remark, speaker, bearings):
    text = write(f"Holm said Borland had promised {VOW}. Later: {remark}.", published="2031-05-02")
    text.says("Borland", VOW, act=Act.PROMISE, via="Ada Holm")
    text.says(speaker, remark)
    (one,) = kept(text)
    assert [later.bearing for later in one.later] == bearings


def test_what_the_text_itself_tells_is_dated_by_it(kept, write):
    (one,) = kept(write("Averland pledges to buy grain.", published="2031-05-02"))
    assert one.date == "2031-05-02"
