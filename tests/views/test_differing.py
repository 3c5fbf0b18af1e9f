"""What differs between two texts."""

import pytest

from onrecord.views import differing
from onrecord.views.differing import difference

TOLD = "The ministers agreed on Monday that twelve ships may pass the strait each day until the end of the year."


@pytest.mark.parametrize(
    ("after", "changes", "dropped", "added"),
    [
        (TOLD, [], 0, 0),
        (TOLD.replace("twelve", "fourteen"), [("twelve", "fourteen")], 1, 1),
        (TOLD.replace(" until the end of the year", ""), [("until the end of the year.", "")], 6, 0),
        ("NORHAVEN — " + TOLD, [("", "NORHAVEN —")], 0, 2),
        (TOLD.replace("Monday", "Friday").replace("twelve", "ten"), [("Monday that twelve", "Friday that ten")], 3, 3),
        (TOLD.replace("Monday that", "monday, that"), [], 0, 0),
        ("", [(TOLD, "")], 20, 0),
    ],
)
def test_changes(after, changes, dropped, added):
    told = difference(TOLD, after)
    assert [(change.before, change.after) for change in told.changes] == changes
    assert (told.dropped, told.added, told.is_whole) == (dropped, added, True)


def test_of_long_texts_the_beginnings_are_compared(monkeypatch):
    monkeypatch.setattr(differing, "MOST_WORDS", 5)
    told = difference(TOLD, TOLD.replace("twelve", "ten"))
    assert (told.changes, told.is_whole) == ((), False)
