"""The climate between two states: a plain average of what they did, and what each calls it."""

import pytest

from onrecord import lexicon
from onrecord.lexicon.plover import Quad, scale_of
from onrecord.model import EventType, Status
from onrecord.model.days import Span
from onrecord.views.calling import calling
from onrecord.views.climate import climate
from onrecord.views.happenings import happenings

KNOWN = lexicon.load()
SCALE = scale_of(KNOWN.plover, KNOWN.cameo)
CALLING = calling(KNOWN.encounters, frozenset(form for one in KNOWN.copulas for form in one.forms), KNOWN.phrases)


@pytest.fixture
def of(countries):
    def view(*texts, span=Span.MONTH):
        records = [text.record() for text in texts]
        return climate(records, happenings(records, SCALE, countries), CALLING, countries, span)

    return view


def done(text, words, type_, sources=("AVL",), targets=("BRL",), **more):
    text.does(type_, words, sources=sources, targets=targets, **more)


def test_the_series_shows_what_it_is_computed_from(of, write):
    text = write("They met. They rang. It struck. It will strike. It may.", published="2031-06-02")
    done(text, "met", EventType.CONSULT, mode="visit", date="2031-05-03")  # 1.9
    done(text, "rang", EventType.CONSULT, mode="call", date="2031-05-30")  # 1.0
    done(text, "struck", EventType.ASSAULT, date="2031-05")  # -10
    done(text, "strike", EventType.ASSAULT, date="2031-05", status=Status.PLANNED)
    (one,) = of(text)
    (period,) = one.series
    assert (period.period, period.happenings, period.total, period.mean) == ("2031-05", 3, -7.1, -2.37)
    assert period.quads[Quad.VERBAL_COOPERATION] == 2
    assert (one.pair, one.undated) == (("AVL", "BRL"), 0)


@pytest.mark.parametrize(
    ("span", "periods"),
    [(Span.YEAR, ["2030", "2031"]), (Span.MONTH, ["2030-12", "2031-05"]), (Span.DAY, ["2030-12-24"])],
)
def test_periods(of, write, span, periods):
    text = write("They met. They rang.")
    done(text, "met", EventType.CONSULT, mode="visit", date="2030-12-24")
    done(text, "rang", EventType.CONSULT, mode="call", date="2031-05")
    (one,) = of(text, span=span)
    assert [period.period for period in one.series] == periods
    assert one.undated == 2 - len(periods)  # a month is in no day


@pytest.mark.parametrize(("published", "counted"), [("2031-05-12", (1, 1, 0)), (None, (0, 0, 1))])
def test_a_happening_without_a_day_stands_where_it_was_published(of, write, published, counted):
    text = write("They met.", published=published)
    done(text, "met", EventType.CONSULT, mode="visit")
    (one,) = of(text)
    happenings_, by_publication = (
        sum(getattr(p, name) for p in one.series) for name in ("happenings", "by_publication")
    )
    assert (happenings_, by_publication, one.undated) == counted


def test_what_many_states_share_counts_once_for_each_pair(of, write):
    text = write("They met.", published="2031-05-12")
    done(text, "met", EventType.CONSULT, sources=("AVL", "BRL", "CYR"), targets=("AVL", "BRL", "CYR"))
    assert sorted(one.pair for one in of(text)) == [("AVL", "BRL"), ("AVL", "CYR"), ("BRL", "CYR")]
    assert {period.happenings for one in of(text) for period in one.series} == {1}


def test_a_quarrel_at_home_is_of_no_pair(of, write):
    text = write("They met.", published="2031-05-12")
    done(text, "met", EventType.PROTEST, targets=("AVL",))
    assert of(text) == ()


@pytest.mark.parametrize(
    ("words", "negated", "count"),
    [
        ("the talks were candid", False, 1),
        ("relations with Borland were at their lowest point", False, 1),
        ("this is a relationship of equals", False, 1),
        ("the talks were candid", True, 0),
        ("the talks will go on in May", False, 0),
        ("the harvest was good", False, 0),
    ],
)
def test_what_a_side_calls_it(of, write, words, negated, count):
    text = write(f"Holm met Lind. Holm said {words}.", published="2031-05-12")
    text.meets("met", "Ada Holm", "Bo Lind")
    text.says("Ada Holm", words, by="Holm", negated=negated, speaker_country="AVL")
    (one,) = of(text)
    assert [(c.country, c.about, c.words.exact) for c in one.characterisations] == [("AVL", ("BRL",), words)] * count
