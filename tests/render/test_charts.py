"""Charts hold the figures, say what they show and name their sources; what draws them may be missing."""

import re
import sys
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from onrecord.errors import SettingsError
from onrecord.lexicon.encounters import EncounterKind
from onrecord.lexicon.plover import Quad
from onrecord.model import Act, Document, EventType, Evidence, Manner, Record, Status, document_id
from onrecord.model.days import Span
from onrecord.render.charts.climate import write_climate
from onrecord.render.charts.formulas import write_formulas
from onrecord.render.charts.frame import days_of, require_charts
from onrecord.render.charts.positions import write_positions
from onrecord.render.charts.timeline import write_timeline
from onrecord.views.climate import Climate, Period
from onrecord.views.exchanges import Exchange
from onrecord.views.formulas import Formula, Variant
from onrecord.views.happenings import Happening
from onrecord.views.occasions import Engagement, Reported
from onrecord.views.passing import Passed
from onrecord.views.positions import Position, Saying, Silence, Step
from onrecord.views.uses import Told

TEXT = "Averland sent grain to Borland."
PASSAGE = Evidence(document_id(TEXT), 0, 8, "Averland")
QUADS = dict.fromkeys(Quad, 0)


@pytest.fixture
def sources():
    about = {"title": "Grain & <script>fish</script>\x1b", "published": "2031-05-12", "uri": "grain.txt"}
    first = Record(document=Document(id=PASSAGE.doc_id, text=TEXT, blocks=(), **about))
    others = [
        Record(document=Document(id=document_id(f"{n}"), text=f"{n}", blocks=(), uri=f"{n}.txt")) for n in range(6)
    ]
    return [first, *others]


@pytest.fixture
def words(tmp_path):
    """Draws, and gives the words of the picture."""

    def words(draw, *arguments):
        file = tmp_path / "chart.svg"
        draw(*arguments, file)
        tree = ElementTree.parse(file)
        assert not [node for node in tree.iter() if node.tag.endswith("script")]
        return [text.strip() for text in tree.getroot().itertext() if text.strip()]

    return words


def period(day, total, happenings, **quads):
    counts = {**QUADS, **{Quad[name.upper()]: number for name, number in quads.items()}}
    mean = round(total / happenings, 2)
    return Period(period=day, happenings=happenings, total=total, mean=mean, quads=counts, by_publication=0, records=())


CLIMATE = Climate(
    pair=("AVL", "BRL"),
    characterisations=(),
    series=(
        period("2031-05", 7.5, 3, verbal_cooperation=3),
        period("2031-08", -9.0, 13, material_conflict=12, verbal_conflict=1),
    ),
    undated=2,
)


def test_climate(words, sources):
    told = words(write_climate, [CLIMATE], sources, Span.MONTH)
    assert {"+2.50 = +7.5 / 3", "-0.69 = -9.0 / 13", "AVL – BRL: 16 happenings, 2 more in no period"} <= set(told)
    assert {"2031-05", "2031-06", "2031-07", "2031-08", "Mean", "Happenings", "Month"} <= set(told)
    assert {"3", "12", "1", *(quad.value.replace("-", " ") for quad in Quad)} <= set(told)
    assert any(line.startswith("Mean of Goldstein's figures, from -10 (hostile)") for line in told)
    assert {"Sources: 7 documents", "Grain & <script>fish</script>␛ · 2031-05-12 · grain.txt", "and 3 more"} <= set(
        told
    )


def test_climate_of_many_pairs_tells_how_many_are_left_out(words, sources):
    told = words(write_climate, [CLIMATE] * 10, sources, Span.MONTH)
    assert any(line.endswith("2 more pairs of states are left out") for line in told)


def test_timeline(words, sources):
    met = Engagement(
        kind=EncounterKind.MEETING, participants=("Ada Holm", "Bo Lind"), offices=(None, None),
        countries=("AVL", "BRL"), date="2031-05-12", place=None, duration=None,
        status=Status.OCCURRED, evidence=(PASSAGE,), records=("e1",),
    )  # fmt: skip
    told = Happening(
        type=EventType.SANCTION, mode="expel", custom=None, quad=Quad.MATERIAL_CONFLICT, cameo="163", intensity=-8,
        sources=("AVL",), targets=("BRL",), source_names=(), target_names=(), date=None, place=None,
        status=Status.PLANNED, history=(), issues=(), trigger=PASSAGE, evidence=(PASSAGE,), mentions=1, documents=1,
        records=("e2",),
    )  # fmt: skip
    exchange = Exchange(
        said_by="Ada Holm", via=None, to=("Bo Lind",), act=Act.DEMAND, manner=Manner.DIRECT, issues=(), date=None,
        date_basis=None, published="2031-05-13", words=(PASSAGE,), statement="s",
    )  # fmt: skip
    report = Reported(status=Status.OCCURRED, published="2031-05-14", document="d", event="e1")
    again = replace(met, date=None, history=(report,))
    drawn = words(write_timeline, [met, again, told, exchange], ["AVL", "BRL"], sources)
    assert {
        "AVL – BRL",
        "3 lines by their days, 2 of them by that of the report; 1 of no known day are left out",
        "meeting (2)",
        "said: demand (1)",
        "Day",
    } <= set(drawn)
    assert {"came together", "conflict", "took place", "planned, refused, called off or the like"} <= set(drawn)


def said(step, day, **more):
    told = Told(
        statement="s", said_by="Ada Holm", via=None, manner=Manner.DIRECT, words=(PASSAGE,), date=day, date_basis=None,
        published=None, document=PASSAGE.doc_id,
    )  # fmt: skip
    return Saying(step=step, reports=(told,), **more)


def test_positions(words, sources):
    later = said(Step.FIRST_SAID, "2031-07-01").reports[0]
    silence = Silence(statements=1, first=later, last=later)
    sayings = said(Step.FIRST_SAID, "2031-05-12"), said(Step.REPEATED, "2031-06-01", against=0)
    held = Position(actor="AVL", issue="border", sayings=sayings, not_repeated=silence)
    told = words(write_positions, [held], "AVL on border", sources)
    assert {"AVL on border", "1 of 1 lines, each by the days on which it was said", "1. Averland (2)"} <= set(told)
    assert {"first said", "repeated", "reworded", "first later statement without it", "Line (times said)"} <= set(told)


@pytest.mark.parametrize(
    ("told", "first", "day", "last"),
    [
        ("2031-05-12", "2031-05-12", "2031-05-12", "2031-05-12"),
        ("2031", "2031-01-01", "2031-07-02", "2031-12-31"),  # any day of the year, and not its first
        ("2031-05-12/2031-05-14", "2031-05-12", "2031-05-13", "2031-05-14"),
    ],
)
def test_where_a_date_stands(told, first, day, last):
    assert days_of(told) == {"first": first, "day": day, "last": last}


def test_what_has_no_date_stands_nowhere():
    assert days_of(None) is None


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (["2031-05-12", None], "1 of 1 lines, each by the days on which it was said; 1 of no known day is left out"),
        (["2031-05-12", "2031"], "1 of 1 lines, each by the days on which it was said"),
    ],
)
def test_what_has_no_day_is_counted(words, sources, days, told):
    sayings = tuple(said(Step.FIRST_SAID, day) for day in days)
    held = Position(actor="AVL", issue="border", sayings=sayings, not_repeated=None)
    assert told in words(write_positions, [held], "AVL", sources)


def test_an_axis_has_its_year_wherever_it_begins(words, sources):
    days = said(Step.FIRST_SAID, "2031-03-01"), said(Step.REPEATED, "2031-09-01", against=0)
    told = words(write_positions, [Position(actor="AVL", issue="border", sayings=days, not_repeated=None)], "", sources)
    assert any(re.fullmatch(r"[A-Z][a-z]{2} 2031", line) for line in told)


def test_formulas(words, sources):
    first, silent = (said(Step.FIRST_SAID, day).reports[0] for day in ("2031-05-12", "2031-06-01"))
    gap = Passed(days=1, first=silent, last=silent, after=first, before=None)
    one = Formula(
        actor="AVL", issue="border", phrase=None, days=1, first=first, last=first, variants=(Variant(uses=(first,)),),
        passed=(gap,),
    )  # fmt: skip
    told = words(write_formulas, [one], "AVL on border", sources)
    assert {"AVL on border", "1 of 1 wordings of 1 formulas, each by the days on which it was used"} <= set(told)
    assert {"used", "first and last day without it", "Wording (uses)", "1. Averland (1)"} <= set(told)


@pytest.mark.parametrize("draw", [write_timeline, write_positions, write_formulas])
def test_nothing_to_draw(words, draw):
    assert "Sources: 0 documents" in words(draw, [], "AVL", [])


def test_a_picture_of_points(tmp_path, sources):
    file = tmp_path / "chart.PNG"
    write_climate([CLIMATE], sources, Span.MONTH, file)
    assert re.match(rb"\x89PNG\r\n", file.read_bytes())


def test_colours_that_any_eye_tells_apart(tmp_path, sources):
    file = tmp_path / "chart.svg"
    write_climate([CLIMATE], sources, Span.MONTH, file)
    assert all(colour in file.read_text().lower() for colour in ("#56b4e9", "#009e73", "#e69f00", "#d55e00"))


@pytest.mark.parametrize("name", ["altair", "vl_convert"])
def test_what_draws_is_missing(monkeypatch, name):
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(SettingsError, match=r"install them: pip install 'onrecord\[charts\]'"):
        require_charts()


def test_a_file_that_cannot_be_written(tmp_path, sources):
    with pytest.raises(SettingsError, match="cannot be written"):
        write_climate([CLIMATE], sources, Span.MONTH, tmp_path / "none" / "chart.svg")
