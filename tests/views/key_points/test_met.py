import pytest

from onrecord.model import Act, EventType
from onrecord.views.brief import SectionKind

VISIT = "Holm visited Borland."
TALKS = "Holm met Minister Lind."
TOP = "Holm met President Brek."


def told(write, *sentences):
    """A text of some of the three sentences, with their events."""
    text = write(" ".join(sentences))
    if VISIT in sentences:
        text.does(EventType.CONSULT, "visited", ("AVL",), ("BRL",), mode="visit", source_actors=("Ada Holm",))
    for sentence, other, office, named in (
        (TALKS, "Bo Lind", "minister", "Minister Lind"),
        (TOP, "Cato Brek", "president", "President Brek"),
    ):
        if sentence in sentences:
            text.names(other, named, office=office)
            text.meets(sentence.removesuffix("."), "Ada Holm", other)
    return text


@pytest.mark.parametrize(
    ("sentences", "title", "lines"),
    [
        ((VISIT, TALKS, TOP), "Ada Holm in Borland", ["visit to Borland", "Cato Brek (President)", "Bo Lind"]),
        ((TALKS, TOP), "Ada Holm and Bo Lind: meeting", ["Bo Lind", "Cato Brek (President)"]),
        ((TALKS, VISIT), "Ada Holm and Bo Lind: meeting", ["Bo Lind", "visit to Borland"]),  # the visit is another
    ],
)
def test_the_main_occasion_first_then_the_highest_level(write, show, sentences, title, lines):
    shown = show(told(write, *sentences))
    assert shown.made.title == title
    found = shown.words(SectionKind.MET)
    assert len(found) == len(lines)
    assert all(words in line for words, line in zip(lines, found, strict=True))


def test_an_office_is_told_once(write, show):
    text = write("President Brek met Holm. Later Brek called Holm.")
    text.names("Cato Brek", "President Brek", office="president")
    text.meets("met", "Cato Brek", "Ada Holm")
    text.meets("called", "Cato Brek", "Ada Holm", mode="call")
    assert shown_names(show(text)) == ["Cato Brek (President) and Ada Holm", "Cato Brek and Ada Holm"]


def shown_names(shown):
    return [line.partition(":")[0] for line in shown.words(SectionKind.MET)]


def test_a_meeting_of_one_side_is_not_what_a_brief_is_about(write, show):
    text = write("Lind met Brek.", title="A quiet day")
    text.meets("met", "Bo Lind", "Cato Brek")
    assert show(text).made.title == "A quiet day"


@pytest.mark.parametrize(
    ("refused", "count"),
    [("to comment on the river", 0), ("to openly describe the talks", 0), ("to reopen the river", 1), ("the offer", 1)],
)
def test_who_only_declines_to_speak_leaves_nothing_open(write, show, refused, count):
    text = write(f"Holm declined {refused}.")
    text.says("Ada Holm", refused, cue="declined", act=Act.DECLINE, issues=("river",))
    shown = show(text)
    assert len(shown.words(SectionKind.NOT_SETTLED)) == count
    assert len(shown.words(SectionKind.ISSUE)) == 1 - count
