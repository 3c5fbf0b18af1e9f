import io
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from onrecord.render.terminal import PASSAGE_LIMIT, print_brief, shortened
from onrecord.views.brief import Line, Part, PartKind, Section, SectionKind


def printed(brief, width=80, **options):
    console = Console(file=io.StringIO(), width=width, **options)
    print_brief(brief, console)
    return console.file.getvalue()


def with_line(brief, **fields):
    section = Section(kind=SectionKind.MET, title="Met", lines=(Line(**fields),))
    return replace(brief, sections=(section,))


@pytest.mark.parametrize("width", [40, 80, 132])
def test_fits_the_console_without_blanks_at_line_ends(brief, width):
    rows = printed(brief, width).splitlines()
    assert max(map(cell_len, rows)) <= width
    assert [row for row in rows if row != row.rstrip()] == []


def test_tells_the_brief_in_order(brief):
    text = printed(brief)
    headings = [row for row in text.splitlines() if row and row == row.upper() and row[0] != " "]
    assert headings[:4] == ["MET", "SETTLED", "NOT SETTLED", "THE STRAIT AND THE ISLANDS"]
    assert headings[4:] == ["TONE", "TAKE CARE", "SOURCES", "PASSAGES"]
    assert "XNO • “We have not changed our view of the Strait, and we will not be hurried”\n" in text
    assert "— Tomas Reyle, by\n        the Presidency of Sudmark [12]" in text
    assert "calls (paraphrase) — a senior" in text
    assert "▸ not in the words of Norland quoted here" in text
    assert "2 more not shown" in text
    assert "[7] The two sides agreed to carry forward consultations on fisheries. (source\n" in text


def test_a_side_is_named_once_for_lines_that_follow_each_other(brief):
    text = printed(brief)
    assert text.count("XNO •") == 2
    assert text.count("XSU •") == 2


def test_colour_only_on_a_terminal(brief):
    assert "\x1b[" not in printed(brief)
    assert "\x1b[" in printed(brief, force_terminal=True, color_system="standard")


@pytest.mark.parametrize("hostile", ["\x1b]0;owned\x07", "\x1b[2J", "\x9b2J", "\u202egnp.exe"])
def test_a_document_cannot_drive_the_terminal(brief, hostile):
    parts = (Part(kind=PartKind.QUOTE, text=f"before {hostile} after"),)
    passages = (replace(brief.passages[0], exact=hostile), *brief.passages[1:])
    evil = with_line(brief, parts=parts, said_by=hostile, note=hostile)
    evil = replace(evil, title=hostile, passages=passages)
    assert set(printed(evil)) & {"\x1b", "\x07", "\x9b", "\u202e"} == set()


def test_rich_markup_and_emoji_codes_stay_as_they_are(brief):
    parts = (Part(kind=PartKind.FIELD, text="[bold red]x[/] :warning:"),)
    assert "[bold red]x[/] :warning:" in printed(with_line(brief, parts=parts))


def test_a_word_longer_than_the_console_is_folded(brief):
    parts = (Part(kind=PartKind.FIELD, text="x" * 300),)
    text = printed(with_line(brief, parts=parts), 40)
    assert text.count("x") >= 300
    assert max(map(len, text.splitlines())) <= 40


def test_long_passages_lose_their_middle(brief):
    long = replace(brief.passages[0], exact="begin " + "word " * 400 + "end", number=1)
    text = " ".join(printed(replace(brief, passages=(long,))).split())
    assert "[1] begin word" in text
    assert "word … word" in text
    assert "word end (source 1" in text


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("short", 10, "short"),
        ("one two three four five", 15, "one … five"),
        ("x" * 30, 13, "xxxxx … xxxxx"),
    ],
)
def test_shortened(text, limit, shown):
    assert shortened(text, limit) == shown
    assert len(shortened("word " * 500, PASSAGE_LIMIT)) <= PASSAGE_LIMIT


def test_a_brief_of_nothing_still_prints(brief):
    text = printed(replace(brief, sections=(), passages=(), sources=(), countries=(), date=None))
    assert text.startswith("Elin Dahl in Sudmark\n0 sources")
