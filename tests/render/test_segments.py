from hypothesis import given
from hypothesis import strategies as st

from onrecord.render.segments import SPANS_IN_A_SEGMENT, Mark, Segment, Span, segments

MARKS = st.sampled_from(Mark)
BORDERS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)
SPAN = st.builds(lambda border, mark, key: Span(*border, mark, f"s{key}"), BORDERS, MARKS, st.integers(0, 9))
SPANS = st.lists(SPAN, max_size=30)


@given(text=st.text(max_size=60), spans=SPANS, cuts=st.sets(st.integers(-5, 70)))
def test_segments_are_the_text_and_know_what_covers_them(text, spans, cuts):
    found = list(segments(len(text), spans, cuts))
    assert "".join(text[segment.start : segment.end] for segment in found) == text
    kept = [span for span in spans if span.start < span.end <= len(text)]
    for segment in found:
        over = [span for span in kept if span.start <= segment.start and segment.end <= span.end]
        touching = [span for span in kept if span.start < segment.end and segment.start < span.end]
        assert over == touching  # no border lies inside a segment
        assert set(segment.marks) == {span.mark for span in over}
        assert set(segment.keys) == {span.key for span in over if span.mark is not Mark.PASSAGE}
        assert set(segment.passages) == {span.key for span in over if span.mark is Mark.PASSAGE}


@given(spans=SPANS)
def test_each_passage_begins_and_ends_once(spans):
    spans = list(dict.fromkeys(Span(s.start, s.end, Mark.PASSAGE, str(n)) for n, s in enumerate(spans)))
    found = list(segments(60, spans))
    real = [span.key for span in spans if span.start < span.end]
    assert sorted(key for segment in found for key in segment.begins) == sorted(real)
    assert sorted(key for segment in found for key in segment.ends) == sorted(real)


def test_overlapping_spans_are_split_innermost_first():
    outer, inner = Span(0, 6, Mark.STATEMENT, "s1"), Span(4, 9, Mark.EVENT, "e1")
    assert list(segments(10, [inner, outer])) == [
        Segment(0, 4, (Mark.STATEMENT,), ("s1",)),
        Segment(4, 6, (Mark.EVENT, Mark.STATEMENT), ("e1", "s1")),
        Segment(6, 9, (Mark.EVENT,), ("e1",)),
        Segment(9, 10),
    ]


def test_deep_nesting_lists_the_innermost_only():
    depth = 20_000
    found = list(segments(2 * depth, [Span(n, 2 * depth - n, Mark.STATEMENT, f"s{n}") for n in range(depth)]))
    assert len(found) == 2 * depth - 1
    assert max(len(segment.keys) for segment in found) == SPANS_IN_A_SEGMENT
    assert found[depth - 1].keys[0] == f"s{depth - 1}"


def test_no_text_has_no_segments():
    assert list(segments(0, [Span(0, 1, Mark.EVENT, "e1")])) == []
