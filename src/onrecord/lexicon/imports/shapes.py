"""How files of others name what we want: the columns, the words for genders."""

import functools
import tomllib
from collections.abc import Mapping, Set
from dataclasses import dataclass
from importlib import resources

from onrecord.lexicon.imports.rows import Cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Shapes:
    """What data/imports.toml holds: names of columns by field, words for genders, states that put families first."""

    columns: Mapping[str, tuple[str, ...]]
    genders: Mapping[str, str]
    family_first: Set[str]

    def fields(self, cells: Cells) -> dict[str, str]:
        """The cells of a row by the fields of ours; the first column that holds something is taken."""
        found: dict[str, str] = {}
        for name, columns in self.columns.items():
            if held := next((cells[column] for column in columns if cells.get(column, "").strip()), None):
                found[name] = held
        return found


@functools.cache
def load_shapes() -> Shapes:
    """The shapes that we know."""
    text = (resources.files("onrecord") / "data" / "imports.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)["imports"]
    return Shapes(
        columns={name: tuple(columns) for name, columns in tables["columns"].items()},
        genders=dict(tables["genders"]),
        family_first=frozenset(tables["names"]["family_first"]),
    )
