"""The core of a passage and its aside, a hit and a near miss each."""

import pytest

from onrecord.model import Evidence
from onrecord.views.compare.cores import core_of


@pytest.mark.parametrize(
    ("text", "core", "aside"),
    [
        (
            "the talks of both sides on salmon in Oum, which resumed in spring",
            "the talks of both sides on salmon in Oum",
            "which resumed in spring",
        ),
        (
            "a fair deal for all who fish in the bay, as well as for their ports",
            "a fair deal for all who fish in the bay",
            "as well as for their ports",
        ),
        ("the talks on salmon, which resumed in spring", "the talks on salmon, which resumed in spring", None),  # short
        (  # no comma: it tells which talks
            "the talks of both sides on salmon in Oum which resumed in spring",
            "the talks of both sides on salmon in Oum which resumed in spring",
            None,
        ),
        (  # a condition is no aside
            "the ports of the north will be closed to ships, unless the tariffs fall",
            "the ports of the north will be closed to ships, unless the tariffs fall",
            None,
        ),
    ],
)
def test_core(words, text, core, aside):
    found = core_of(Evidence("x", 5, 5 + len(text), text), words)
    assert [part and part.exact for part in found] == [core, aside]
    assert found[0].start == 5
    assert found[1] is None or found[1].end == 5 + len(text)
