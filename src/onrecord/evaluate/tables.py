"""What an evaluation says: tables of text, and how they are written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table under a title; the first cell of a row is its name. `note` says what the figures are."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A measuring stick that could not be laid on, and why."""

    stick: str
    reason: str


def markdown(table: Table) -> str:
    """The table in Markdown, its columns aligned so that it reads well in a terminal too."""
    lines = (table.head, *table.rows)
    widths = [max(len(line[column]) for line in lines) for column in range(len(table.head))]
    rule = "| " + " | ".join("-" * width if not i else "-" * (width - 1) + ":" for i, width in enumerate(widths)) + " |"
    head, *rows = (_line(line, widths) for line in lines)
    return "\n".join((f"## {table.title}", *((table.note,) if table.note else ()), "", head, rule, *rows, ""))


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    named, *figures = zip(cells, widths, strict=True)
    return "| " + " | ".join((named[0].ljust(named[1]), *(cell.rjust(width) for cell, width in figures))) + " |"
