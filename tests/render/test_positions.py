"""Lines on an issue in the terminal."""

import io

import pytest
from rich.console import Console

from onrecord.model import (
    Actor,
    ActorKind,
    Block,
    BlockKind,
    Document,
    Evidence,
    Manner,
    Record,
    Statement,
    document_id,
    statement_id,
)
from onrecord.render.positions import print_positions
from onrecord.views.positions import positions
from onrecord.views.wanted import Wanted

RIVER = "The river belongs to our people alone"
NEVER = "The river will never belong to our people alone"
DAM = "The dam upstream must be opened before summer"


def said(words, day, published, uri):
    """A record of a statement on the border by Ada Holm of Averland."""
    place = Evidence(document_id(words), 0, len(words), words)
    statement = Statement(
        id=statement_id((place,), None), kind=Manner.INDIRECT, content=(place,), rule="test", speakers=("Ada Holm",),
        speaker_country="AVL", date=day, issues=("border",),
    )  # fmt: skip
    ada = Actor(id="Ada Holm", name="Ada Holm", kind=ActorKind.PERSON, country="AVL")
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(words))
    document = Document(id=place.doc_id, text=words, blocks=(block,), uri=uri, published=published)
    return Record(document=document, actors=(ada,), statements=(statement,))


@pytest.fixture
def printed():
    def printed(*rows, width=200, **options):
        records = [said(*row, uri=f"{number}.txt") for number, row in enumerate(rows)]
        stream = io.StringIO()
        told = positions(records, "border", Wanted(code="AVL"), {"AVL": "Averland"})
        print_positions(told, records, Console(file=stream, width=width, **options))
        return stream.getvalue()

    return printed


def test_each_saying_has_its_day_its_step_and_its_source(printed):
    rows = (RIVER, "2031-05-12", None), (f"{RIVER}.", None, "2031-06-01"), (NEVER, "2031-07-01", None)
    assert printed(*rows).splitlines()[:7] == [
        "• Monday 12 May 2031 · Ada Holm, as reported · said 3 times",
        "    “The river belongs to our people alone” (source 1, 0–37)",
        "    reported Sunday 1 June 2031 · repeated · Ada Holm, as reported",
        "    “The river belongs to our people alone.” (source 2, 0–38)",
        "    Tuesday 1 July 2031 · reworded · Ada Holm, as reported · against reported Sunday 1 June 2031",
        "    “The river [-belongs-] {+will never belong+} to our people alone” (source 3, 0–47)",
        "",
    ]


def test_not_repeated_names_what_lacks_it(printed):
    told = printed((RIVER, "2031-05-12", None), (DAM, "2031-06-01", None), (f"{DAM}!", "2031-07-01", None))
    assert (
        "    not repeated in 2 later statements, from Sunday 1 June 2031 (source 2, 0–45)"
        " to Tuesday 1 July 2031 (source 3, 0–46)\n"
    ) in told
    assert "left out" not in told  # no marks, no words on them


def test_marks_stand_without_colours_and_with_them(printed):
    rows = (RIVER, "2031-05-12", None), (NEVER, "2031-07-01", None)
    assert "\x1b" not in printed(*rows)
    coloured = printed(*rows, force_terminal=True, color_system="standard")
    assert "\x1b[31m[-belongs-]\x1b[0m" in coloured
    assert "\x1b[1;32m{+will never belong+}\x1b[0m" in coloured


def test_what_is_kept_far_from_a_change_is_left_out(printed):
    long = " ".join(f"word{number}" for number in range(40))
    told = printed((long, "2031-05-12", None), (f"{long} added", "2031-07-01", None))
    assert "“word0 word1 word2 word3 word4 word5 word6 word7 … word32" in told


def test_marks_of_a_terminal_in_a_text_do_no_harm(printed):
    assert "\x1b[2J" not in printed(("The \x1b[2J river [bold]belongs[/bold] to us", "2031-05-12", None))
