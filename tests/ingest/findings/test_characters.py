import pytest

from onrecord.model import FindingKind


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("They\tmet.\nThey parted.", []),
        ("They\u200b\u200b met.", ["\u200b\u200b"]),
        ("They\u202emet\u202c.", ["\u202e", "\u202c"]),
        ("They\x00 met\x85.", ["\x00", "\x85"]),
        ("La señora Müller, 王毅.", []),
    ],
)
def test_invisible(found, text, runs):
    assert found(text, FindingKind.CONTROL) == runs


def test_many_are_counted(found):
    shown = found("\u200b a" * 50, FindingKind.CONTROL)
    assert len(shown) == 21
    assert "invisible characters in 30 more places" in shown
