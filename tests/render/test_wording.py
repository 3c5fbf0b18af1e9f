import pytest

from onrecord.render import wording
from onrecord.views.brief import Line, Part, PartKind, Passage


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, “with marks” – and dashes", "plain, “with marks” – and dashes"),
        ("red \x1b[31malert\x1b[0m", "red ␛[31malert␛[0m"),
        ("bell \x07 and null \x00", "bell ␇ and null ␀"),
        ("eight-bit \x9b31m", "eight-bit �31m"),
        ("turned \u202eround\u202c", "turned �round�"),
        ("isolated \u2066here\u2069", "isolated �here�"),
        ("half a pair \ud83d", "half a pair �"),
        ("tab\tand\nnewline stay", "tab\tand\nnewline stay"),
        ("joined \u200d stays, as Persian needs it", "joined \u200d stays, as Persian needs it"),
    ],
)
def test_visible_keeps_the_offsets(text, shown):
    assert wording.visible(text) == shown
    assert len(wording.visible(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "stripped"),
    [
        ("“frank talks”", "frank talks"),
        ('"frank talks"', "frank talks"),
        ("„offene Worte“", "offene Worte"),
        ("«une ligne»", "une ligne"),
        ("‘we don’t agree’", "we don’t agree"),
        ("“the ‘old’ way”", "the ‘old’ way"),
        ("“yes” and “no”", "“yes” and “no”"),
        ('"yes" and "no"', '"yes" and "no"'),
        ("“he said “no””", "he said “no”"),
        ("‘they’ and ‘we’", "‘they’ and ‘we’"),
        ("no marks", "no marks"),
        ("“open only", "“open only"),
        ("“”", "“”"),
        ("", ""),
    ],
)
def test_bare_strips_only_a_pair_around_the_whole(text, stripped):
    assert wording.bare(text) == stripped


def line(*parts, **fields):
    return Line(parts=tuple(Part(kind=PartKind(kind), text=text) for kind, text in parts), **fields)


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ([("quote", "“no change”")], "“no change”"),
        ([("field", "Elin Dahl"), ("label", ","), ("field", "12 May")], "Elin Dahl, 12 May"),
        ([("label", "Line:"), ("quote", "open"), ("label", ". Now")], "Line: “open”. Now"),
        ([("label", "ends in a blank "), ("field", "here")], "ends in a blank here"),
        ([("label", "a"), ("field", ""), ("label", "b")], "a b"),
    ],
)
def test_parts_are_joined_as_prose(parts, shown):
    assert "".join(part.text for part in wording.parts(line(*parts))) == shown


@pytest.mark.parametrize(
    ("parts", "said_by", "tag"),
    [
        ([("label", "x"), ("paraphrase", "ready")], "Elin Dahl", "(paraphrase)"),
        ([("paraphrase", "was"), ("quote", "ready")], "Elin Dahl", ""),
        ([("quote", "ready")], "Elin Dahl", ""),
        ([("paraphrase", "closed the passage")], None, ""),  # the text tells it
    ],
)
def test_what_is_called_a_paraphrase(parts, said_by, tag):
    assert wording.tag(line(*parts, said_by=said_by)) == tag


@pytest.mark.parametrize(
    ("said_by", "via", "shown"),
    [
        ("Elin Dahl", None, "Elin Dahl"),
        ("Elin Dahl", "a statement", "Elin Dahl, by a statement"),
        ("a statement", "a statement", "a statement"),
        (None, "a statement", "by a statement"),
        (None, None, ""),
    ],
)
def test_attribution(said_by, via, shown):
    assert wording.attribution(line(("label", "x"), said_by=said_by, via=via)) == shown


def test_many_citations_can_wrap():
    assert wording.citations(line(citations=(3, 4))) == "[3][4]"
    assert max(map(len, wording.citations(line(citations=range(1, 60))).split())) <= 40


def test_place_and_counts(brief):
    second = brief.sources[1].doc_id
    passage = Passage(number=1, doc_id=second, start=266, end=371, exact="x" * 105)
    assert wording.place(passage, brief) == "source 2, 266–371"
    assert wording.counts(brief) == "2 sources · 7 statements · 5 events · 3 findings"
