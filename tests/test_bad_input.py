"""Texts as they come: badly typed, badly scanned, badly decoded. What can be read is; no passage is wrong."""

import sys
import tracemalloc
import unicodedata

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from onrecord.annotate.nlp import annotate
from onrecord.ingest import to_document
from onrecord.model import Page, Record
from onrecord.pipeline import load_tools, process

PLAIN = (
    "Norway’s foreign minister, Ilse Brandt, said on Monday that talks with Chile would resume. "
    "She met Chilean President Pablo Rojas in Oslo."
)
MINISTER = "Turkish Foreign Minister Mevlüt Çavuşoğlu"
NAMES = f"{MINISTER} said that N’Djamena and Simon O’Brien had agreed."
WIDE = {place: place + 0xFEE0 for place in range(ord("!"), ord("~") + 1)}


def record_of(text, tools):
    record = process(Page(uri="x", content=text.encode(), media_type="text/plain"), tools)
    assert isinstance(record, Record)
    return record


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (PLAIN, "talks with Chile would resume"),
        (PLAIN.replace(". ", ".\n"), "talks with Chile would resume"),
        (PLAIN.replace(". ", ".\u2028"), "talks with Chile would resume"),
        (PLAIN.replace(" ", "\u00a0"), "talks\u00a0with\u00a0Chile\u00a0would\u00a0resume"),
        (PLAIN.replace(" ", "\t"), "talks\twith\tChile\twould\tresume"),
        (PLAIN.replace("said", "| said"), "talks with Chile would resume"),  # a bar from the edge of a scan
        (PLAIN.replace("said", "sa\u200bid").replace("Brandt", "Bran\u200ddt"), "talks with Chile would resume"),
        (
            PLAIN.replace("Ilse Brandt", "\u202aIlse Brandt\u202c").replace("said", "\u200esaid"),
            "talks with Chile would resume",
        ),
        (PLAIN.replace("resume", "re\u00adsume"), "talks with Chile would re\u00adsume"),
        (PLAIN.replace("resume", "re-\nsume"), "talks with Chile would re-\nsume"),
        (PLAIN.replace("said", "🕊said🕊"), "talks with Chile would resume"),
        (PLAIN.translate(WIDE), "talks with Chile would resume".translate(WIDE)),
        (PLAIN.upper(), "TALKS WITH CHILE WOULD RESUME"),
        (PLAIN.replace("’", "â€™"), "talks with Chile would resume"),
        (PLAIN.replace("talks", "the ﬁrst talks"), "the ﬁrst talks with Chile would resume"),
    ],
)
def test_who_says_what_however_it_is_written(tools, text, said):
    [statement] = record_of(text, tools).statements
    assert statement.speaker_country == "NOR"
    assert [part.exact for part in statement.content] == [said]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (NAMES, MINISTER),
        (unicodedata.normalize("NFD", NAMES), unicodedata.normalize("NFD", MINISTER)),
        (NAMES.replace("’", "'"), MINISTER),
        (NAMES.replace("Çavuşoğlu", "Çavu\u200bşoğlu"), "Turkish Foreign Minister Mevlüt Çavu\u200bşoğlu"),
        (unicodedata.normalize("NFD", NAMES.replace("Mevlüt Çavuşoğlu", "Katalin Novák")),
         unicodedata.normalize("NFD", "Turkish Foreign Minister Katalin Novák")),
        ("Kenya’s Raila O’Dinga said that N’Djamena had agreed.", "Kenya’s Raila O’Dinga"),
    ],
)  # fmt: skip
def test_names_with_accents_and_apostrophes_are_whole(tools, text, speaker):
    [statement] = record_of(text, tools).statements
    assert statement.speaker_mention.exact == speaker


def test_a_mark_that_ends_a_paragraph_quotes_nothing(tools):
    assert record_of("Norway agreed. “\n\n12\n\nTalks resumed.", tools).statements == ()


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace(" ", ""),  # glued
        "Norway‘s fore|gn m|n|ster, llse Brandt, sald on M0nday tbat ta1ks w1th Chi1e wou|d resvme.",
        "l|1I " * 200 + "Norway",
        "¶ § ¶ 12 | 13 | 14 | Norway",
        "Norway said",
    ],
)
def test_what_cannot_be_read_yields_no_statement(tools, text):
    assert record_of(text, tools).statements == ()


MUTATIONS = (
    lambda text, at: text[:at] + text[at + 1 :],
    lambda text, at: text[:at] + text[at : at + 9] + text[at:],
    lambda text, at: text[:at] + text[at : at + 9].swapcase() + text[at + 9 :],
    lambda text, at: text[:at] + "\u200b\u202e\u0301" + text[at:],
    lambda text, at: text[:at] + "“" + text[at:],
    lambda text, at: text[:at] + "-\n" + text[at:],
    lambda text, at: text[:at] + "\n\n12\n\n" + text[at:],
    lambda text, at: text[at:] + text[:at],
    lambda text, at: unicodedata.normalize("NFD", text[:at]) + text[at:],
    lambda text, at: text[:at] + text[at:].translate(WIDE),
)


@hypothesis_settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(MUTATIONS), st.integers(0, 250)), max_size=12))
def test_no_mutation_breaks_the_law(mutations):
    text = f"{PLAIN} “We agreed,” Çavuşoğlu said. {NAMES}"
    for mutate, place in mutations:
        text = mutate(text, place)
    record = process(Page(uri="x", content=text.encode()), load_tools())
    if isinstance(record, Record):
        assert all(record.document.text[one.start : one.end] == one.exact for one in record.passages())


@pytest.mark.parametrize(
    "piece", ["VARGA: We will sign it. I said so.\n\n", "Varga said that Norway agreed. ", "“yes "]
)
def test_memory_is_bounded_by_length(tools, piece):
    """Twice the text takes about twice the memory; a table of pairs of words would take four times as much."""
    short, long = (_peak(piece * times, tools) for times in (300, 600))
    assert long < 3 * short


@pytest.mark.parametrize(
    "text",
    [
        lambda times: "“yes” " * times,
        lambda times: '" ' * times + "Varga left.",
        lambda times: "Norway agreed.\n" * times,
        lambda times: "Varga said that Norway agreed. " * times,
        lambda times: "VARGA: We will sign.\nI said so.\n" * times,
        lambda times: "Varga said " + "(" * times + "yes" + ")" * times + " to Norway.",
        lambda times: "Norway“yes”," * times,
        lambda times: "a" * 9 * times,
    ],
    ids=["quotations", "marks", "lines", "paragraph", "transcript", "brackets", "solid", "letters"],
)
def test_work_grows_with_length(tools, text):
    """Four times the text takes about four times the calls; work on pairs would take sixteen times as many."""
    process(Page(uri="x", content=text(20).encode()), tools)  # what is kept from text to text
    short, long = (_calls(text(times), tools) for times in (80, 320))
    assert long < 7 * short


def _calls(text, tools):
    """How many functions are called to read a text."""
    page, calls = Page(uri="x", content=text.encode(), media_type="text/plain"), 0

    def counted(frame, event, argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        process(page, tools)
    finally:
        sys.setprofile(before)
    return calls


def _peak(text, tools):
    page = Page(uri="x", content=text.encode(), media_type="text/plain")
    tracemalloc.start()
    process(page, tools)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_the_parse_is_of_bounded_pieces(tools):
    """A text without an end is parsed in sentences of a length that people write."""
    document, _ = to_document(Page(uri="x", content=("Norway and Chile agree, and " * 3_000).encode()))
    assert max(len(sentence) for sentence in annotate(document, (), tools.reader).sents) < 1_000
