import pytest

from onrecord.model import Act, IssueBasis, Manner, MentionKind
from onrecord.views.brief import SectionKind
from onrecord.views.key_points.sayings import are_alike

RIVER = {"issues": ("river",)}


def told(shown):
    return [(country, text) for country, text, *_ in shown.section(SectionKind.ISSUE)]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("the river must stay open", "the river must stay open to all", True),
        ("the river must stay open", "The river, must stay open", True),
        ("the river must stay open", "the border must be closed now", False),
        ("pay 5 marks for the river", "pay 6 marks for the river", False),
        ("very good", "very good indeed and more", False),  # too few words to tell
        ("very good", "Very good", True),
    ],
)
def test_words_that_say_the_same(one, other, alike):
    assert are_alike(one, other) is alike
    assert are_alike(other, one) is alike


def test_a_statement_inside_another_is_not_told_twice(write, show):
    text = write("Holm said that Averland had always held that the river was open.")
    text.says("Ada Holm", "Averland had always held that the river was open", cue="said", **RIVER)
    text.says("Averland", "the river was open", cue="held", via="Ada Holm", **RIVER)
    assert told(show(text)) == [("AVL", "Averland had always held that the river was open")]


def test_a_report_filled_by_somebody_elses_words_gives_way_to_them(write, show):
    text = write("The statement said Holm “stressed that the river was open to all”.")
    whole = "Holm “stressed that the river was open to all”"
    text.says("Borland's statement", whole, cue="said", quoted=["“stressed that the river was open to all”"], **RIVER)
    text.says("Ada Holm", "the river was open to all", cue="stressed", via="Borland's statement", **RIVER)
    ((country, words, said_by, via, _),) = show(text).section(SectionKind.ISSUE)
    assert (country, words) == ("AVL", "stressed that the river was open to all")
    assert (said_by, via) == ("Ada Holm", "Borland's statement")


def test_another_wording_in_quotation_marks_is_another_line(write, show):
    text = write("“We will keep the river open,” Holm said. “We will keep the river closed,” she said later.")
    for words in ("“We will keep the river open,”", "“We will keep the river closed,”"):
        text.says("Ada Holm", words, kind=Manner.DIRECT, quoted=[words], **RIVER)
    assert told(show(text)) == [
        ("AVL", "“We will keep the river open”"),
        ("AVL", "“We will keep the river closed”"),
    ]


def test_the_same_words_of_two_speakers_are_two_lines(write, show):
    text = write("Lind said the river must stay open. Brek said the river must stay open too.")
    text.says("Bo Lind", "the river must stay open", cue="Lind said", **RIVER)
    text.says("Cato Brek", "the river must stay open too", cue="Brek said", **RIVER)
    assert [line[2] for line in show(text).section(SectionKind.ISSUE)] == ["Bo Lind", "Cato Brek"]


def test_strong_words_come_before_courtesies(write, show):
    text = write("Holm praised the weather on the river. Holm warned that the river would be closed.")
    text.says("Ada Holm", "the weather on the river", cue="praised", act=Act.PRAISE, **RIVER)
    text.says("Ada Holm", "the river would be closed", cue="warned", act=Act.WARN, **RIVER)
    assert told(show(text)) == [
        ("AVL", "warned that the river would be closed"),
        ("AVL", "praised the weather on the river"),
    ]


def test_what_names_its_issue_comes_before_what_only_stands_beside(write, show):
    text = write(
        "Holm spoke of the many good years. Holm spoke of the old and long river. Holm thought of the end of all."
    )
    text.says("Ada Holm", "of the many good years", issues_basis=IssueBasis.PARAGRAPH, **RIVER)
    text.says("Ada Holm", "of the old and long river", issues_basis=IssueBasis.WORDS, **RIVER)
    text.says("Ada Holm", "of the end of all", issues_basis=IssueBasis.TEXT, **RIVER)
    sections = [one for one in show(text).made.sections if one.kind is SectionKind.ISSUE]
    assert [[line.parts[-1].text for line in one.lines] for one in sections] == [
        ["of the old and long river", "of the many good years"],
        ["of the end of all"],
    ]


def test_no_more_than_a_few_lines_a_side_and_the_rest_is_counted(write, show):
    sentences = [f"Holm spoke of river number {n}." for n in range(9)]
    text = write(" ".join(sentences))
    for n in range(9):
        text.says("Ada Holm", f"of river number {n}", **RIVER)
    shown = show(text)
    (section,) = [one for one in shown.made.sections if one.kind is SectionKind.ISSUE]
    assert (len(section.lines), section.left_out) == (5, 4)


def test_a_negated_statement_says_so(write, show):
    text = write("In Tarn, Holm did not say that the river would be closed.")
    text.says("Ada Holm", "the river would be closed", cue="say", negated=True, **RIVER)
    assert told(show(text)) == [("AVL", "Holm did not say that the river would be closed")]


@pytest.mark.parametrize(
    ("more", "lines"),
    [
        ({}, []),  # nobody is named, and nobody's own words
        ({"by": "they", "speaker_basis": MentionKind.PRONOUN}, ["“they”, not resolved"]),
        ({"kind": Manner.DIRECT, "quoted": ["“the river must stay open”"]}, ["speaker not named"]),
    ],
)
def test_who_is_not_known_to_speak(write, show, more, lines):
    text = write("Here they said “the river must stay open”.")
    text.says(None, "“the river must stay open”", cue="said", **RIVER, **more)
    assert [line[2] for line in show(text).section(SectionKind.ISSUE)] == lines


def test_issues_in_the_order_of_their_room_and_the_general_one_last(write, show):
    text = write("Relations of the two are as good as they have ever been. The border is long and old. Open river.")
    text.says("Ada Holm", "Relations of the two are as good as they have ever been", issues=("bilateral-relations",))
    text.says("Ada Holm", "Open river", issues=("river",), act=Act.DEMAND, kind=Manner.DIRECT)
    text.says("Ada Holm", "The border is long and old", issues=("border", "river", "bilateral-relations"))
    titles = [one.title for one in show(text).made.sections]
    assert titles == ["The river", "Tone"]


def test_a_joint_statement_belongs_to_no_side_and_stands_first(write, show):
    text = write("Holm spoke of the open river. Both stressed that the river was theirs.")
    text.says("Ada Holm", "of the open river", **RIVER)
    text.says(("Ada Holm", "Bo Lind"), "the river was theirs", cue="stressed", **RIVER)
    assert [(line[0], line[2]) for line in show(text).section(SectionKind.ISSUE)] == [
        (None, "Ada Holm and Bo Lind"),
        ("AVL", "Ada Holm"),
    ]


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ({"quoted": ["“go on”"]}, 1),
        ({"quoted": ["“go on”"], "speaker_basis": MentionKind.CONTINUED}, 0),  # nobody knows who goes on
        ({"by": "they", "speaker_basis": MentionKind.PRONOUN}, 1),
        ({"speaker_basis": MentionKind.CONTINUED}, 0),
        ({}, 0),
    ],
)
def test_what_nobody_is_known_to_say_gets_no_line(write, show, more, count):
    text = write("As they said, talks should “go on” for years.")
    text.says(None, "talks should “go on” for years", issues=("river",), **more)
    assert len(show(text).words(SectionKind.ISSUE)) == count
