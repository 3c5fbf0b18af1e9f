import pytest

from onrecord.model import EventType, MentionKind, Status
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
    deeds = [(EventType.AID, f"helped town {n}") for n in range(8)] + [(EventType.ASSAULT, "shelled the pier")]
    text = write(" ".join(f"Borland {words}." for _, words in deeds))
    for kind, words in deeds:
        text.does(kind, words, ("BRL",), ("AVL",))
    shown = show(text)
    (section,) = [one for one in shown.made.sections if one.kind is SectionKind.HAPPENED]
    assert (len(section.lines), section.left_out) == (8, 1)
    assert shown.words(SectionKind.HAPPENED)[-1] == "Borland shelled the pier"


@pytest.mark.parametrize(
    ("doer", "clause", "actor", "line"),
    [
        ("Borland", "Borland closed the river", (), "Borland closed the river to boats"),
        ("it", "it closed the river", ("Borland",), "Borland closed the river to boats"),
        ("it", "it closed the river", (), "it closed the river to boats"),
        ("Borland", "closed the river", (), "Borland → Averland: for years Borland closed the river to boats"),
    ],
)
def test_a_clause_of_its_own_stands_alone(write, show, doer, clause, actor, line):
    told = clause if clause.startswith(doer) else f"{doer} {clause}"
    before = "Although everybody had been told otherwise at the time, and " * 4 + "though it was denied, for years "
    text = write(f"{before}{told} to boats, and left it so.")
    mention = text.mention(
        doer,
        MentionKind.PRONOUN if doer == "it" else MentionKind.NAMED,
        text.text[: text.text.index(told)].count(doer),
        subject=True,
    )
    sides = (("BRL",), ("AVL",))
    text.does(EventType.SANCTION, "closed", *sides, clause=clause, source_mentions=(mention,), source_actors=actor)
    assert show(text).words(SectionKind.HAPPENED) == [line]


@pytest.mark.parametrize(
    ("event", "lines"),
    [
        ({}, []),  # "Borland's siege" is only recalled
        ({"date": "2031-05-11"}, 1),
        ({"sources": (), "targets": ()}, []),  # nobody is known to do it or to suffer it
    ],
)
def test_what_is_recalled_or_nobody_s_is_no_news(write, show, event, lines):
    text = write("Holm spoke of Borland’s siege of the port.", published="2031-05-12")
    owner = text.mention("Borland")
    sides = {"sources": ("BRL",), "targets": ("AVL",)}
    text.does(
        EventType.ASSAULT, "siege", clause="Borland’s siege of the port", source_mentions=(owner,), **sides | event
    )
    shown = show(text).words(SectionKind.HAPPENED)
    assert (shown == NOTHING) is (lines == [])


def test_a_light_deed_is_told_only_in_a_clause_of_its_own(write, show):
    text = write("Borland trained with Averland at sea. Later there was training of Borland with others.")
    sides = (("BRL",), ("AVL",))
    doer = text.mention("Borland", subject=True)
    text.does(EventType.COOPERATE, "trained", *sides, clause="Borland trained with Averland", source_mentions=(doer,))
    text.does(EventType.COOPERATE, "training", *sides)
    assert show(text).words(SectionKind.HAPPENED) == ["Borland trained with Averland at sea"]
