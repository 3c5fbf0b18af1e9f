"""The brief of an invented article, and of what is no article about a meeting."""

from dataclasses import replace

import pytest

from onrecord.model import Act, EventType, FindingKind, Manner, MentionKind, Status
from onrecord.views.brief import SectionKind
from onrecord.views.key_points import brief

ARTICLE = (
    "Holm ends long-awaited trip\n\n"
    "Foreign Minister Ada Holm ended a two-day visit to Borland on Monday. She met President Cato Brek "
    "in Tarn for about an hour. A trip planned for March had been postponed after Borland "
    "expelled two envoys.\n\n"
    "“The river is not a weapon,” Holm told reporters. Holm said Borland had previously committed "
    "not to dam the river. “We saw no dam,” she said.\n\n"
    "A Borland statement said the two sides “agreed to go on with surveys of the river”. Brek warned that "
    "Borland would “never give up a single bend” of it, the statement said.\n\n"
    "The hotline between the two has been suspended. Holm said “Borland hasn’t agreed to restore it”.\n\n"
    "“It was a candid conversation,” an Averland official said. “Shame,” somebody shouted."
)

MEETING = "Ada Holm and Cato Brek (President): meeting in Tarn, Monday 12 May 2031, about an hour"


@pytest.fixture
def article(write):
    """An article with a visit, a meeting, a promise reported, a joint claim, a refusal and some mood."""
    text = write(ARTICLE, published="2031-05-12", title="Holm ends trip")
    text.names("Ada Holm", "Foreign Minister Ada Holm", office="foreign minister")
    text.names("Cato Brek", "President Cato Brek", office="president")
    text.does(
        EventType.CONSULT,
        "visit to Borland",
        ("AVL",),
        ("BRL",),
        mode="visit",
        source_actors=("Ada Holm",),
        date="2031-05-11/2031-05-12",
        duration="two-day",
    )
    text.meets("met President", "Ada Holm", "Cato Brek", date="2031-05-12", place="Tarn", duration="about an hour")
    text.does(
        EventType.CONSULT,
        "been postponed",
        ("AVL",),
        ("BRL",),
        mode="visit",
        source_actors=("Ada Holm",),
        status=Status.POSTPONED,
        clause="A trip planned for March had been postponed",
    )
    text.does(EventType.COERCE, "expelled two envoys", ("BRL",), ("AVL",))
    text.says(
        "Ada Holm",
        "“The river is not a weapon,”",
        cue="told",
        kind=Manner.DIRECT,
        quoted=["“The river is not a weapon,”"],
        act=Act.WARN,
        issues=("river",),
    )
    text.says("Ada Holm", "Borland had previously committed not to dam the river", cue="said", issues=("river",))
    text.says("Borland", "not to dam the river", cue="committed", via="Ada Holm", act=Act.PROMISE, issues=("river",))
    agreed = "the two sides “agreed to go on with surveys of the river”"
    quoted = ["“agreed to go on with surveys of the river”"]
    text.says("Borland's statement", agreed, cue="said", quoted=quoted, issues=("river",))
    text.says(
        ("Averland", "Borland"),
        "to go on with surveys of the river",
        cue="agreed",
        via="Borland's statement",
        act=Act.PROMISE,
        issues=("river",),
    )
    text.says(
        "Cato Brek",
        "Borland would “never give up a single bend” of it",
        cue="warned",
        quoted=["“never give up a single bend”"],
        via="Borland's statement",
        act=Act.WARN,
        issues=("river",),
    )
    refusal = "“Borland hasn’t agreed to restore it”"
    issues = ("military-communications",)
    text.says("Ada Holm", refusal, kind=Manner.DIRECT, quoted=[refusal], issues=issues)
    text.says(
        "Borland",
        "to restore it",
        cue="hasn’t agreed",
        via="Ada Holm",
        act=Act.PROMISE,
        negated=True,
        issues=issues,
    )
    mood = "“It was a candid conversation,”"
    text.says(
        None,
        mood,
        kind=Manner.DIRECT,
        quoted=[mood],
        by="an Averland official",
        speaker_basis=MentionKind.ANONYMOUS,
        speaker_country="AVL",
        issues=("bilateral-relations",),
    )
    text.says(None, "“Shame,”", kind=Manner.DIRECT, quoted=["“Shame,”"])
    text.finds(FindingKind.NO_DATE, detail="nothing says when it was published")
    return text


def test_the_sections_in_their_order(article, show):
    made = show(article).made
    assert (made.title, made.countries, made.date) == (
        "Ada Holm in Borland",
        ("AVL", "BRL"),
        "2031-05-11/2031-05-12",
    )
    assert [one.kind for one in made.sections] == [
        SectionKind.MET,
        SectionKind.HAPPENED,
        SectionKind.SETTLED,
        SectionKind.NOT_SETTLED,
        SectionKind.ISSUE,
        SectionKind.ISSUE,
        SectionKind.ISSUE,  # what nobody is named for has no issue
        SectionKind.TONE,
        SectionKind.TAKE_CARE,
    ]
    assert (made.statements, made.events, made.findings) == (10, 4, 1)


def test_who_met(article, show):
    shown = show(article)
    assert shown.words(SectionKind.MET) == [
        "Ada Holm (Foreign Minister): visit to Borland, 11–12 May 2031, two-day",
        MEETING,
        "Ada Holm: visit to Borland — postponed",
    ]


def test_what_was_settled_and_who_does_not_say_so(article, show):
    shown = show(article)
    assert shown.section(SectionKind.SETTLED) == [
        (
            None,
            "Averland and Borland: the two sides “agreed to go on with surveys of the river”",
            "Borland's statement",
            None,
            "not in the words of Averland here",
        )
    ]
    assert shown.section(SectionKind.NOT_SETTLED) == [
        (None, "Military channels: “Borland hasn’t agreed to restore it”", "Ada Holm", None, None)
    ]


def test_each_side_on_an_issue_strongest_first(article, show):
    shown = show(article)
    assert shown.section(SectionKind.ISSUE, "The river") == [
        ("AVL", "“The river is not a weapon”", "Ada Holm", None, None),
        (
            "AVL",
            "Borland had previously committed not to dam the river",
            "Ada Holm",
            None,
            "a promise by Borland, reported only by Ada Holm",
        ),
        (
            "BRL",
            "warned that Borland would “never give up a single bend” of it",
            "Cato Brek",
            "Borland's statement",
            None,
        ),
    ]


def test_how_lines_of_communication_stand(article, show):
    shown = show(article)
    assert shown.section(SectionKind.ISSUE, "Military channels") == [(None, "cut: hotline", None, None, None)]


def test_the_tone_is_glossed_with_its_status(article, show):
    shown = show(article)
    ((country, words, said_by, _, note),) = shown.section(SectionKind.TONE)
    assert (country, words) == ("AVL", "“It was a candid conversation”")
    assert said_by == "an Averland official, unnamed"
    assert note.startswith("candid: often read as large differences")
    assert note.endswith("(contested)")


def test_what_to_take_care_of(article, show):
    shown = show(article)
    assert shown.words(SectionKind.TAKE_CARE) == [
        "the text has no date – nothing says when it was published",
        "words of Borland: known only from Ada Holm",
        "unnamed sources: “an Averland official”",
        "nobody is named for “Shame,”",
    ]


def test_every_line_rests_on_passages_of_its_text(article, show):
    record, shown = article.record(), show(article)
    lines, made = [line for _, line in shown.lines()], shown.made
    cited = [number for line in lines for number in line.citations]
    assert list(dict.fromkeys(cited)) == [passage.number for passage in made.passages]
    assert all(record.document.text[p.start : p.end] == p.exact for p in made.passages)
    known = {one.id for one in (*record.statements, *record.events)}
    assert all(known.issuperset(line.records) for line in lines)


def test_quotations_are_whole(article, show):
    marked = [quote.exact.strip("“”,") for statement in article.statements for quote in statement.quoted]
    quotes = [part.text for _, line in show(article).lines() for part in line.parts if part.kind == "quote"]
    assert quotes
    assert all(quote in marked for quote in quotes)


def test_one_document_twice_is_one_source(article, brief_words):
    once, twice = brief([article.record()], brief_words), brief([article.record()] * 2, brief_words)
    assert once == twice


def test_two_sources_are_merged_and_both_kept(article, write, show):
    other = write("Ada Holm met Cato Brek. “The river is not a weapon,” she repeated.", published="2031-05-12")
    other.meets("met", "Ada Holm", "Cato Brek", date="2031-05-12")
    repeated = "“The river is not a weapon,”"
    other.says("Ada Holm", repeated, kind=Manner.DIRECT, quoted=[repeated], act=Act.WARN, issues=("river",))
    shown = show(article, other)
    sources = {passage.number: passage.doc_id for passage in shown.made.passages}
    of_both = [words for words, line in shown.lines() if len({sources[number] for number in line.citations}) > 1]
    assert of_both == [MEETING, "“The river is not a weapon”"]
    assert len(shown.made.sources) == 2


def test_without_a_meeting_it_tells_what_happened_and_who_said_what(write, show):
    text = write("Borland closed the river on Monday. Averland would answer, Holm said.", published="2031-05-12")
    text.does(EventType.SANCTION, "closed the river", ("BRL",), ("AVL",), date="2031-05-12")
    text.says("Ada Holm", "Averland would answer", cue="said", act=Act.WARN, issues=("river",))
    shown = show(text)
    assert shown.section(SectionKind.MET) == []
    assert shown.section(SectionKind.HAPPENED) == [
        (None, "Monday 12 May 2031: Borland closed the river on Monday", None, None, None)
    ]
    assert shown.section(SectionKind.ISSUE) == [("AVL", "Averland would answer", "Ada Holm", None, None)]
    assert shown.made.countries == ("AVL", "BRL")


@pytest.mark.parametrize(("title", "expected"), [("A quiet day", "A quiet day"), (None, "text.txt")])
def test_an_empty_record_says_that_nothing_was_found(write, show, title, expected):
    shown = show(write("Nothing of note.", title=title))
    assert shown.made.title == expected
    assert [words for words, _ in shown.lines()] == ["Nothing was found: no statement and no event."]
    assert shown.made.passages == ()


def test_no_record_at_all(show):
    made = show().made
    assert (made.title, made.countries, made.date, made.sources) == ("No documents", (), None, ())


def test_one_text_at_two_addresses_is_told_once_and_both_are_kept(write, brief_words):
    record = write("Holm met Lind in Oum.").record()
    copy = replace(record, document=replace(record.document, uri="elsewhere"))
    made = brief([record, copy], brief_words)
    assert [(source.uri, source.copies) for source in made.sources] == [(record.document.uri, ("elsewhere",))]
