import pytest

from onrecord.lexicon.encounters import EncounterKind, load_encounters
from onrecord.model import EventType, Mention, MentionKind, Status
from onrecord.views.engagements import engagements


@pytest.fixture
def met(countries):
    def view(*texts):
        return engagements([text.record() for text in texts], load_encounters(), countries)

    return view


TWICE = "Holm met Lind in Oum. Later they had met again. The call came last."


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ({}, {}, 1),
        ({"date": "2031-05"}, {"date": "2031-05-12"}, 1),
        ({"date": "2031-05-12"}, {"date": "2031-05-13"}, 2),
        ({"place": "Oum"}, {"place": "Port Oum"}, 1),
        ({"place": "Oum"}, {"place": "Tarn"}, 2),
        ({"status": Status.OCCURRED}, {"status": Status.ONGOING}, 1),
        ({"status": Status.OCCURRED}, {"status": Status.PLANNED}, 2),
        ({"status": Status.PLANNED}, {"status": Status.POSTPONED}, 1),
        ({"status": Status.REFUSED}, {"status": Status.POSTPONED}, 2),
        ({"mode": "meet"}, {"mode": "talks"}, 1),
        ({"mode": "meet"}, {"mode": "call"}, 2),
        ({"duration": "Oum"}, {"duration": "last"}, 2),
        ({"duration": "Oum"}, {}, 1),
    ],
)
def test_two_reports_of_one_occasion(write, met, first, second, count):
    text = write(TWICE)
    text.meets("met Lind", "Ada Holm", "Bo Lind", **first)
    text.meets("met again", "Ada Holm", "Bo Lind", **second)
    found = met(text)
    assert len(found) == count
    assert len({record for one in found for record in one.records}) == 2


def test_other_people_make_another_meeting(write, met):
    text = write(TWICE)
    text.meets("met Lind", "Ada Holm", "Bo Lind")
    text.meets("met again", "Ada Holm", "Bo Lind", "Cato Brek")
    assert [one.participants for one in met(text)] == [
        ("Ada Holm", "Bo Lind"),
        ("Ada Holm", "Bo Lind", "Cato Brek"),
    ]


def test_a_report_without_the_other_side_says_nothing_new(write, met):
    text = write(TWICE)
    text.meets("met Lind", "Ada Holm", "Bo Lind")
    text.meets("met again", "Ada Holm", targets=(), date="2031-05-12")
    (one,) = met(text)
    assert (one.participants, one.date) == (("Ada Holm", "Bo Lind"), "2031-05-12")
    assert len(one.evidence) == len(one.records) == 2


@pytest.mark.parametrize(
    ("published", "days", "count"),
    [
        (None, (None, None), 1),  # one text
        ("2031-05-13", (None, None), 2),  # another text of the same week, which may tell of another meeting
        ("2032-08-01", ("2031-05-12", "2031-05-12"), 1),
    ],
)
def test_who_met_somebody_is_told_of_by_day_in_another_document(write, met, published, days, count):
    ours, theirs = write(TWICE, published="2031-05-13"), write("Holm met somebody of Borland.", published=published)
    ours.meets("met Lind", "Ada Holm", "Bo Lind", date=days[0])
    if published is None:
        ours.meets("met again", "Ada Holm", targets=(), date=days[1])
    else:
        theirs.meets("met", "Ada Holm", targets=(), sources=("AVL", "BRL"), date=days[1])
    assert len(met(ours, theirs)) == count


@pytest.mark.parametrize(
    ("published", "targets", "passages"),
    [
        ("2031-05-13", ("BRL",), 2),  # the same country visited, told within a few days
        ("2033-05-13", ("BRL",), 1),
        ("2031-05-13", (), 1),  # neither says where
        (None, (), 2),  # of one text they are one
    ],
)
def test_a_visit_of_nobody_by_name_is_the_one_at_its_place(write, met, published, targets, passages):
    ours, theirs = (
        write("Holm travelled. The trip was long.", published="2031-05-14"),
        write("A trip.", published=published),
    )
    trip = {"mode": "visit", "sources": ("AVL",), "targets": targets}
    ours.does(EventType.CONSULT, "travelled", source_actors=("Ada Holm",), **trip)
    other = theirs if published else ours
    other.does(EventType.CONSULT, "trip", **trip)
    [visit] = [one for one in met(ours, theirs) if one.participants == ("Ada Holm",)]
    assert len(visit.evidence) == passages


def test_what_an_engagement_holds(write, met):
    text = write("Foreign Minister Holm met her counterpart Lind in Oum for about two hours on Monday.")
    text.names("Ada Holm", "Foreign Minister Holm", office="foreign minister")
    text.names("Bo Lind", "her counterpart Lind", office="counterpart")
    event = text.meets("met", "Ada Holm", "Bo Lind", date="2031-05-12", place="Oum", duration="about two hours")
    (one,) = met(text)
    assert (one.kind, one.countries, one.offices) == (
        EncounterKind.MEETING,
        ("AVL", "BRL"),
        ("Foreign Minister", None),
    )
    assert (one.date, one.place, one.duration, one.status) == (
        "2031-05-12",
        "Oum",
        "about two hours",
        Status.OCCURRED,
    )
    assert one.evidence == event.evidence
    assert one.records == (event.id,)


@pytest.mark.parametrize(
    ("words", "mode", "kind"),
    [
        ("held a video call with Lind", "call", EncounterKind.VIDEO_CALL),
        ("held a call with Lind", "call", EncounterKind.CALL),
        ("attended the summit with Lind", "meet", EncounterKind.SUMMIT),
        ("had a conversation with Lind", "talks", EncounterKind.TALKS),
        ("paid a visit to Lind", "visit", EncounterKind.VISIT),
        ("sat down with Lind", "other", EncounterKind.MEETING),
    ],
)
def test_kinds(write, met, words, mode, kind):
    text = write(f"Holm {words} on Monday.")
    text.meets(words, "Ada Holm", "Bo Lind", mode=mode)
    assert [one.kind for one in met(text)] == [kind]


def test_a_visit_has_its_host_for_a_place_and_no_state_for_a_guest(write, met):
    text = write("Holm visited Borland.")
    text.does(EventType.CONSULT, "visited", ("AVL",), ("BRL",), mode="visit", source_actors=("Ada Holm",))
    (one,) = met(text)
    assert (one.participants, one.place) == (("Ada Holm",), "Borland")


def test_states_stand_in_where_nobody_is_named(write, met):
    text = write("The two sides held talks.")
    text.does(EventType.CONSULT, "held talks", ("AVL", "BRL"), ("AVL", "BRL"), mode="talks")
    assert [one.participants for one in met(text)] == [("Averland", "Borland")]


def test_unnamed_people_are_in_the_words_of_the_text(write, met):
    text = write("Holm met other senior officials.")
    place = text.at("other senior officials")
    officials = Mention(place.doc_id, place.start, place.end, place.exact, kind=MentionKind.ANONYMOUS)
    text.meets("met", "Ada Holm", targets=("BRL",), target_mentions=(officials,))
    assert [one.participants for one in met(text)] == [("Ada Holm", "other senior officials")]


@pytest.mark.parametrize(
    ("event", "status"),
    [
        ({"type_": EventType.AGREE, "mode": "meet", "status": Status.PLANNED}, Status.PLANNED),
        ({"type_": EventType.REJECT, "mode": "meet"}, Status.REFUSED),
        ({"type_": EventType.CONSULT, "mode": "meet", "status": Status.POSTPONED}, Status.POSTPONED),
    ],
)
def test_meetings_that_were_not_held(write, met, event, status):
    text = write("The ministers were to meet.")
    text.does(words="were to meet", sources=("AVL", "BRL"), targets=("AVL", "BRL"), **event)
    assert [one.status for one in met(text)] == [status]


@pytest.mark.parametrize(
    "event",
    [
        {"type_": EventType.AGREE, "sources": ("AVL",), "targets": ("BRL",)},  # a deal is no meeting
        {"type_": EventType.REJECT, "sources": ("AVL",), "targets": ("BRL",)},
        {"type_": EventType.SANCTION, "mode": "meet", "sources": ("AVL",), "targets": ("BRL",)},
        {"type_": EventType.CONSULT, "mode": "meet"},  # nobody is known to have met
        {"type_": EventType.CONSULT, "mode": "visit", "sources": ("AVL",), "targets": ("BRL",)},  # states do not travel
    ],
)
def test_what_is_no_engagement(write, met, event):
    text = write("The ministers were to meet.")
    text.does(words="were to meet", **event)
    assert met(text) == ()


FAR_DOWN = "Much was said before. " * 40


@pytest.mark.parametrize(
    ("published", "days", "lead", "count"),
    [
        (("2031-05-13", "2031-05-12"), (None, None), "", 1),
        (("2031-05-13", "2031-08-01"), (None, None), "", 2),  # undated, and published far apart
        ((None, "2031-08-01"), (None, None), "", 1),  # nothing is dated, and both open with it
        ((None, "2031-08-01"), (None, None), FAR_DOWN, 2),
        (("2031-05-13", "2031-08-01"), ("2031-05-12", "2031-05-12"), FAR_DOWN, 1),
        (("2031-05-13", "2031-05-13"), ("2031-05-12", "2031-05-13"), "", 2),
    ],
)
def test_two_documents_of_one_occasion(write, met, published, days, lead, count):
    ours = write(f"{lead}Holm met Lind.", published=published[0])
    theirs = write(f"{lead}Minister Lind met Holm.", published=published[1])
    ours.meets("met", "Ada Holm", "Bo Lind", date=days[0])
    theirs.meets("met", "Bo Lind", "Ada Holm", date=days[1])
    found = met(ours, theirs)
    assert len(found) == count
    assert sum(len(one.evidence) for one in found) == 2


@pytest.mark.parametrize(
    ("between", "first", "sides", "durations"),
    [
        ("", {}, ("AVL", "BRL"), ["about five hours"]),
        (FAR_DOWN, {}, ("AVL", "BRL"), [None, "about five hours"]),
        ("", {}, ("AVL", "CYR"), [None, "about five hours"]),
        ("", {"duration": "an hour"}, ("AVL", "BRL"), ["an hour", "about five hours"]),
        ("", {"mode": "visit"}, ("AVL", "BRL"), [None, "about five hours"]),
    ],
)
def test_sides_alone_give_their_duration_to_the_talks_told_before(write, met, between, first, sides, durations):
    text = write(f"Holm met Lind for an hour or so. {between}After talking for about five hours, both sides left.")
    text.meets("met Lind", "Ada Holm", "Bo Lind", **first)
    text.does(EventType.CONSULT, "talking", sides, sides, mode="talks", duration="about five hours")
    assert [one.duration for one in met(text)] == durations


@pytest.mark.parametrize(
    ("words", "person", "sides", "participants"),
    [
        ("reporters", {}, (("AVL",), ()), []),  # neither a side nor a name
        ("officials of Borland", {}, (("AVL",), ("BRL",)), [("Ada Holm", "officials of Borland")]),
        ("Cato Brek", {"name": "Cato Brek"}, (("AVL",), ("BRL",)), [("Ada Holm", "Cato Brek")]),
    ],
)
def test_who_counts_as_a_party(write, met, words, person, sides, participants):
    text = write(f"Holm met {words}.")
    other = text.mention(words, MentionKind.ANONYMOUS, **person)
    text.meets("met", "Ada Holm", sources=sides[0], targets=sides[1], target_mentions=(other,))
    assert [one.participants for one in met(text)] == participants


@pytest.mark.parametrize(("targets", "count"), [(("BRL",), 1), (("AVL",), 0)])
def test_who_travels_at_home_visits_nobody(write, met, targets, count):
    text = write("Holm visited Port Oum.")
    text.does(EventType.CONSULT, "visited", ("AVL",), targets, mode="visit", source_actors=("Ada Holm",))
    assert len(met(text)) == count


def test_what_is_visited_is_no_guest(write, met):
    text = write("Holm visited the seat of government.")
    seat = text.mention("the seat of government", MentionKind.ANONYMOUS)
    sides = (("AVL",), ("BRL",))
    text.does(EventType.CONSULT, "visited", *sides, mode="visit", source_actors=("Ada Holm",), target_mentions=(seat,))
    assert [one.participants for one in met(text)] == [("Ada Holm",)]


def test_a_visitor_by_office_alone_is_the_one_named(write, met):
    text = write("PM puts off visit. Holm's visit was put off.")
    minister = text.mention("PM", MentionKind.ANONYMOUS, office="pm")
    visit = {"mode": "visit", "status": Status.POSTPONED, "sources": ("AVL",), "targets": ("BRL",)}
    text.does(EventType.CONSULT, "visit", source_mentions=(minister,), **visit)
    text.does(EventType.CONSULT, "Holm's visit", source_actors=("Ada Holm",), **visit)
    (one,) = met(text)
    assert (one.participants, len(one.records)) == (("Ada Holm",), 2)


@pytest.mark.parametrize(
    ("calls", "bare", "count"),
    [
        (1, {}, 1),
        (2, {}, 3),  # either call may be meant
        (1, {"date": "2031-05-09"}, 2),
        (1, {"place": "Oum"}, 2),
        (1, {"mode": "dialogue"}, 2),  # a standing one
        (1, {"status": Status.PLANNED}, 2),
        (1, {"sources": ("AVL",), "targets": ("CYR",)}, 2),
    ],
)
def test_the_talks_of_two_sides_are_the_only_ones_told(write, met, calls, bare, count):
    text = write("Holm called Lind. Holm phoned Brek. Such was the conversation between the two sides.")
    for words, other in (("called", "Bo Lind"), ("phoned", "Cato Brek"))[:calls]:
        text.meets(words, "Ada Holm", other, mode="call")
    sides = {"mode": "talks", "sources": ("AVL", "BRL"), "targets": ("AVL", "BRL")}
    text.does(EventType.CONSULT, "conversation", **sides | bare)
    assert len(met(text)) == count


@pytest.mark.parametrize(
    ("sides", "kind", "count"),
    [
        (("NATO",), "summit", 1),  # of several states by itself
        (("NATO",), "visit", 0),  # nobody is told to travel
        (("AVL",), "summit", 0),
    ],
)
def test_a_body_of_several_states_meets_by_itself(write, met, sides, kind, count):
    text = write("The leaders of the alliance met in Oum.")
    text.does(EventType.CONSULT, "met", mode=kind, sources=sides, targets=sides)
    assert len(met(text)) == count


@pytest.mark.parametrize(
    ("rule", "place", "participants"),
    [
        ("event/verb:welcome", "Averland", ("Bo Lind", "Ada Holm")),  # who receives is at home
        ("event/verb:visit", "Borland", ("Ada Holm", "Bo Lind")),
    ],
)
def test_who_receives_and_who_comes(write, met, rule, place, participants):
    text = write("Holm and Lind were together.")
    text.meets("were together", "Ada Holm", "Bo Lind", mode="visit", rule=rule)
    (one,) = met(text)
    assert (one.place, one.participants, one.received_by) == (place, participants, participants[1:])


def test_a_host_without_a_guest_is_no_visit(write, met):
    text = write("Holm welcomed the news.")
    sides = (("AVL",), ("BRL",))
    text.does(
        EventType.CONSULT, "welcomed", *sides, mode="visit", source_actors=("Ada Holm",), rule="event/verb:welcome"
    )
    assert met(text) == ()


def test_guests_without_a_name_are_no_visit_of_the_host(write, met):
    text = write("Holm welcomed leaders.")
    leaders = text.mention("leaders", MentionKind.ANONYMOUS)
    more = {"source_actors": ("Ada Holm",), "target_mentions": (leaders,), "rule": "event/verb:welcome"}
    text.does(EventType.CONSULT, "welcomed", ("AVL",), (), mode="visit", **more)
    assert met(text) == ()


def test_words_for_those_who_are_named_are_no_further_participant(write, met):
    text = write("Holm and Lind had talks with aides.")
    both, aides = text.mention("Holm and Lind", MentionKind.ANONYMOUS), text.mention("aides", MentionKind.ANONYMOUS)
    text.meets("had talks", "Ada Holm", "Bo Lind", source_mentions=(both,), target_mentions=(aides,))
    assert [one.participants for one in met(text)] == [("Ada Holm", "Bo Lind", "aides")]


def test_what_both_sides_talk_about_is_no_participant(write, met):
    text = write("Both sides held talks on Averland-Borland relations.")
    about = text.mention("Averland-Borland relations", MentionKind.NAMED)
    sides = ("AVL", "BRL")
    text.does(EventType.CONSULT, "held talks", sides, sides, mode="talks", target_mentions=(about,))
    assert [one.participants for one in met(text)] == [("Averland", "Borland")]


def test_visits_in_opposite_directions_are_two(write, met):
    text = write("Holm came. Then Holm received Lind.")
    text.meets("came", "Ada Holm", "Bo Lind", mode="visit")
    text.meets("received", "Ada Holm", "Bo Lind", mode="visit", rule="event/verb:receive")
    assert [one.place for one in met(text)] == ["Borland", "Averland"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [("for a two-day summit", EncounterKind.SUMMIT), ("for dinner after the summit", EncounterKind.VISIT)],
)
def test_what_somebody_is_received_for(write, met, words, kind):
    text = write(f"Holm welcomed Lind {words}.")
    text.meets("welcomed", "Ada Holm", "Bo Lind", mode="visit", rule="event/verb:welcome")
    assert [one.kind for one in met(text)] == [kind]


@pytest.mark.parametrize(("rule", "count"), [("event/verb:summon", 1), ("event/verb:accuse", 0)])
def test_who_is_summoned_is_met(write, met, rule, count):
    text = write("Averland summoned Lind.")
    text.does(EventType.ACCUSE, "summoned", ("AVL",), ("BRL",), target_actors=("Bo Lind",), rule=rule)
    assert [one.kind for one in met(text)] == [EncounterKind.MEETING] * count


@pytest.mark.parametrize(
    ("words", "event", "status"),
    [
        ("invited Lind to come", {"rule": "event/verb:invite", "mode": "visit"}, Status.HYPOTHETICAL),
        ("invited Lind, and he accepted", {"rule": "event/verb:invite", "mode": "visit"}, Status.PLANNED),
        ("was ready to meet Lind", {"rule": "event/adjective:ready", "mode": "meet"}, Status.HYPOTHETICAL),
        ("agreed to meet Lind", {"rule": "event/verb:agree", "mode": "meet"}, Status.PLANNED),
    ],
)
def test_an_offer_is_no_plan_before_it_is_accepted(write, met, words, event, status):
    text = write(f"Holm {words}.")
    sides = {"source_actors": ("Ada Holm",), "target_actors": ("Bo Lind",), "status": Status.PLANNED}
    text.does(EventType.AGREE, words.split()[0], ("AVL",), ("BRL",), **sides | event)
    assert [one.status for one in met(text)] == [status]


@pytest.mark.parametrize(
    ("words", "cameo", "targets", "kinds"),
    [
        ("called for talks with Borland", "106", ("BRL",), [EncounterKind.TALKS]),
        ("called for a summit with Borland", "106", ("BRL",), [EncounterKind.SUMMIT]),
        ("called on Borland to hold talks with Cyrene", "026", ("BRL",), []),  # whom it does not meet itself
        ("called on Borland to withdraw", "020", ("BRL",), []),
        ("called for talks", "106", (), []),
    ],
)
def test_talks_that_one_side_asks_of_the_other(write, met, words, cameo, targets, kinds):
    text = write(f"Averland {words}.")
    if targets:
        text.mentions["Borland"] = [text.mention("Borland", country="BRL", actor="Borland")]
    about = {"cameo": cameo, "mode": "appeal", "clause": words}
    text.does(EventType.REQUEST, " ".join(words.split()[:2]), ("AVL",), targets, **about)
    found = met(text)
    assert [one.kind for one in found] == kinds
    assert all(one.status is Status.HYPOTHETICAL for one in found)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Meeting with President Lind", EncounterKind.MEETING),
        ("Video call with Bo Lind", EncounterKind.VIDEO_CALL),
        ("Meeting with President Brek", EncounterKind.TALKS),
        ("A good day for Bo Lind", EncounterKind.TALKS),
        ("A meeting with Lind was held.", EncounterKind.TALKS),  # no heading
    ],
)
def test_a_heading_tells_the_kind_of_the_talks_below(write, met, heading, kind):
    text = write(f"{heading}\n\nHolm had a conversation.")
    text.meets("had a conversation", "Ada Holm", "Bo Lind", mode="talks")
    assert [one.kind for one in met(text)] == [kind]


@pytest.mark.parametrize(
    ("heading", "sides", "count"),
    [
        ("Holm meets Lind", ("BRL",), 1),
        ("Holm meets Lind", ("CYR",), 2),
        ("Holm meets Lind.", ("BRL",), 2),  # no heading: another meeting of hers
    ],
)
def test_a_heading_and_the_text_below_tell_of_one_meeting(write, met, heading, sides, count):
    text = write(f"{heading}\n\nHolm met envoys.")
    envoys = text.mention("envoys", MentionKind.ANONYMOUS)
    text.meets("meets", "Ada Holm", "Bo Lind")
    text.does(
        EventType.CONSULT, "met", ("AVL",), sides, mode="meet", source_actors=("Ada Holm",), target_mentions=(envoys,)
    )
    assert len(met(text)) == count


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("Space Dialogue", "Cyber Dialogue", 2),
        ("Space Dialogue", "dialogue", 1),
        ("Dialogue on Space", "Dialogue on Trade", 2),
        ("Averland-Borland Space Dialogue", "Space Dialogue", 1),
    ],
)
def test_dialogues_are_told_apart_by_their_names(write, met, first, second, count):
    text = write(f"They opened the {first}. They closed the {second} too.")
    sides = {"sources": ("AVL", "BRL"), "targets": ("AVL", "BRL"), "mode": "dialogue"}
    for clause in (f"opened the {first}", f"closed the {second}"):
        end = clause.lower().index("dialogue") + len("dialogue")
        text.does(EventType.CONSULT, clause[:end], clause=clause, **sides)
    assert len(met(text)) == count


@pytest.mark.parametrize(
    ("words", "sides", "kind"),
    [
        ("Leaders of the alliance", ("NATO",), EncounterKind.SUMMIT),
        ("Ministers of the alliance", ("NATO",), EncounterKind.MEETING),
        ("Leaders of the parties", ("AVL", "BRL"), EncounterKind.MEETING),
    ],
)
def test_the_leaders_of_a_body_meet_in_a_summit(write, met, words, sides, kind):
    text = write(f"{words} met in Oum.")
    leaders = text.mention(words, MentionKind.ANONYMOUS)
    text.does(EventType.CONSULT, "met", sides, sides, mode="meet", source_mentions=(leaders,))
    assert [one.kind for one in met(text)] == [kind]


def test_what_the_text_calls_a_meeting_is_no_summit(write, met):
    text = write("A meeting of leaders of the alliance began.")
    leaders = text.mention("leaders of the alliance", MentionKind.ANONYMOUS)
    about = {"mode": "meet", "source_mentions": (leaders,), "rule": "event/noun:meeting"}
    text.does(EventType.CONSULT, "meeting", ("NATO",), ("NATO",), **about)
    assert [one.kind for one in met(text)] == [EncounterKind.MEETING]


@pytest.mark.parametrize(("country", "count"), [("AVL", 0), (None, 1)])
def test_two_people_of_one_state_are_one_side(write, met, country, count):
    text = write("Holm met Cato Dorn.")
    dorn = text.mention("Cato Dorn", MentionKind.ANONYMOUS, name="Cato Dorn", country=country)
    text.meets("met", "Ada Holm", targets=(), target_mentions=(dorn,))
    assert len(met(text)) == count


@pytest.mark.parametrize(
    ("days", "said", "statuses"),
    [
        (("2031-05-12", "2031-05-12"), (None, None), [Status.CANCELLED]),  # what the text says last
        (("2031-05-12", "2031-05-12"), ("2031-05-14", "2031-05-13"), [Status.OCCURRED]),  # what was said last
        (("2031-05-12", "2031-05-13"), (None, None), [Status.OCCURRED, Status.CANCELLED]),
        ((None, None), (None, None), [Status.OCCURRED, Status.CANCELLED]),  # it may be another meeting
    ],
)
def test_what_one_text_says_at_odds_is_kept_and_the_later_counts(write, met, days, said, statuses):
    text = write("Holm said that they met. Lind said that the meeting was off.", published="2031-05-15")
    told = (("they met", "Ada Holm", Status.OCCURRED), ("the meeting was off", "Bo Lind", Status.CANCELLED))
    for (words, speaker, status), day, said_on in zip(told, days, said, strict=True):
        statement = text.says(speaker, words, date=said_on)
        text.meets(words, "Ada Holm", "Bo Lind", status=status, date=day, statement=statement.id)
    found = met(text)
    assert [one.status for one in found] == statuses
    assert {one.status for engagement in found for one in engagement.history} == {Status.OCCURRED, Status.CANCELLED}


def test_passages_stand_in_the_order_of_the_text(write, met):
    text = write("Holm met Lind. They met for an hour on Monday.")
    text.meets("They met", "Ada Holm", "Bo Lind", date="2031-05-12", duration="an hour")
    text.meets("met Lind", "Ada Holm", "Bo Lind")
    (one,) = met(text)
    assert [passage.exact for passage in one.evidence] == ["met Lind", "They met"]


@pytest.mark.parametrize(("name", "count"), [("Space Dialogue", 2), ("dialogue", 1)])
def test_a_dialogue_with_a_name_is_no_bare_word_for_a_meeting(write, met, name, count):
    text = write(f"Holm met Lind. They held a {name}.")
    text.meets("met", "Ada Holm", "Bo Lind", date="2031-05-12")
    sides = {"sources": ("AVL", "BRL"), "targets": ("AVL", "BRL"), "mode": "dialogue", "date": "2031-05-12"}
    text.does(EventType.CONSULT, f"held a {name}", **sides)
    assert len(met(text)) == count
