import pytest

from onrecord.model import Manner
from onrecord.views.brief import Part, PartKind
from onrecord.views.key_points.wording import bare, cut, receipt, statement_parts

PLAIN = frozenset({"said", "told"})


def quote(text):
    return Part(kind=PartKind.QUOTE, text=text)


def paraphrase(text):
    return Part(kind=PartKind.PARAPHRASE, text=text)


@pytest.mark.parametrize(
    ("text", "cue", "content", "quoted", "parts"),
    [
        (
            "“We will stay,” Holm said.",
            "said",
            "“We will stay,”",
            ["“We will stay,”"],
            [quote("We will stay")],
        ),
        (
            "Holm said the river “must stay open” to all.",
            "said",
            "the river “must stay open” to all",
            ["“must stay open”"],
            [paraphrase("the river"), quote("must stay open"), paraphrase("to all")],
        ),
        (  # the marks are outside of what is quoted
            "Holm said the river “must stay open”.",
            "said",
            "the river “must stay open”",
            ["must stay open"],
            [paraphrase("the river"), quote("must stay open")],
        ),
        (  # an apostrophe before a quotation is no mark of it
            "Holm said the ministers’ “plan” stood.",
            "said",
            "the ministers’ “plan” stood",
            ["“plan”"],
            [paraphrase("the ministers’"), quote("plan"), paraphrase("stood")],
        ),
        (  # marks inside a quotation are its own
            "Holm: “oppose ‘river nationalism’”.",
            None,
            "“oppose ‘river nationalism’”",
            ["“oppose ‘river nationalism’”"],
            [quote("oppose ‘river nationalism’")],
        ),
        (
            "Holm warned that talks\nwould fail.",
            "warned",
            "talks\nwould fail",
            [],
            [paraphrase("warned that talks would fail")],
        ),
        (
            "Holm said that talks would fail.",
            "said",
            "talks would fail",
            [],
            [paraphrase("talks would fail")],
        ),
        (
            "Holm had told Lind that talks would fail.",
            "had told",
            "talks would fail",
            [],
            [paraphrase("talks would fail")],
        ),
        ("Holm told Lind to leave.", "told", "to leave", [], [paraphrase("told Lind to leave")]),
        ("Holm said: talks would fail.", "said", ": talks would fail", [], [paraphrase("talks would fail")]),
    ],
)
def test_statement_parts(write, text, cue, content, quoted, parts):
    written = write(text)
    statement = written.says("Ada Holm", content, cue=cue, quoted=quoted)
    assert list(statement_parts(statement, written.record().document, PLAIN)) == parts


def test_a_turn_of_a_transcript_is_a_quotation(write):
    written = write("Holm: Welcome to Oum.")
    statement = written.says("Ada Holm", ": Welcome to Oum.", kind=Manner.DIRECT)
    assert list(statement_parts(statement, written.record().document, PLAIN)) == [quote("Welcome to Oum")]


def test_a_negation_is_never_left_off(write):
    text = write("After the talks, Borland has not agreed to reopen the river.")
    statement = text.says("Borland", "to reopen the river", cue="agreed", negated=True)
    assert list(statement_parts(statement, text.record().document, PLAIN)) == [
        paraphrase("Borland has not agreed to reopen the river")
    ]


def test_a_long_quotation_is_cut_at_a_clause(write):
    clause = "we will look at every single proposal that the other side has put on the table"
    text = write(f"“{clause}, {clause}, {clause}.”")
    whole = text.text
    statement = text.says("Ada Holm", whole, quoted=[whole], kind=Manner.DIRECT)
    (part,) = statement_parts(statement, text.record().document, PLAIN)
    assert part == quote(f"{clause}, {clause} …")
    assert receipt(statement, text.record().document)[0].exact == whole


def test_before_a_long_quotation_only_its_clause_is_kept(write):
    lead = "after a long speech on the history of the valley and of all the bridges in it, Averland"
    inner = " ".join(["never closed the river"] * 7)
    text = write(f"Holm said {lead} “{inner}”.")
    statement = text.says("Ada Holm", f"{lead} “{inner}”", quoted=[f"“{inner}”"])
    assert list(statement_parts(statement, text.record().document, PLAIN)) == [
        paraphrase("… Averland"),
        quote(inner),
    ]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("“yes”", "yes"),
        ("“yes,", "yes,"),
        ("yes”", "yes"),
        ("say ‘yes’", "say ‘yes’"),
        ("“say ‘yes’”", "say ‘yes’"),
        ("'yes'", "yes"),
        ("“”", ""),
        (" ", ""),
    ],
)
def test_bare(words, left):
    assert bare(words) == left


@pytest.mark.parametrize(
    ("text", "limit", "left"),
    [
        ("short", 10, "short"),
        ("one clause, and another that is long", 20, "one clause …"),
        ("no clause at all, in here", 12, "no clause at all …"),
        ("no clause at all in here", 12, "no clause at all in here"),
        ("words " * 10, 12, "words words words words …"),
        ("unbroken" * 4, 10, "unbrokenunbrokenunbr …"),
    ],
)
def test_cut(text, limit, left):
    assert cut(text, limit) == left


def test_the_receipt_has_the_speaker_and_the_cue(write):
    text = write("On Monday Holm said that talks would go on. Then she left.")
    statement = text.says("Ada Holm", "talks would go on", cue="said", by="Holm")
    (passage,) = receipt(statement, text.record().document)
    assert passage.exact == "Holm said that talks would go on"


def test_the_receipt_is_the_content_where_the_cue_stands_far_off(write):
    text = write("Holm said that talks would go on. They were good.")
    statement = text.says("Ada Holm", "They were good", cue="said")
    assert receipt(statement, text.record().document) == statement.content
