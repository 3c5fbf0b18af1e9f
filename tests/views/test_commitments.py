import pytest

from onrecord.lexicon.undertakings import load_undertakings
from onrecord.model import Act
from onrecord.views.commitments import commitments


@pytest.fixture
def undertaken(countries):
    def view(text):
        return commitments([text.record()], load_undertakings(), countries)

    return view


@pytest.mark.parametrize(
    ("speaker", "via", "negated", "actor", "said_by", "confirmed"),
    [
        ("Ada Holm", None, False, ("AVL",), ("Ada Holm",), True),
        ("Ada Holm", "Averland", False, ("AVL",), ("Averland",), True),
        ("Borland", "Ada Holm", False, ("BRL",), ("Ada Holm",), None),
        ("Borland", "Ada Holm", True, ("BRL",), ("Ada Holm",), False),
        (("Ada Holm", "Bo Lind"), None, False, ("AVL", "BRL"), ("Ada Holm and Bo Lind",), None),
        (("Averland", "Borland"), "Borland", False, ("AVL", "BRL"), ("Borland",), None),
    ],
)
def test_promises(write, undertaken, speaker, via, negated, actor, said_by, confirmed):
    text = write("They promised to reopen the river.")
    statement = text.says(speaker, "to reopen the river", cue="promised", act=Act.PROMISE, via=via, negated=negated)
    (one,) = undertaken(text)
    assert (one.actor, one.said_by, one.confirmed_by_actor) == (actor, said_by, confirmed)
    assert (one.undertaking, one.records) == (statement.content[0], (statement.id,))


@pytest.mark.parametrize(
    ("words", "act", "undertaking"),
    [
        ("Averland has no intention of closing the river", Act.DENY, "no intention of closing the river"),
        ("Averland does not seek\nconflict", Act.DENY, "does not seek\nconflict"),
        ("Averland’s commitment to the treaty", Act.REAFFIRM, "commitment to the treaty"),
        ("Averland will never give up the river", Act.WARN, "will never give up the river"),
        ("Averland does not seek war, but the river is its own", Act.DENY, "does not seek war"),
        ("Averland will support the treaty and hopes that it lasts", Act.ASSERT, "will support the treaty"),
        ("we will be there", Act.ASSERT, "we will be there"),
        ("Averland will help the U.N. envoy. The harvest was good", Act.ASSERT, "will help the U.N. envoy"),
    ],
)
def test_phrases_that_bind(write, undertaken, words, act, undertaking):
    text = write(f"Holm spoke of it: {words}.")
    text.says("Ada Holm", words, act=act)
    if "Averland" in words:
        text.names("Averland", "Averland")
    assert [(one.actor, one.undertaking.exact) for one in undertaken(text)] == [(("AVL",), undertaking)]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("the river will stay open", Act.ASSERT),
        ("in the view of Averland and many others the river will help", Act.ASSERT),
        ("Borland is committed to nothing", Act.DEMAND),  # what others ought to do binds nobody
        ("the committed tourists", Act.ASSERT),
    ],
)
def test_what_binds_nobody(write, undertaken, words, act):
    text = write(f"Holm said that {words}.")
    text.says("Ada Holm", words, act=act)
    assert undertaken(text) == ()


def test_a_phrase_binds_the_side_that_is_named_before_it(write, undertaken):
    text = write("Holm said that Borland was committed to the treaty.")
    text.says("Ada Holm", "Borland was committed to the treaty")
    text.names("Borland", "Borland")
    (one,) = undertaken(text)
    assert (one.actor, one.confirmed_by_actor) == (("BRL",), None)


def test_a_promise_inside_a_report_is_told_once(write, undertaken):
    text = write("Holm said Borland had committed not to close the river.")
    text.says("Ada Holm", "Borland had committed not to close the river")
    text.says("Borland", "not to close the river", cue="committed", via="Ada Holm", act=Act.PROMISE)
    assert [(one.actor, one.undertaking.exact) for one in undertaken(text)] == [(("BRL",), "not to close the river")]


def test_whom_it_is_given_to(write, undertaken):
    text = write("Holm assured Lind to reopen the river.")
    text.says("Ada Holm", "to reopen the river", act=Act.PROMISE, addressees=("Bo Lind",))
    assert [one.toward for one in undertaken(text)] == ["BRL"]


@pytest.mark.parametrize(
    ("words", "named", "actor"),
    [
        ("Averland and Borland will continue the survey", ("Averland", "Borland"), ("AVL", "BRL")),
        ("if Averland leaves them Borland will continue the survey", ("Averland", "Borland"), ("BRL",)),
        ("Borland, our friend, will continue the survey", ("Borland",), ("AVL",)),
    ],
)
def test_a_phrase_binds_all_who_are_named_together(write, undertaken, words, named, actor):
    text = write(f"Holm said that {words}.")
    text.says("Ada Holm", words)
    for side in named:
        text.names(side, side)
    assert [one.actor for one in undertaken(text)] == [actor]


@pytest.mark.parametrize(("sides", "actor"), [(("Averland", "Borland"), ("AVL", "BRL")), (("Borland",), ("AVL",))])
def test_a_promise_of_both_sides_in_the_words_of_one(write, undertaken, sides, actor):
    text = write("Holm promised that the two sides go on.")
    text.says("Ada Holm", "the two sides go on", cue="promised", act=Act.PROMISE)
    for side in sides:
        text.names(side, "the two sides")
    assert [(one.actor, one.confirmed_by_actor) for one in undertaken(text)] == [
        (actor, None if len(actor) > 1 else True)
    ]


@pytest.mark.parametrize(
    ("words", "undertaking"),
    [
        ("that Averland, together with its allies, will advance its vision", "advance its vision"),
        ("to open the river by 2035; the rest is silence", "to open the river by 2035"),
        ("to open the river, the bridge and the road", "to open the river, the bridge and the road"),
    ],
)
def test_where_an_undertaking_begins_and_ends(write, undertaken, words, undertaking):
    text = write(f"Holm promised {words}.")
    text.says("Ada Holm", words, act=Act.PROMISE)
    assert [one.undertaking.exact for one in undertaken(text)] == [undertaking]
