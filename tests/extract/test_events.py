"""What events a sentence tells: each rule with a hit and its near misses, and each frame's own example.

Ruritania and Graustark are states only here. A row's parties are (sources, targets) as the text has them.
"""

from dataclasses import replace

import pytest

from onrecord import lexicon
from onrecord.annotate.actors import ActorMatcher
from onrecord.annotate.nlp import Reader, annotate
from onrecord.annotate.spelling import spelling
from onrecord.extract.events import events
from onrecord.ingest import to_document
from onrecord.lexicon.frames import Form, Frame, frame_table, load_frames
from onrecord.lexicon.states import State
from onrecord.model import EventType, Page

STATES = (
    State(id="RUR", name="Ruritania", adjectives=("Ruritanian",), peoples=("Ruritanians",), capitals=("Strelsau",)),
    State(
        id="GRA", name="Graustark", adjectives=("Graustarkian",), peoples=("Graustarkians",), capitals=("Edelweiss",)
    ),
)


@pytest.fixture(scope="module")
def found(tools):
    """A text -> its events."""
    known = lexicon.load()
    known = replace(known, states=(*known.states, *STATES))
    nlp = tools.reader.nlp
    reader = Reader(nlp=nlp, actors=ActorMatcher(nlp.vocab, known), casing=spelling(nlp, known))
    table = frame_table(known.frames, known.operators, known.groups)

    def events_of(text):
        document, findings = to_document(Page(uri="test", content=text.encode()))
        return list(events(annotate(document, findings, reader), table).all)

    return events_of


def parties(event):
    return [m.exact for m in event.source_mentions], [m.exact for m in event.target_mentions]


@pytest.mark.parametrize("frame", load_frames(), ids=lambda frame: frame.key())
def test_each_frame_reads_its_example(found, frame):
    if frame.type is None:
        assert frame.governs, "an entry without a type has to keep what it governs from being an event"
        return
    [event] = found(frame.example)
    assert (event.type, event.rule) == (frame.type, f"event/{frame.form}:{frame.word}")
    assert frame.mode in (None, event.mode)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ruritanian minister met Graustarkian officials.", "CONSULT meet occurred"),
        ("The Ruritanian minister is meeting Graustarkian officials.", "CONSULT meet ongoing"),
        ("The Ruritanian minister will meet Graustarkian officials.", "AGREE meet planned"),
        ("The Ruritanian minister plans to meet Graustarkian officials.", "AGREE meet planned"),
        ("The Ruritanian minister did not meet Graustarkian officials.", "CONSULT meet denied"),
        ("The Ruritanian minister postponed a visit to Graustark.", "CONSULT visit postponed"),
        ("His visit to Graustark was cancelled.", "CONSULT visit cancelled"),
        ("Ruritania began talks with Graustark.", "CONSULT talks occurred"),
        ("Ruritania continued its talks with Graustark.", "CONSULT talks ongoing"),
        ("Ruritania will support Graustark.", "AGREE None occurred"),
        ("Ruritania said it would support Graustark.", "AGREE None occurred"),
        ("Ruritania will not accept a Graustarkian plan.", "REJECT None occurred"),
        ("Ruritania has not agreed to open talks with Graustark.", "REJECT talks occurred"),
        ("Ruritania plans to impose sanctions on Graustark.", "THREATEN None occurred"),
        ("Ruritania vowed to attack Graustark.", "THREATEN None occurred"),
        ("Ruritania refused to deploy troops in Graustark.", "REJECT None occurred"),
        ("Ruritania is refusing to lift the curfew.", "REJECT None ongoing"),
        ("Ruritania agreed to hold talks with Graustark.", "AGREE talks planned"),
        ("Ruritania agreed to talks with Graustark.", "AGREE talks planned"),
        ("Ruritania agreed to new rules with Graustark.", "AGREE None occurred"),
        ("The Ruritanian president invited the Graustarkian leader to Strelsau.", "AGREE visit planned"),
        ("The two ministers of Ruritania and Graustark reaffirmed their commitment to peace.", "AGREE None occurred"),
        ("The Ruritanian and Graustarkian ministers discussed joint work on energy.", "COOPERATE None occurred"),
        ("The ministers discussed Ruritania's attack on Graustark.", "ASSAULT None occurred"),
        ("The minister made clear that Ruritania would attack Graustark.", "THREATEN None occurred"),
        ("Fear grew, with Ruritania staging military drills.", "MOBILIZE None occurred"),
        ("Ruritania offered two million dollars in aid to Graustark.", "AID None occurred"),
        ("Ruritania retaliated with import taxes on Graustarkian wine.", "SANCTION None occurred"),
        ("Violations of the ceasefire by Ruritania went on.", "ASSAULT None occurred"),
        ("Movements of Ruritanian troops near Graustark went on.", "MOBILIZE None occurred"),
        ("The ministers of Ruritania and Graustark agreed to continue their contacts.", "AGREE talks planned"),
        ("The Ruritanian minister maintains regular contacts with Graustark.", "AGREE None occurred"),
        ("Ruritania called for restraint.", "REQUEST appeal occurred"),
        ("Ruritanian airstrikes went on.", "ASSAULT None occurred"),
        ("Ruritania launched missiles at Graustark.", "ASSAULT None occurred"),
        ("Ruritania launched a missile.", "MOBILIZE None occurred"),
        ("The Ruritanian leader was welcomed in Edelweiss.", "CONSULT visit occurred"),
        ("Ruritania may attack Graustark.", "ASSAULT None hypothetical"),
        ("If Ruritania attacks Graustark, prices will rise.", "ASSAULT None hypothetical"),
        ("Experts fear that Ruritania could send weapons to Graustark.", "AID None hypothetical"),
        ("Novian help prevented Ruritanian aggression.", "ASSAULT None hypothetical"),
        ("Ruritanian aggression went on.", "ASSAULT None occurred"),
        ("It was agreed to build a bridge.", "AGREE None occurred"),
        ("Ruritania said Graustark must hand over the pilots.", "REQUEST None occurred"),
        ("The Ruritanian army has completed its withdrawal from Graustark.", "RETREAT None occurred"),
        ("The Ruritanian minister is the first to visit Graustark since 2018.", "CONSULT visit occurred"),
        ("Ruritania said Graustark should not break the treaty.", "REQUEST appeal occurred"),
        ("Ruritania said Graustark must be ready to mediate.", "REQUEST None occurred"),
        ("Ruritania will respond decisively to Graustark.", "THREATEN None occurred"),
        ("Ruritania imposed a wave of tariffs on Graustark.", "SANCTION None occurred"),
        ("Ruritania claimed that Graustark had attacked its ships.", "ACCUSE None occurred"),
        ("Ruritania told Graustark to withdraw its troops.", "REQUEST None occurred"),
        ("Ruritania warned that it would attack Graustark.", "THREATEN None occurred"),
        ("Ruritania has moved some of its tanks to Graustark.", "MOBILIZE None occurred"),
        ("The Ruritanian army held naval drills off Graustark.", "MOBILIZE None occurred"),
        ("Ruritania held naval drills with Graustark.", "COOPERATE None occurred"),
        ("Ruritania expressed its interest to cooperate with Graustark.", "AGREE None occurred"),
        ("Ruritania agreed to end its attacks on Graustark.", "AGREE None occurred"),
        ("Ruritania told Sudmark that Graustark had attacked a village.", "ASSAULT None occurred"),
        ("He reaffirmed the readiness of Ruritania to respond decisively to Graustark.", "THREATEN None occurred"),
        ("He reaffirmed the readiness of Ruritania to help Graustark.", "AGREE None occurred"),
        ("Ruritania said that Graustark's policy violated the law and was a provocation.", "ACCUSE None occurred"),
        ("Ruritania will lift its sanctions on Graustark.", "AGREE None occurred"),
        ("Ruritanian tariffs on Graustark were cut in May.", "CONCEDE None occurred"),
        ("Ruritania tested a bomb; its nuclear bomb test worried nobody.", "MOBILIZE None occurred"),
        ("The naval drills conducted by Ruritania near Graustark went on.", "MOBILIZE None occurred"),
    ],
)
def test_what_stands_above_a_word_sets_type_and_status(found, text, expected):
    [event] = found(text)
    assert f"{event.type} {event.mode} {event.status}" == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Ruritanian minister may meet Graustarkian officials.",
        "Ruritania gave five million dollars to rebuild schools.",
        "The Ruritanian minister wants to meet Graustarkian officials.",
        "Ruritania is considering sanctions on the matter.",
        "Ruritania declined to comment on the talks with Graustark.",
        "Ruritania rejected accusations that it had attacked Graustark.",
        "Ruritania denied that it had attacked Graustark.",
        "Ruritania did not attack Graustark.",
        "The results met the expectations of Ruritania.",
        "Ruritania agrees with Graustark that trade matters.",
        "A Ruritanian paper praised the weather.",
        "The law supports small farms.",
        "The Ruritanian president expressed condolences over the fire that killed ten people.",
        "The Ruritanian economy grew by two per cent.",
        "It rained on the sanctions committee.",
        "The tariff on wine is old.",
        "Ruritania raised concerns over trade.",
        "The ministry moved its offices to a new street.",
        "The Ruritanian actions were lawful.",
        "Ruritania claimed that Graustark was a small country.",
        "Ruritania told Graustark that the weather was fine.",
        "Ruritania responded slowly to Graustark.",
        "Ruritania warned that Graustark would attack Sudmark.",
        "Ruritania moved some of its offices to Graustark.",
        "Ruritania expressed concern about a forest fire near a town in Graustark.",
        "Ruritania may attack the rebels.",
        "The ministers discussed talks between Ruritania and Graustark.",
        "The Strelsau bombings shook the people.",
        "Ruritania announced the release of a report.",
        "The city imposed a tax on wine.",
        "Ruritania launched a new newspaper.",
        "Violations of the traffic law by Ruritania went on.",
        "Movements of Ruritanian prices surprised Graustark.",
        "The Ruritanian rescue operation in Graustark went on.",
        "Fear grew without Ruritania staging military drills.",
        "The rebels may attack Graustark.",
        "Ruritania may not attack Graustark.",
        "Ruritania may visit Graustark.",
        "The minister's aggression surprised his wife.",
        "It was agreed by nobody.",
        "The Ruritanian president said thank you.",
        "Ruritanian troops fired at a tree.",
        "Ruritania said that its own delay was a violation of the law.",
        "The Graustarkian drills were a provocation.",
        "Ruritania said that the Graustarkian plan would be a provocation.",
        "Ruritania said that the Graustarkian drills were not a provocation.",
        "Ruritania said that Graustark represented Sweden at the meeting.",
        "Ruritania said that Graustark was to pay the bill.",
        "Ruritania invested much time in Graustark.",
        "The new policy of Ruritania towards Graustark went on.",
        "Ruritania lifted a heavy stone from Graustark.",
        "The drills held in the school gym were fun for Ruritania.",
        "Their efforts to end the drought pleased Ruritania and Graustark.",
        "The Ruritanian president expressed condolences to the families of the victims.",
        "Ruritania hosted a reception for the release of Anna Berg's book in Graustark.",
    ],
)
def test_what_is_no_event_yields_none(found, text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "sources", "targets"),
    [
        ("Ruritania and Graustark signed a treaty.", ["Ruritania", "Graustark"], ["Ruritania", "Graustark"]),
        ("Talks between Ruritania and Graustark began.", ["Ruritania", "Graustark"], ["Ruritania", "Graustark"]),
        ("A visit to Graustark by the Ruritanian president began.", ["the Ruritanian president"], ["Graustark"]),
        ("His meeting with the Graustarkian leader was brief.", ["His"], ["the Graustarkian leader"]),
        (
            "The Graustarkian general was indicted by a Ruritanian court.",
            ["a Ruritanian court"],
            ["The Graustarkian general"],
        ),
        ("The two ministers met in Strelsau.", ["The two ministers"], ["The two ministers"]),
        ("Ruritania urged Graustark to withdraw.", ["Ruritania"], ["Graustark"]),
        ("It imposed sanctions on Graustark.", ["It"], ["Graustark"]),
        ("Its minister urged Graustark to withdraw.", ["Its minister"], ["Graustark"]),
        ("Ruritania reaffirmed its commitment to helping Graustark.", ["Ruritania"], ["Graustark"]),
        ("He stressed the commitment of Ruritania to Graustark.", ["He"], ["Graustark"]),
        ("Ruritania affirmed its commitment to Graustark's sovereignty and territorial integrity.", ["Ruritania"],
         ["Graustark"]),
        ("Ruritania provided Graustark with aid worth ten million dollars.", ["Ruritania"], ["Graustark"]),
        ("Ruritania rejected a call by Graustark for talks.", ["Ruritania"], ["Graustark"]),
        ("Ruritania agreed to send doctors to Graustark.", ["Ruritania"], ["Graustark"]),
        ("Ruritania condemned Graustark's new law.", ["Ruritania"], ["Graustark"]),
        ("Ruritania expelled diplomats from Graustark.", ["Ruritania"], ["Graustark"]),
        ("Ruritania's drills and threats against Graustark went on.", ["Ruritania"], ["Graustark"]),
        ("Ruritanian measures imposed on Graustark went on.", ["Ruritanian"], ["Graustark"]),
        ("Ruritania expressed concern about Graustark's drills.", ["Ruritania"], ["Graustark"]),
        ("Ruritania called for Graustark to leave Sudmark.", ["Ruritania"], ["Graustark"]),
        ("It demanded that Graustark withdraw.", ["It"], ["Graustark"]),
        ("Ruritania banned flights to and from Graustark.", ["Ruritania"], ["Graustark"]),
        ("Ruritania expressed gratitude to Graustark for grain for Sudmark.", ["Ruritania"], ["Graustark"]),
        ("The Ruritanian army, which shelled Graustark, fell back.", ["The Ruritanian army"], ["Graustark"]),
        ("Ruritania attacked Graustark, Novian sources said.", ["Ruritania"], ["Graustark"]),
        ("Ruritania said it would attack Graustark.", ["Ruritania"], ["Graustark"]),
        ("The rebels said they would attack Graustark.", ["The rebels"], ["Graustark"]),
        ("The minister said it would attack Graustark.", ["it"], ["Graustark"]),
        ("Ruritania's minister said she would visit Graustark.", ["Ruritania's minister"], ["Graustark"]),
        ("Ruritanian ministers said she would visit Graustark.", ["she"], ["Graustark"]),
        ("Ruritania completed its withdrawal from Graustark.", ["Ruritania"], ["Graustark"]),
        ("Ruritania reneged on its promise to Graustark.", ["Ruritania"], ["Graustark"]),
        ("Ruritania praised their plan for Graustark.", ["Ruritania"], ["their"]),
        ("Ruritania will provide army aid to Graustark.", ["Ruritania"], ["Graustark"]),
        ("Ruritania gave five million dollars to rebuild Graustarkian schools.", ["Ruritania"],
         ["Graustarkian schools"]),
        ("Ruritania donated engines to help Graustark and its farmers.", ["Ruritania"], ["Graustark"]),
        ("Two Graustarkian diplomats were expelled from Ruritania.", ["Ruritania"], ["Two Graustarkian diplomats"]),
        ("Ruritania expelled two diplomats from Graustark.", ["Ruritania"], ["Graustark"]),
        ("Ruritanian soldiers were deployed in Graustark.", ["Ruritanian soldiers"], ["Graustark"]),
        ("Ruritania demanded a truce with the Graustarkian rebels before it left Sweden.", ["Ruritania"],
         ["the Graustarkian rebels"]),
        ("Ruritanian farmers began a hunger strike in Sweden to protest against Graustark.", ["Ruritanian farmers"],
         ["Graustark"]),
        ("The Ruritanian rebels blew up a line leading into Graustark.", ["The Ruritanian rebels"], ["Graustark"]),
        ("The Ruritanian rebels blew up a line built in May.", ["The Ruritanian rebels"], []),
        ("Ruritania lifted restrictions imposed on Graustark.", ["Ruritania"], ["Graustark"]),
        ("Ruritania and Graustark agreed to send aid to Sweden.", ["Ruritania", "Graustark"],
         ["Ruritania", "Graustark"]),
        ("The Ruritanian rebels violated the ceasefire in Graustark.", ["The Ruritanian rebels"], ["Graustark"]),
        ("Ruritania has agreed to close a road.", ["Ruritania"], []),
        ("Ruritania, along with Sweden and Norway, condemned Graustark.", ["Ruritania", "Sweden", "Norway"],
         ["Graustark"]),
        ("Ruritania, along the coast of Norway, bombed Graustark.", ["Ruritania"], ["Graustark"]),
        ("Ruritania punished dozens of companies in Graustark and Sweden.", ["Ruritania"],
         ["dozens of companies in Graustark", "Sweden"]),
        ("The wife of the president of Ruritania met Graustarkian farmers.",
         ["The wife of the president of Ruritania"], ["Graustarkian farmers"]),
        ("Ruritania imposed tariffs worth $2 billion on Graustark.", ["Ruritania"], ["Graustark"]),
        ("Ruritania held a meeting with the mayor of Sweden.", ["Ruritania"], ["the mayor of Sweden"]),
        ("Ruritania held a meeting of the ministers of Sweden.", ["the ministers of Sweden"],
         ["the ministers of Sweden"]),
        ("Ruritania praised the coordination of Sweden and Graustark.", ["Ruritania"], ["Sweden", "Graustark"]),
        ("Ruritania praised the coordination of Sweden and its mayors.", ["Ruritania"], ["Sweden"]),
        ("The Ruritanian police detained up to 20 Graustarkian sailors.", ["The Ruritanian police"],
         ["up to 20 Graustarkian sailors"]),
        ("The Ruritanian army shelled dozens of Graustarkian villages.", ["The Ruritanian army"],
         ["dozens of Graustarkian villages"]),
        ("Ruritania rejected the deployment of Graustarkian soldiers.", ["Ruritania"], ["Graustarkian soldiers"]),
        ("Two Graustarkian journalists were arrested in Ruritania.", ["Ruritania"], ["Two Graustarkian journalists"]),
        ("The Ruritanian rebels exploded a bomb in the capital of Graustark.", ["The Ruritanian rebels"],
         ["Graustark"]),
        ("Ruritania said that talks with Graustark had ended.", ["Ruritania"], ["Graustark"]),
        ("Novian papers said that Ruritania's talks with Graustark had ended.", ["Ruritania"], ["Graustark"]),
        ("The Graustarkian minister was welcomed in Strelsau.", ["Strelsau"], ["The Graustarkian minister"]),
        ("The Graustarkian minister was welcomed in Strelsau by the Ruritanian king.", ["the Ruritanian king"],
         ["The Graustarkian minister"]),
        (
            "The Ruritanian minister met the Graustarkian top diplomat, Anna Berg, on Monday.",
            ["The Ruritanian minister"],
            ["the Graustarkian top diplomat, Anna Berg"],
        ),
        ("The Ruritanian army will respond firmly if Graustark attacks.", ["The Ruritanian army"], ["Graustark"]),
        ("The Ruritanian army will respond firmly when Graustark attacks.", ["The Ruritanian army"], []),
        ("Ruritanian tanks were moved towards the Graustarkian border.", ["Ruritanian tanks"],
         ["the Graustarkian border"]),
    ],
)  # fmt: skip
def test_parties_come_from_their_places(found, text, sources, targets):
    [event] = found(text)
    assert parties(event) == (sources, targets)


@pytest.mark.parametrize(
    ("text", "date", "place", "duration"),
    [
        ("Varga met the Graustarkian envoy for about three hours Monday.", "Monday", None, "about three hours"),
        ("Varga met the Graustarkian envoy in Strelsau on 24 January, 2025.", "24 January, 2025", "Strelsau", None),
        ("On the evening of May 3, Varga met the Graustarkian envoy.", "May 3", None, None),
        ("Ruritania said on Monday that it would support Graustark.", "Monday", None, None),
        ("Varga said on Monday that Ruritania would support Graustark.", None, None, None),
        ("Ruritania held two days of talks with Graustark.", None, None, "two days"),
        ("Varga made a three-day visit to Graustark last week.", "last week", "Graustark", "three-day"),
        ("Varga has visited Graustark twice since 2018.", None, "Graustark", None),
        ("Varga met the Graustarkian envoy at the end of a three-day tour.", None, None, None),
        ("Varga met the Graustarkian envoy for ninety minutes.", None, None, "ninety minutes"),
        ("After Varga met the Graustarkian envoy on Sunday, markets rose on Monday.", "Sunday", None, None),
        ("Varga met the Graustarkian envoy, who was born in 1970.", None, None, None),
        ("Over the past three days, Varga met the Graustarkian envoy.", None, None, None),
        ("Varga left after two days of talks with the Graustarkian envoy.", None, None, "two days"),
        ("Varga met the Graustarkian envoy on the sidelines of a summit in Strelsau.", None, "Strelsau", None),
        ("Varga met the Graustarkian envoy on the eve of a summit in Strelsau.", None, None, None),
        ("Varga met the Graustarkian envoy in the Republic of Chile.", None, "Republic of Chile", None),
        ("Varga met the Graustarkian envoy in Port Alto Verde.", None, "Port Alto Verde", None),
        ("Ruritania invited President Berg to Strelsau in May.", "May", "Strelsau", None),
        ("Ruritania welcomed President Berg in Strelsau.", None, "Strelsau", None),
        ("Ruritania welcomed President Berg of Graustark.", None, None, None),
        ("Varga agreed to visit Graustark in May.", "May", "Graustark", None),
        ("Varga agreed to meet the Graustarkian envoy.", None, None, None),
        ("The launch of the Ruritania-Graustark dialogue on 3 May was brief.", "3 May", None, None),
        ("The launch of a paper on 3 May after the Ruritania-Graustark dialogue was brief.", None, None, None),
    ],
)
def test_time_and_place_are_those_of_the_clause(found, text, date, place, duration):
    event = found(text.replace("Varga", "President Varga"))[0]
    passages = (event.date_mention, event.place_mention, event.duration_mention)
    assert [passage and passage.exact for passage in passages] == [date, place, duration]
    assert event.place == place


def test_two_verbs_with_one_subject_are_two_events(found):
    first, second = found("Ruritania recalled its ambassador and imposed sanctions on Graustark.")
    assert (first.rule, second.rule) == ("event/verb:recall", "event/verb:impose")
    assert first.id != second.id
    assert parties(second) == (["Ruritania"], ["Graustark"])


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Ruritania condemned Graustark's attack on Sudmark.", ["ACCUSE", "ASSAULT"]),
        ("Ruritania condemned the Graustarkian missile launch.", ["ACCUSE", "MOBILIZE"]),
        ("Ruritania rejected Graustarkian provocations.", ["REJECT", "COERCE"]),
        ("Ruritania thanked Graustark for the Graustarkian aid to Strelsau.", ["SUPPORT", "AID"]),
        ("Ruritania accused Graustark of attacking Sweden and stealing secrets from Norway.", ["ACCUSE", "ASSAULT",
         "COERCE"]),
        ("Ruritania accused Graustark of providing weapons to the rebels.", ["ACCUSE", "AID"]),
        ("Ruritania accused Graustark of trying to invade Sweden.", ["ACCUSE"]),
        ("Ruritania accused Graustark of not attacking Sweden.", ["ACCUSE"]),
        ("Ruritania rejected accusations of attacking Graustark.", []),
        ("Ruritania rejected an appeal for deploying troops near Graustark.", ["REJECT"]),
        ("Ruritania condemned Graustark's visit to Sudmark.", ["ACCUSE"]),
        ("Ruritania condemned the attack on the farmers.", ["ACCUSE"]),
        ("Ruritania rejected Graustarkian talks with the rebels.", ["REJECT"]),
    ],
)  # fmt: skip
def test_the_deed_of_which_somebody_is_accused_is_one_too(found, text, types):
    assert [event.type.value for event in found(text)] == types


def test_a_plan_and_its_putting_off_are_one_event(found):
    [event] = found("The Ruritanian minister was to travel to Graustark in May, but his trip was postponed.")
    assert (event.type, event.mode, event.status) == ("CONSULT", "visit", "postponed")
    assert parties(event) == (["his"], ["Graustark"])
    assert event.date_mention.exact == "May"
    plan, held = found("The Ruritanian minister will travel to Graustark in May, after his visit to Chile.")
    assert (plan.status, held.status) == ("planned", "occurred")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ruritanian minister flew to Graustark for talks with Berg.", ["visit occurred", "talks occurred"]),
        ("The Ruritanian minister will fly to Graustark for talks with Berg.", ["visit planned", "talks planned"]),
        ("The Ruritanian minister thanked Graustark for talks with Berg.", ["None occurred"]),
    ],
)  # fmt: skip
def test_whom_a_traveller_goes_to_meet(found, text, expected):
    events = found(text)
    assert [f"{event.mode} {event.status}" for event in events] == expected
    assert all(parties(event)[0] == ["The Ruritanian minister"] for event in events)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ruritanian president received three Graustarkian senators.", [("CONSULT", "visit")]),
        ("The Ruritanian president received dozens of Graustarkian athletes.", [("CONSULT", "visit")]),
        ("The Ruritanian president received two million Graustarkian crowns.", []),
        ("The Ruritanian president received Graustarkian weapons.", []),
        ("The Graustarkian minister's aides travelled to Strelsau.", [("CONSULT", "visit")]),
        ("Graustarkian ministry cars travelled to Strelsau.", []),
        ("Ruritania released the Graustarkian reporters.", [("CONCEDE", None)]),
        ("Ruritania released the Graustarkian papers.", []),
    ],
)
def test_people_are_received_travel_or_are_freed_and_things_are_not(found, text, expected):
    assert [(event.type, event.mode) for event in found(text)] == expected


def test_evidence_holds_what_is_agreed_or_asked_for(found):
    [event] = found("Ruritania agreed to hold talks with Graustark.")
    assert event.evidence[0].exact == "Ruritania agreed to hold talks with Graustark"
    [event] = found("The two sides agreed to further talks.")
    assert event.evidence[0].exact == "The two sides agreed to further talks"
    [event] = found("She called for talks next week with Graustark.")
    assert "talks" in event.evidence[0].exact


def test_an_occasion_taken_up_again_has_the_party_before(found):
    [event] = found("Minister Varga had been due in Graustark in May, but the trip was postponed.")
    assert (event.status, parties(event)[0]) == ("postponed", ["Minister Varga"])
    assert found("The railway had been closed in May, but the trip was pleasant.") == []


@pytest.mark.parametrize(
    ("text", "sources", "targets"),
    [
        ("Ruritania thanked Sweden and Graustark for their aid to Norway.", ["Sweden", "Graustark"], ["Norway"]),
        ("Ruritania thanked the Swedish president for her visit to Norway.", ["the Swedish president"], ["Norway"]),
        ("The Ruritanian ministers thanked Sweden during their visit to Norway.", ["The Ruritanian ministers"],
         ["Norway"]),
        ("Ruritania thanked Graustark for the military aid.", ["Graustark"], ["Ruritania"]),
        ("The Ruritanian king was grateful for the assistance provided by Graustark.", ["Graustark"],
         ["The Ruritanian king"]),
        ("Ruritania thanked Graustark for aid to schools.", ["Ruritania"], ["Graustark"]),
        ("The Ruritanian king thanked his people for their aid.", ["The Ruritanian king"], ["his people"]),
        ("Graustark was accused by Ruritania of attacking Sweden.", ["Graustark"], ["Sweden"]),
        ("Ruritania condemned Graustark for attacking Sweden.", ["Graustark"], ["Sweden"]),
    ],
)  # fmt: skip
def test_what_somebody_is_thanked_for_is_theirs(found, text, sources, targets):
    assert parties(found(text)[-1]) == (sources, targets)


def test_the_subject_decides_what_blocking_a_road_is(found):
    [crowd] = found("Ruritanian farmers blocked the road.")
    [army] = found("The Ruritanian army blocked the road.")
    assert (crowd.type, army.type) == ("PROTEST", "COERCE")


def test_evidence_covers_trigger_and_parties(found):
    [event] = found("On Monday, Ruritania condemned the law of Graustark.")
    [evidence] = event.evidence
    for passage in (event.trigger, *event.source_mentions, *event.target_mentions):
        assert evidence.start <= passage.start
        assert passage.end <= evidence.end


def test_a_type_of_the_users_own_stands_within_plovers(tools):
    known = lexicon.load()
    own = Frame(word="poach", form=Form.VERB, type=EventType.COERCE, custom="POACHING", example="They poach.")
    table = frame_table((*known.frames, own), known.operators, known.groups)
    document, findings = to_document(Page(uri="test", content=b"France poached two Belgian judges."))
    (event,) = events(annotate(document, findings, tools.reader), table).all
    assert (event.type, event.custom, event.cameo) == (EventType.COERCE, "POACHING", None)


@pytest.mark.parametrize(
    ("text", "cameo"),
    [
        ("Ruritania imposed sanctions on Graustark.", "163"),
        ("Ruritania refused to impose sanctions on Graustark.", "120"),  # of what it became, not of what it was not
        ("Ruritania will impose sanctions on Graustark.", None),
        ("Ruritania urged Graustark to hold talks.", "026"),
        ("Ruritania called for talks with Graustark.", "106"),
        ("Ruritania agreed to meet Graustarkian officials.", "036"),
        ("Ruritania urged Graustark to withdraw.", "020"),
    ],
)
def test_the_code_is_of_what_became_of_it(found, text, cameo):
    assert [event.cameo for event in found(text)] == [cameo]
