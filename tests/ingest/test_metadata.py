import pytest

from onrecord.ingest.metadata import Known, Metadata, dated, dateline, language, stated


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Published :`2024-07-29 20:36:09`", ("published", "2024-07-29")),
        ("15 Oct 2031, 07:06", ("published", "2031-10-15")),
        ("2031-12-07 20:15 Portville", ("published", "2031-12-07")),
        ("December 6, 2031, Portville", ("published", "2031-12-06")),
        ("Last updated: 3 May 2031 at 5:40 p.m.", ("modified", "2031-05-03")),
        ("On 24 January 2031 the ministers met", None),
        ("The treaty of 6 December 2031", None),
        ("Statement 2031/144", None),
        ("Monday", None),
    ],
)
def test_a_line_that_only_states_a_day(line, read):
    found = dated(line)
    assert found == read


def test_dateline_is_looked_for_at_the_edges_of_a_text():
    body = [f"Sentence {number} of a longer text." for number in range(20)]
    assert dateline([*body, "6 December 2031"]).published == Known("2031-12-06", "dateline")
    assert dateline([*body, "6 December 2031", *body]).published is None


def test_earlier_keys_outrank_later_ones():
    told = stated("meta", {"date": "2031-01-02", "article:published_time": "2031-01-01T08:00"})
    assert told.published == Known("2031-01-01", "meta:article:published_time")


def test_a_value_that_cannot_be_read_leaves_the_place_to_the_next():
    told = stated("meta", {"article:published_time": "soon", "date": "2031-01-02"})
    assert told.published == Known("2031-01-02", "meta:date")


def test_or_else_fills_gaps_only():
    first = Metadata(title=Known("A", "one"))
    joined = first.or_else(Metadata(title=Known("B", "two"), publisher=Known("C", "two")))
    assert joined.provenance() == {"title": "one", "publisher": "two"}


@pytest.mark.parametrize(("written", "code"), [("en-GB", "en"), ("en_US", "en"), ("FR", "fr"), ("English", None)])
def test_language(written, code):
    assert language(written) == code
