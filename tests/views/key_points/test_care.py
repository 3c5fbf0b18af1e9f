import pytest

from onrecord.model import FindingKind, MentionKind
from onrecord.views.brief import SectionKind

TEXT = "On Friday, they said that talks would go on. An official agreed. See also: the river ”"


@pytest.mark.parametrize(
    ("kind", "words", "detail", "line"),
    [
        (FindingKind.GARBLED, "would go", "words glued in", "garbled: “would go” – words glued in"),
        (FindingKind.GARBLED, "would go", "", "garbled: “would go”"),
        (FindingKind.UNKNOWN_NAME, "Friday", "nothing introduces 'Friday'", "nothing introduces 'Friday'"),
        (FindingKind.QUOTES, "”", "closes nothing", None),
        (FindingKind.FURNITURE, "See also", "links", "page furniture that was not read: 1 place"),
        (FindingKind.NO_DATE, None, "none found", "the text has no date – none found"),
        (FindingKind.LANGUAGE, None, "", "another language than the one that is read"),
    ],
)
def test_findings(write, show, kind, words, detail, line):
    text = write(TEXT)
    text.finds(kind, words, detail)
    line = line or "a quotation mark without its partner: “agreed. See also: the river ”” – closes nothing"
    shown = show(text)
    assert shown.words(SectionKind.TAKE_CARE) == [line]
    assert [passage.exact for passage in shown.made.passages] == ([words] if words else [])


def test_many_findings_of_one_kind_are_counted_and_furniture_is_last(write, show):
    text = write(TEXT)
    text.finds(FindingKind.FURNITURE, "See also")
    for words in ("On", "talks", "would", "agreed"):
        text.finds(FindingKind.GARBLED, words)
    assert show(text).words(SectionKind.TAKE_CARE) == ["garbled: 4 places", "page furniture that was not read: 1 place"]


def test_two_texts_without_a_date_are_one_doubt(write, show):
    texts = [write(words) for words in ("One text.", "Another text.")]
    for text in texts:
        text.finds(FindingKind.NO_DATE, detail="none found")
    assert show(*texts).words(SectionKind.TAKE_CARE) == ["the text has no date – none found"]


@pytest.mark.parametrize(
    ("speaker", "more", "lines"),
    [
        ("Ada Holm", {}, []),
        ("Ada Holm", {"via": "Averland"}, []),
        ("Ada Holm", {"via": "Borland"}, ["words of Ada Holm: known only from Borland"]),
        (None, {"by": "An official", "speaker_basis": MentionKind.ANONYMOUS}, ["unnamed sources: “An official”"]),
        (None, {"by": "they", "speaker_basis": MentionKind.PRONOUN}, ["speakers not resolved: “they”"]),
        (None, {"quoted": ["talks would go on"]}, ["nobody is named for “talks would go on”"]),
    ],
)
def test_speakers(write, show, speaker, more, lines):
    text = write(TEXT)
    text.says(speaker, "talks would go on", **more)
    assert show(text).words(SectionKind.TAKE_CARE) == lines


@pytest.mark.parametrize(("date", "lines"), [(None, ["days that nothing anchors: “Friday”"]), ("2031-05-09", [])])
def test_days_that_stay_words(write, show, date, lines):
    text = write(TEXT)
    text.says("Ada Holm", "talks would go on", date_mention=text.at("Friday"), date=date)
    assert show(text).words(SectionKind.TAKE_CARE) == lines


def test_a_day_that_a_finding_tells_is_not_told_again(write, show):
    text = write(TEXT)
    text.says("Ada Holm", "talks would go on", date_mention=text.at("Friday"))
    text.finds(FindingKind.UNRESOLVED_DATE, "Friday", '"Friday" is no certain date')
    assert show(text).words(SectionKind.TAKE_CARE) == ['"Friday" is no certain date']


@pytest.mark.parametrize(
    ("place", "lines"),
    [
        ("--published", ["the text has no date of its own; days are read from --published, Monday 12 May 2031"]),
        ("meta:article:published_time", []),
    ],
)
def test_a_day_that_no_text_states(write, show, place, lines):
    texts = [write(words, published="2031-05-12") for words in ("One text.", "Another text.")]
    for text in texts:
        text.about["provenance"] = {"published": place}
    assert show(*texts).words(SectionKind.TAKE_CARE) == lines
