"""The tables as Parquet files, by pyarrow, which is in an extra."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import SettingsError
from onrecord.export.columns import TABLES, Cells, Table, Type
from onrecord.store.held import Held

if TYPE_CHECKING:
    import pyarrow

ROWS = 10_000  # of a table that are held before they are written as a group
CHARACTERS = 16_000_000  # of texts that are


def write_parquet(held: Iterable[Held], folder: Path) -> Iterator[Held]:
    """Writes a file for each table into a folder, which is there; gives back what is written, as it is.

    Raises: SettingsError where pyarrow is not installed.
    """
    require_pyarrow()
    with ExitStack() as open_:
        writers = [open_.enter_context(_Writer(table, folder)) for table in TABLES]
        waiting = 0
        for one in held:
            for writer in writers:
                writer.rows.extend(writer.table.rows(one))
            waiting += len(one.record.document.text)
            if waiting > CHARACTERS or any(len(writer.rows) > ROWS for writer in writers):
                waiting = 0
                for writer in writers:
                    writer.flush()
            yield one


def require_pyarrow() -> None:
    """Raises: SettingsError where pyarrow is not installed."""
    try:
        import pyarrow  # noqa: F401 - whether it is there is the question
    except ModuleNotFoundError as error:
        raise SettingsError("Parquet files need pyarrow: pip install 'onrecord[parquet]'") from error


class _Writer:
    """A table's file, with the rows that wait to be written."""

    def __init__(self, table: Table, folder: Path) -> None:
        from pyarrow import parquet

        self.table, self.rows = table, list[Cells]()
        self._schema = schema(table)
        self._file = parquet.ParquetWriter(folder / f"{table.name}.parquet", self._schema, compression="zstd")

    def __enter__(self) -> "_Writer":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.flush()
        self._file.close()

    def flush(self) -> None:
        """Writes the rows that wait."""
        import pyarrow

        if self.rows:
            self._file.write_table(pyarrow.Table.from_pylist(self.rows, self._schema))
            self.rows = []


def schema(table: Table) -> "pyarrow.Schema":
    """The columns of a table in the types of Arrow."""
    import pyarrow as arrow

    place = [("start", arrow.int64()), ("end", arrow.int64())]
    types = {
        Type.TEXT: arrow.string(),
        Type.WHOLE: arrow.int64(),
        Type.TRUTH: arrow.bool_(),
        Type.DAY: arrow.date32(),
        Type.INSTANT: arrow.timestamp("us", tz="UTC"),
        Type.TEXTS: arrow.list_(arrow.string()),
        Type.BLOCKS: arrow.list_(arrow.struct([("kind", arrow.string()), *place])),
        Type.FINDINGS: arrow.list_(arrow.struct([("kind", arrow.string()), ("detail", arrow.string()), *place])),
        Type.PAIRS: arrow.map_(arrow.string(), arrow.string()),
    }
    return arrow.schema([(name, types[type_]) for name, type_ in table.columns.items()])
