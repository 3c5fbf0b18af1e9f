"""The tables of a store load as they are: types, lists and what is not known are kept; a text is never a formula."""

import csv
import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pandas
import pytest
from pyarrow import csv as arrow_csv
from pyarrow import parquet

from onrecord.export.columns import TABLES, Type
from onrecord.export.csv_tables import cell, write_csv
from onrecord.export.parquet import schema, write_parquet
from onrecord.store.held import Held, Kept

READ_AT = datetime(2031, 5, 13, 9, 30, 0, 250, tzinfo=UTC)
LISTS = (Type.TEXTS, Type.BLOCKS, Type.FINDINGS, Type.PAIRS)


@pytest.fixture(scope="session")
def readings(record):
    kept = Kept(version=2, current=True, page="sha256:0", reader="onrecord", read_at=READ_AT)
    bare = replace(record.document, uri="=bare.txt", published=None, provenance={})
    return [
        Held(key=7, record=record, kept=kept),
        Held(key=9, record=replace(record, document=bare, findings=(), actors=(), statements=(), events=()), kept=kept),
    ]


@pytest.fixture
def in_parquet(readings, tmp_path):
    assert list(write_parquet(readings, tmp_path)) == readings
    return {table.name: parquet.read_table(tmp_path / f"{table.name}.parquet") for table in TABLES}


@pytest.fixture
def in_csv(readings, tmp_path):
    assert list(write_csv(readings, tmp_path)) == readings
    return tmp_path


def test_parquet_has_every_column_in_its_type(in_parquet):
    for table in TABLES:
        assert in_parquet[table.name].schema.equals(schema(table)), table.name


def test_parquet_keeps_lists_types_and_what_is_not_known(in_parquet, record):
    (first, second) = in_parquet["documents"].to_pylist()
    assert (first["key"], first["uri"], first["read_at"], first["version"]) == (7, "talks.txt", READ_AT, 2)
    assert (first["first_day"], first["last_day"], first["retrieved"]) == (date(2031, 5, 12), date(2031, 5, 12), None)
    assert first["text"] == record.document.text
    assert first["provenance"] == [("published", "option")]
    assert first["blocks"][0] == {"kind": "headline", "start": 0, "end": 12}
    assert [finding["start"] for finding in first["findings"]] == [None, 0]
    assert (second["published"], second["first_day"], second["findings"]) == (None, None, [])
    (said,) = in_parquet["statements"].to_pylist()
    assert (said["document"], said["ordinal"], said["id"]) == (7, 0, record.statements[0].id)
    assert (said["content"], said["speakers"], said["issues"]) == (["We will return"], ["brandt"], [])
    assert (said["negated"], said["act"], said["attitude"]) == (False, "promise", None)
    (done,) = in_parquet["events"].to_pylist()
    assert (done["type"], done["trigger"], done["place"], done["date"]) == ("CONSULT", "met", "Oum", None)
    (actor,) = in_parquet["actors"].to_pylist()
    assert (actor["id"], actor["kind"], actor["aliases"]) == ("brandt", "person", [])


def test_evidence_names_its_owner_and_stands_in_the_text(in_parquet, record):
    rows = in_parquet["evidence"].to_pylist()
    assert all(record.document.text[row["start"] : row["end"]] == row["exact"] for row in rows)
    assert len(rows) == len(list(record.passages()))
    assert {(row["owner"], row["owner_id"]) for row in rows} == {
        ("statement", record.statements[0].id),
        ("event", record.events[0].id),
        ("actor", "brandt"),
    }
    (speaker,) = [row for row in rows if row["role"] == "speaker_mention"]
    assert (speaker["kind"], speaker["name"], speaker["office"], speaker["plural"]) == ("named", "Brandt", None, False)
    (cue,) = [row for row in rows if row["role"] == "cue"]
    assert (cue["kind"], cue["plural"]) == (None, None)


def test_both_load_in_pandas(in_parquet, in_csv, tmp_path, readings):
    list(write_parquet(readings, tmp_path))
    for table in TABLES:
        one = pandas.read_parquet(tmp_path / f"{table.name}.parquet")
        other = pandas.read_csv(in_csv / f"{table.name}.csv")
        assert list(one.columns) == list(other.columns) == list(table.columns)
        assert len(one) == len(other) == in_parquet[table.name].num_rows


def test_csv_says_the_same_as_parquet(in_csv, in_parquet):
    options = arrow_csv.ConvertOptions(strings_can_be_null=True, quoted_strings_can_be_null=False)
    parsing = arrow_csv.ParseOptions(newlines_in_values=True)
    for table in TABLES:
        columns = {name: schema(table).field(name).type for name, of in table.columns.items() if of not in LISTS}
        options.column_types = {**columns, **{name: "string" for name in table.columns if name not in columns}}
        rows = arrow_csv.read_csv(in_csv / f"{table.name}.csv", parse_options=parsing, convert_options=options)
        for told, kept in zip(rows.to_pylist(), in_parquet[table.name].to_pylist(), strict=True):
            for name, of in table.columns.items():
                if of is Type.PAIRS:
                    assert json.loads(told[name]) == dict(kept[name])
                elif of in LISTS:
                    assert json.loads(told[name]) == kept[name]
                else:
                    assert told[name] == (f"'{kept[name]}" if kept[name] == "=bare.txt" else kept[name]), name


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        ("", '""'),
        (True, "true"),
        (-3, "-3"),
        (date(2031, 5, 12), "2031-05-12"),
        (READ_AT, "2031-05-13T09:30:00.000250+00:00"),
        (["a", 'b "c"'], '"[""a"", ""b \\""c\\""""]"'),
        ("two\nlines, \"quoted\"", '"two\nlines, ""quoted"""'),
        ("-1+2", '"\'-1+2"'),
        ("=HYPERLINK(1)", '"\'=HYPERLINK(1)"'),
        ("+1", '"\'+1"'),
        ("@SUM(1)", '"\'@SUM(1)"'),
        ("\t=1", '"\'\t=1"'),
        ("\r=1", '"\'\r=1"'),
        ("＝1", '"\'＝1"'),
        ("'=1", '"\'\'=1"'),
        ("'tis", '"\'tis"'),
        ("a=1", '"a=1"'),
    ],
)  # fmt: skip
def test_cells_of_csv(value, written):
    assert cell(value) == written
    if isinstance(value, str):
        (row,) = csv.reader([cell(value)]) if "\n" not in value and "\r" not in value else [[None]]
        assert row[0] in (value, f"'{value}", None)


def test_large_stores_are_written_in_groups(readings, tmp_path, monkeypatch):
    monkeypatch.setattr("onrecord.export.parquet.ROWS", 4)
    many = [replace(readings[0], key=number) for number in range(50)]
    assert sum(1 for _ in write_parquet(iter(many), tmp_path)) == 50
    file = parquet.ParquetFile(tmp_path / "documents.parquet")
    assert file.num_row_groups > 10
    assert file.read(["key"]).column("key").to_pylist() == list(range(50))


def test_parquet_says_what_it_needs(readings, tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    from onrecord.errors import SettingsError

    with pytest.raises(SettingsError, match=r"pip install 'onrecord\[parquet\]'"):
        list(write_parquet(readings, tmp_path))
