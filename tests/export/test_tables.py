"""Event tables that pandas and R load: every column is there, and a cell is empty rather than wrong."""

import csv
import io
import re
from pathlib import Path

import pytest

from onrecord import lexicon
from onrecord.export.tables import GDELT_COLUMNS, PLOVER_COLUMNS, write_gdelt, write_plover
from onrecord.lexicon.plover import scale_of
from onrecord.model import Page
from onrecord.pipeline import process
from onrecord.views.happenings import happenings

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def rows(tools):
    """A text -> its rows by one of the writers."""
    known = lexicon.load()

    def rows(write, text, published="2031-05-14"):
        record = process(Page(uri="=news.txt", content=text.encode(), published_otherwise=published), tools)
        told = happenings([record], scale_of(known.plover, known.cameo), {one.id: one.name for one in known.states})
        stream = io.StringIO()
        write(told, [record], stream)
        stream.seek(0)
        return list(csv.DictReader(stream, delimiter="\t" if write is write_gdelt else ","))

    return rows


MET = "French Foreign Minister Catherine Colonna visited Poland on Monday. She said that it was raining."


def test_plover(rows):
    (row,) = rows(write_plover, MET)
    assert list(row) == list(PLOVER_COLUMNS)
    assert {name: cell for name, cell in row.items() if cell and "ID" not in name} == {
        "Event Date": "2031-05-12",
        "Event Type": "CONSULT",
        "Event Mode": "visit",
        "Event Status": "occurred",
        "CAMEO Code": "042",
        "Intensity": "1.9",
        "Quad Code": "verbal-cooperation",
        "Contexts": "bilateral-relations",
        "Actor Name": "Catherine Colonna",
        "Actor Name Raw": "French Foreign Minister Catherine Colonna",
        "Actor Country": "FRA",
        "Actor Primary Sector": "GOV",
        "Actor Sectors": "GOV",
        "Recipient Name": "Poland",
        "Recipient Name Raw": "Poland",
        "Recipient Country": "POL",
        "Recipient Primary Sector": "GOV",
        "Recipient Sectors": "GOV",
        "Placename": "Poland",
        "Num Mentions": "1",
        "Num Documents": "1",
        "Source": "'=news.txt",  # never a formula where a spreadsheet opens it
        "Publication Date": "2031-05-14",
        "Event Text": "French Foreign Minister Catherine Colonna visited Poland on Monday",
    }


def test_gdelt(rows):
    (row,) = rows(write_gdelt, MET)
    assert list(row) == list(GDELT_COLUMNS)
    assert len(row) == 61
    wanted = {
        "SQLDATE": "20310512",
        "MonthYear": "203105",
        "Year": "2031",
        "FractionDate": "2031.3589",
        "Actor1Code": "FRAGOV",
        "Actor1CountryCode": "FRA",
        "Actor2Code": "POL",
        "EventCode": "042",
        "EventRootCode": "04",
        "QuadClass": "1",
        "GoldsteinScale": "1.9",
        "NumArticles": "1",
        "DATEADDED": "20310514",
        "AvgTone": "",
    }
    assert {name: row[name] for name in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "dyads"),
    [
        ("France and Poland agreed to open a border.", [("FRA", "POL")]),
        ("France, Poland and Spain agreed to open a border.", [("FRA", "POL"), ("FRA", "ESP"), ("POL", "ESP")]),
        ("France and Poland condemned Belarus.", [("FRA", "BLR"), ("POL", "BLR")]),
        ("French police arrested two French journalists.", [("FRA", "FRA")]),
        ("France mobilized its troops.", [("FRA", "")]),
    ],
)
def test_dyads(rows, text, dyads):
    found = rows(write_gdelt, text)
    assert [(row["Actor1CountryCode"], row["Actor2CountryCode"]) for row in found] == dyads
    assert len({row["GLOBALEVENTID"] for row in found}) == len(dyads)
    assert {row["SQLDATE"] for row in found} == {""}  # no day is given, and none is made up


def test_compound_actors_stay_together(rows):
    (row,) = rows(write_plover, "France and Poland condemned Belarus.")
    assert (row["Actor Country"], row["Actor Name"]) == ("FRA; POL", "France; Poland")


def test_every_column_is_documented():
    page = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `([^`]+)`", page, re.MULTILINE)
    whole = {
        name.replace("Actor1", "Actor").replace("Actor2", "Actor").replace("ActionGeo", "ActorGeo") for name in named
    }
    wanted = {name.replace("Actor1", "Actor").replace("Actor2", "Actor").replace("ActionGeo", "ActorGeo")
              for name in (*PLOVER_COLUMNS, *GDELT_COLUMNS)}  # fmt: skip
    assert whole == wanted
