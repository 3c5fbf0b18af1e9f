"""PLOVER's types in numbers."""

import pytest

from onrecord import lexicon
from onrecord.lexicon.plover import Quad, scale_of
from onrecord.model import Event, EventType, Evidence

SCALE = scale_of(lexicon.load().plover, lexicon.load().cameo)


def event(type_, mode=None, cameo=None):
    words = Evidence("d", 0, 3, "met")
    return Event(id="e", type=type_, trigger=words, evidence=(words,), rule="test", mode=mode, cameo=cameo)


@pytest.mark.parametrize("type_", EventType)
def test_every_type_has_its_quarter_and_its_figure(type_):
    quad, figure = SCALE.quad(event(type_)), SCALE.intensity(event(type_))
    assert (figure > 0) == (quad in (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION))


@pytest.mark.parametrize(
    ("told", "cameo", "figure"),
    [
        (event(EventType.CONSULT), "040", 1.0),
        (event(EventType.CONSULT, "visit"), "042", 1.9),
        (event(EventType.CONSULT, "by carrier pigeon"), "040", 1.0),
        (event(EventType.SUPPORT, None, "057"), "057", 8.0),
        (event(EventType.SUPPORT, None, "0579"), "0579", 8.0),  # a code that the scale has not: its root's
        (event(EventType.SUPPORT, None, "999"), "999", 3.5),  # a code of somebody's own: the type's
    ],
)
def test_figures(told, cameo, figure):
    assert (SCALE.cameo(told), SCALE.intensity(told)) == (cameo, figure)


def test_no_code_of_ours_is_without_a_figure():
    known = lexicon.load()
    codes = {frame.cameo for frame in known.frames if frame.cameo} | {one.cameo for one in known.plover}
    assert {code for code in codes if code[:2] not in SCALE.figures} == set()


def test_a_frame_is_as_intense_as_its_code():
    known = lexicon.load()
    apart = [
        frame.key()
        for frame in known.frames
        if frame.type is not None
        and frame.cameo
        and frame.intensity != SCALE.intensity(event(frame.type, frame.mode, frame.cameo))
    ]
    assert apart == []
