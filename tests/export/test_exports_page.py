"""docs/exports.md tells every column of every table, and every format."""

import re
from pathlib import Path

from onrecord.cli.exporting import ExportFormat
from onrecord.export.columns import TABLES, Type

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


def test_every_column_is_told_with_its_type_in_order():
    for table in TABLES:
        section = re.split(r"^#", PAGE.split(f"### {table.name}\n")[1], flags=re.MULTILINE)[0]
        told = re.findall(r"^\| `(\w+)` \| ([\w ]+) \| \S.* \|$", section, re.MULTILINE)
        assert told == [(name, type_.value) for name, type_ in table.columns.items()], table.name


def test_every_type_and_format_is_told():
    section = PAGE.split("## Parquet and CSV\n")[1].split("### ")[0]
    types = re.findall(r"^\| ([^`|]+) \| `", section, re.MULTILINE)
    assert sorted(name for row in types for name in row.split(", ")) == sorted(Type)
    told = re.findall(r"^\| (`.+`) \| .* \| .* \|$", PAGE.split("## ")[0], re.MULTILINE)
    assert sorted(name for row in told[1:] for name in re.findall(r"`([a-z-]+)`", row)) == sorted(ExportFormat)
