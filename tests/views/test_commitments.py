from dataclasses import replace

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
        ("Averland will never give up the river", Act.WARN, "never give up the river"),
        ("Averland does not seek war, but the river is its own", Act.DENY, "does not seek war"),
        ("Averland will support the treaty and hopes that it lasts", Act.ASSERT, "support the treaty"),
        ("we will reopen the river", Act.ASSERT, "reopen the river"),
        ("Averland will help the U.N. envoy. The harvest was good", Act.ASSERT, "help the U.N. envoy"),
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
        ("Borland will close the river", Act.ASSERT),  # a forecast
        ("Borland, our friend, will continue the survey", Act.ASSERT),
        ("Averland will see what comes", Act.ASSERT),
        ("nobody knows how Averland will answer", Act.ASSERT),
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
        ("if Borland leaves them Averland will continue the survey", ("Averland", "Borland"), ("AVL",)),
        ("Averland, with its friends, will continue the survey", ("Averland",), ("AVL",)),
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


@pytest.mark.parametrize(
    ("words", "act", "cue", "undertaking"),
    [
        ("it was opening the northern gate", Act.ASSERT, "announced", "opening the northern gate"),
        ("it was opening the northern gate", Act.ASSERT, "wrote", None),  # told, not announced
        ("to close the river", Act.WARN, "threatened", "to close the river"),
        ("new tolls on barges", Act.WARN, "threatened", "new tolls on barges"),
        (
            "20 per cent tariffs if the gate stays shut",
            Act.WARN,
            "threatened",
            "20 per cent tariffs if the gate stays shut",
        ),
        ("free passage on the river", Act.WARN, "threatening", None),  # what is in danger
        ("peace with tariffs", Act.WARN, "threatening", None),
        ("sanctions relief", Act.WARN, "threatening", None),
        ("its own harvest", Act.WARN, "threatened", None),  # what is in danger
        ("to help with the survey", Act.PROPOSE, "offered", "to help with the survey"),
        ("to help with the survey", Act.PROPOSE, "proposed", None),  # others are to do it
        ("to close the river", Act.PROMISE, "decided", None),  # a plan
        ("to close the river", Act.PROMISE, "vowed", "to close the river"),
        ("the gate was open all day", Act.PROMISE, "assured", None),  # a fact
        ("it will open the gate", Act.ASSERT, "hopes", None),
    ],
)
def test_cues_that_bind(write, undertaken, words, act, cue, undertaking):
    text = write(f"Averland {cue} {words}.")
    text.says("Averland", words, cue=cue, act=act)
    assert [one.undertaking.exact for one in undertaken(text)] == ([undertaking] if undertaking else [])


@pytest.mark.parametrize(
    ("words", "act", "actor", "undertaking"),
    [
        ("Borland’s commitment to the treaty", Act.WELCOME, ("BRL",), "commitment to the treaty"),
        ("Borland’s commitment to the treaty", Act.DEMAND, None, None),
        ("the readiness of Borland to reopen the gate", Act.PRAISE, ("BRL",), "reopen the gate"),
        ("the readiness of many to reopen the gate", Act.PRAISE, None, None),
        ("our shared commitment to the survey", Act.WELCOME, ("AVL", "BRL"), "commitment to the survey"),
        ("its long commitment to the survey", Act.REGRET, ("AVL",), "commitment to the survey"),
        (
            "its commitment to the survey and deep concern over the tolls",
            Act.REGRET,
            ("AVL",),
            "commitment to the survey",
        ),
        ("Averland is firmly committed to the survey, including the maps", Act.REGRET, ("AVL",), None),
    ],
)
def test_nouns_that_bind(write, undertaken, words, act, actor, undertaking):
    text = write(f"Holm met Lind and spoke of {words}.")
    text.meets("met", "Ada Holm", "Bo Lind")
    text.says("Ada Holm", words, act=act)
    found = undertaken(text)
    assert [one.actor for one in found] == ([actor] if actor else [])
    assert not undertaking or found[0].undertaking.exact == undertaking


def test_several_undertakings_in_one_statement(write, undertaken):
    text = write("Holm said Averland does not seek war, but is ready to talk; it will keep the gate open.")
    text.says("Ada Holm", "Averland does not seek war, but is ready to talk; it will keep the gate open")
    assert [one.undertaking.exact for one in undertaken(text)] == ["does not seek war", "ready to talk"]


@pytest.mark.parametrize(
    ("sentence", "actor", "undertaking"),
    [
        ("Averland pledges to buy grain.", ("AVL",), "to buy grain"),
        ("Averland is committed to nothing.", None, None),
        ("Averland never pledged to buy grain.", None, None),
        ("Averland and Borland will reopen the gate, including the bridge.", ("AVL", "BRL"), "reopen the gate"),
        ("Nobody in Averland will reopen the gate.", None, None),
        ("Averland will see a good harvest.", None, None),
        ("The mill lives on the deal between Averland and Borland to share water.", ("AVL", "BRL"), "share water"),
        ("The deal between Averland and the mill to share water ended.", None, None),
        ("Averland and Borland instructed their envoys to draw a map.", ("AVL", "BRL"), "to draw a map"),
        ("Averland instructed the mill to draw a map.", None, None),
        ("Averland agreed to buy grain and thanked the mill.", ("AVL",), "to buy grain"),
    ],
)
def test_what_the_text_itself_tells(write, undertaken, sentence, actor, undertaking):
    text = write(sentence)
    found = undertaken(text)
    assert [(one.actor, one.undertaking.exact) for one in found] == ([(actor, undertaking)] if actor else [])
    assert all((one.said_by, one.confirmed_by_actor, one.records) == ((), None, ()) for one in found)


def test_what_a_speaker_tells_of_others(write, undertaken):
    text = write("Holm said Borland had agreed to open the gate.")
    statement = text.says("Ada Holm", "Borland had agreed to open the gate", cue="said")
    (one,) = undertaken(text)
    assert (one.actor, one.said_by, one.records) == (("BRL",), ("Ada Holm",), (statement.id,))


def test_those_who_met_agree(write, undertaken):
    text = write("Holm met Lind. It was agreed to open the gate.")
    text.meets("met", "Ada Holm", "Bo Lind")
    text.says(None, "to open the gate", cue="agreed", act=Act.PROMISE)
    assert [one.actor for one in undertaken(text)] == [("AVL", "BRL")]


@pytest.mark.parametrize(
    ("words", "toward"),
    [("will help Borland", "BRL"), ("will not leave Borland", None), ("will help Borland and Cyrene", None)],
)
def test_whom_it_concerns(write, undertaken, words, toward):
    text = write(f"Holm said that Averland {words}.")
    text.says("Ada Holm", f"Averland {words}")
    assert [one.toward for one in undertaken(text)] == [toward]


def test_somebody_private_binds_himself(write, undertaken):
    text = write("Cato Brek said that he will help.")
    text.says("Cato Brek", "he will help")
    record = text.record()
    private = [replace(actor, roles=("BUS",)) if actor.name == "Cato Brek" else actor for actor in record.actors]
    (one,) = commitments([replace(record, actors=tuple(private))], load_undertakings(), {})
    assert one.actor == ("Cato Brek",)
