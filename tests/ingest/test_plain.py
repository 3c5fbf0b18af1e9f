import pytest

from onrecord.ingest.plain import read_plain

BODY = "The ministers of Arvenia and Belmar met in Portville on Monday and spoke about the river."


def pieces(reading):
    return [(block.kind.value, reading.text[block.start : block.end]) for block in reading.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Talks in Portville\n\n{BODY}", [("headline", "Talks in Portville"), ("paragraph", BODY)]),
        (f"They met.\n\n{BODY}", [("paragraph", "They met."), ("paragraph", BODY)]),
        (f"To the press:\n\n{BODY}", [("paragraph", "To the press:"), ("paragraph", BODY)]),
        ("Talks in Portville", [("paragraph", "Talks in Portville")]),  # heads nothing
        (
            f"{BODY}\n\nWhat was said\n\n{BODY}",
            [("paragraph", BODY), ("heading", "What was said"), ("paragraph", BODY)],
        ),
        (
            f"{BODY}\n\n“No comment”\n\n{BODY}",
            [("paragraph", BODY), ("heading", "“No comment”"), ("paragraph", BODY)],
        ),
        (
            f"{BODY}\n\n“No comment.”\n\n{BODY}",
            [("paragraph", BODY), ("paragraph", "“No comment.”"), ("paragraph", BODY)],
        ),
        (
            f"{BODY}\n\nMINISTRY\n\nPORTVILLE",
            [("paragraph", BODY), ("paragraph", "MINISTRY"), ("paragraph", "PORTVILLE")],
        ),
        (
            f"Talks\n\nBy Ann Smith and Jo Poe\n\n{BODY}",
            [("headline", "Talks"), ("byline", "By Ann Smith and Jo Poe"), ("paragraph", BODY)],
        ),
        (
            f"Talks\n\nBy Monday they had met.\n\n{BODY}",
            [("headline", "Talks"), ("paragraph", "By Monday they had met."), ("paragraph", BODY)],
        ),
        (f"Talks\n2031-05-12 20:15 Portville\n\n{BODY}", None),
        (
            "- one thing\n- another thing\n  that goes on",
            [("list_item", "one thing"), ("list_item", "another thing\n  that goes on")],
        ),
        ("> We agree,\n> they said.", [("quote", "We agree,\n> they said.")]),
        (
            "# Talks\n\n## First day ##\n\n###\n\nThey met.",
            [("headline", "Talks"), ("heading", "First day"), ("paragraph", "They met.")],
        ),
        (
            "| who | what |\n|---|---|\n| Arvenia | spoke |",
            [("table_row", "| who | what |"), ("table_row", "| Arvenia | spoke |")],
        ),
        (
            "They met and\nspoke for long\nabout it.",
            [("paragraph", "They met and\nspoke for long\nabout it.")],
        ),
        (f"{BODY} {BODY}\n{BODY}", [("paragraph", f"{BODY} {BODY}"), ("paragraph", BODY)]),
        ("They met.\n\n* * *\n\nThey left.", [("paragraph", "They met."), ("paragraph", "They left.")]),
        ("", []),
        ("---\n\n???", []),
    ],
)
def test_blocks(text, expected):
    reading = read_plain(text)
    assert reading.text == text
    if expected is not None:
        assert pieces(reading) == expected


def test_a_known_title_leaves_the_first_line_what_it_is():
    text = f"Office of the Spokesman\n\n{BODY}"
    assert pieces(read_plain(text, "Talks"))[0] == ("heading", "Office of the Spokesman")
    assert pieces(read_plain(text, "Office of the  Spokesman"))[0][0] == "headline"


@pytest.mark.parametrize(
    ("front", "title", "published"),
    [
        ("title: Talks\ndate: 2031-05-12", "Talks", "2031-05-12"),
        (
            'title: "Talks \\\n  in Portville"\npublished_time: 2031-05-12 13:00:00-05:00',
            "Talks in Portville",
            "2031-05-12",
        ),
        ("title: Talks: the third day\ndate: 2031-05-12", "Talks: the third day", "2031-05-12"),  # no YAML
        ("title: [Talks]\ndate: soon", None, None),
    ],
)
def test_front_matter_is_metadata_and_no_text_to_read(front, title, published):
    text = f"---\n{front}\n---\n\n{BODY}\n"
    reading = read_plain(text)
    assert reading.text == text
    assert pieces(reading) == [("paragraph", BODY)]
    assert (reading.metadata.title and reading.metadata.title.value) == title
    assert (reading.metadata.published and reading.metadata.published.value) == published


def test_a_rule_at_the_top_is_no_front_matter():
    reading = read_plain(f"---\n{BODY}\n---\n\n{BODY}")
    assert [words for _, words in pieces(reading)] == [BODY, BODY]


def test_mojibake_is_repaired_where_it_is_and_nowhere_else():
    good = "The “quiet” café.\n"
    bad = "Talks â€œwent wellâ€\x9d, he said."
    reading = read_plain(good + bad)
    assert reading.text == good + "Talks “went well”, he said."
    [finding] = reading.findings
    assert reading.text[finding.start : finding.end] == "“went well”"
