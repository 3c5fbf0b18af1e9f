import pytest

from onrecord.model import FindingKind


@pytest.mark.parametrize(
    "text",
    [
        "“We agree,” she said.",
        '"We agree," she said.',
        "«We agree», she said.",
        "»We agree«, she said.",
        "„We agree“, she said.",
        "”We agree”, she said.",
        '“We agree," she said.',
        "“They called it ‘independence'”, she said.",
        "“He told me, “Go,” and I went,” she said.",
        '("We agree")',
        "The workers' envoy didn’t stay; ’tis the ministers’ way.",
        'A pipe of 5" was laid.',
        "``We agree,'' she said.",
        "“First.\n\n“Second.\n\n“Third,” she said.",
    ],
)
def test_paired(found, text):
    assert found(text, FindingKind.QUOTES) == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("He called for talks on those channels. ”", ["”"]),
        ("“We agree, she said.", ["“"]),
        ('We agree," she said.', ['"']),
        ("We agree», she said.", ["»"]),
        ("“First.\n\nThen she left.", ["“"]),
        ("“First.\n\n“Second, she said.", ["“"]),
        ("“One” and “two.\n\nThen “three” came.", ["“"]),
    ],
)
def test_without_partner(found, text, marks):
    assert found(text, FindingKind.QUOTES) == marks


def test_many_are_counted(found):
    shown = found("“a " * 10_000, FindingKind.QUOTES)
    assert len(shown) == 21
    assert "9980 more quotation marks without a partner" in shown
