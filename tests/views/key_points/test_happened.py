import pytest

from onrecord.model import EventType, Status
from onrecord.views.brief import SectionKind


@pytest.mark.parametrize(
    ("event", "line"),
    [
        ({}, "Borland closed the river"),
        ({"date": "2031-05-10"}, "Saturday 10 May 2031: Borland closed the river"),
        ({"status": Status.PLANNED}, "Borland closed the river — planned"),
        ({"status": Status.HYPOTHETICAL}, None),
        ({"date": "2001"}, None),  # history
        ({"type_": EventType.ACCUSE}, None),  # words are told as statements
    ],
)
def test_deeds(write, show, event, line):
    text = write("Borland closed the river. " + "Nothing else is known of it. " * 30, published="2031-05-12")
    text.does(words="closed the river", sources=("BRL",), targets=("AVL",), **{"type_": EventType.SANCTION} | event)
    assert show(text).words(SectionKind.HAPPENED) == ([line] if line else NOTHING)


NOTHING = ["Nothing was found: no statement and no event."]


def test_a_cut_clause_gets_its_parties_and_a_day_it_names_is_not_said_twice(write, show):
    long = "After a summer in which " + "the water had fallen and fallen " * 6
    text = write(f"{long}, leaving all boats stuck on 9 May, and people watched.", published="2031-05-12")
    text.does(EventType.SANCTION, "leaving all boats", ("BRL",), ("AVL",), date="2031-05-09")
    assert show(text).words(SectionKind.HAPPENED) == ["Borland → Averland: leaving all boats stuck on 9 May"]


def test_a_deed_that_is_told_as_a_statement_is_not_told_again(write, show):
    text = write("Holm said that Borland had closed the river.")
    said = text.says("Ada Holm", "Borland had closed the river", cue="said", issues=("river",))
    text.does(EventType.SANCTION, "closed the river", ("BRL",), ("AVL",), statement=said.id)
    shown = show(text)
    assert shown.words(SectionKind.HAPPENED) == []
    assert shown.words(SectionKind.ISSUE) == ["Borland had closed the river"]


def test_the_weightiest_are_chosen_and_told_in_reading_order(write, show):
    deeds = [(EventType.COOPERATE, f"helped town {n}") for n in range(8)] + [(EventType.ASSAULT, "shelled the pier")]
    text = write(" ".join(f"Borland {words}." for _, words in deeds))
    for kind, words in deeds:
        text.does(kind, words, ("BRL",), ("AVL",))
    shown = show(text)
    (section,) = [one for one in shown.made.sections if one.kind is SectionKind.HAPPENED]
    assert (len(section.lines), section.left_out) == (8, 1)
    assert shown.words(SectionKind.HAPPENED)[-1] == "Borland shelled the pier"
