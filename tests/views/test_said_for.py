"""The head of a brief of accounts of one meeting."""

import pytest

from onrecord.model import Page
from onrecord.pipeline import process
from onrecord.views.brief import PartKind, SectionKind
from onrecord.views.key_points.others import LINES
from onrecord.views.said_for import brief_of

MET = "President Ilse Brandt of Norway spoke with President Mateo Rojas of Chile on 12 May 2031."
RECEIVED = "President Mateo Rojas of Chile spoke with President Ilse Brandt of Norway on 12 May 2031."
LIFT = "President Rojas said that Chile would lift the tariffs."
JOIN = "President Rojas promised that Chile would join the talks on arms control."
NOT_JOIN = "President Rojas said that Chile would not join the talks on arms control."
OWN = "President Rojas raised concern over ransomware attacks on banks."


@pytest.fixture(scope="module")
def made(tools):
    """Makes the brief of some texts."""

    def brief(*texts, **fields):
        pages = (Page(uri=f"{number}.txt", content=text.encode(), **fields) for number, text in enumerate(texts))
        return brief_of([process(page, tools) for page in pages])

    return brief


def head(made):
    """The lines of the head: words, who says it by whose text, the note; nothing where there is none."""
    found = made.sections[0]
    if found.kind is not SectionKind.SAID_FOR:
        return []
    return [(" ".join(part.text for part in line.parts), line.said_by, line.via, line.note) for line in found.lines]


def test_what_is_not_in_the_others_text_is_the_head(made):
    assert head(made(f"{MET} {LIFT}", f"{RECEIVED} {OWN}")) == [
        ("Chile would lift the tariffs", "Mateo Rojas", "the text of Norway", "not in the text of Chile")
    ]


def test_what_is_contradicted_comes_first_with_both_wordings(made):
    found = made(f"{MET} {LIFT} {JOIN}", f"{RECEIVED} {NOT_JOIN}")
    words, *_, note = head(found)[0]
    assert words == (
        "Chile would join the talks on arms control – by the text of Chile: "
        "Chile would not join the talks on arms control"
    )
    assert note == "contradicted by the text of Chile"
    assert len(found.sections[0].lines[0].citations) == 2


def test_the_same_thing_is_told_once(made):
    found = made(f"{MET} {LIFT}", f"{RECEIVED} {OWN}")
    told = [
        part.text
        for section in found.sections
        for line in section.lines
        for part in line.parts
        if part.kind in (PartKind.QUOTE, PartKind.PARAPHRASE)
    ]
    assert sum("lift the tariffs" in words for words in told) == 1


def test_what_is_known_from_another_only_is_not_told_again_under_take_care(made):
    care = [section for section in made(f"{MET} {LIFT}", f"{RECEIVED} {OWN}").sections if section.kind == "take_care"]
    assert not any("known only from" in part.text for one in care for line in one.lines for part in line.parts)


def test_what_the_other_confirms_is_no_line(made):
    assert head(made(f"{MET} {LIFT}", f"{RECEIVED} {LIFT}")) == []


def test_the_head_is_short_and_counts_the_rest(made):
    things = (
        "the tariffs",
        "sanctions",
        "ransomware",
        "the hotline",
        "Ukraine",
        "arms control",
        "migration",
        "fentanyl",
    )
    said = " ".join(f"President Rojas said that Chile would speak of {thing} in May." for thing in things)
    first = made(f"{MET} {said}", f"{RECEIVED} President Rojas thanked the hosts.").sections[0]
    assert first.kind is SectionKind.SAID_FOR
    assert len(first.lines) == LINES
    assert first.left_out > 0


@pytest.mark.parametrize(
    "texts",
    [
        (f"{MET} {LIFT}",),
        (f"{MET} {LIFT}", f"{MET} {LIFT}"),  # one text, twice
        (f"{MET} {LIFT}", MET),  # of one side
        (f"{MET} {LIFT}", "The weather was fine."),
        (f"{MET} {LIFT}", f"{RECEIVED.replace('12 May', '30 June')} {OWN}"),  # another meeting
    ],
)
def test_what_are_no_two_sides_accounts_of_one_meeting_has_no_such_head(made, texts):
    assert head(made(*texts)) == []


def test_a_newspaper_is_no_sides_own_text(tools):
    pages = (
        Page(uri="ours.txt", content=f"{MET} {LIFT}".encode()),
        Page(
            uri="https://news.example/a",
            content=(
                "<html><head><meta property='og:site_name' content='The Harbour Post'></head>"
                f"<body><article><h1>Talks</h1><p>{RECEIVED} {OWN}</p></article></body></html>"
            ).encode(),
        ),
    )
    assert head(brief_of([process(page, tools) for page in pages])) == []
