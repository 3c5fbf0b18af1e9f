"""Lays on the pairs of readouts that were compared by hand: two accounts of one meeting."""

import json
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.errors import SourceError
from onrecord.evaluate import scorers
from onrecord.evaluate.figures import goals
from onrecord.evaluate.gold import gold_pages
from onrecord.evaluate.pace import read_all
from onrecord.evaluate.sticks import Trial
from onrecord.evaluate.tables import Table
from onrecord.export.comparisons import comparison_json
from onrecord.views.compare import compare, load_compare_words

COMPARED = ".compare.resolved.json"


def comparisons(trial: Trial) -> Iterator[Table]:
    """How well two accounts of each meeting are laid side by side, and how long that takes once they are read."""
    folder, predicted = trial.folder / "gold", trial.work / "comparisons.jsonl"
    pairs = [_pair(file) for file in sorted(folder.glob(f"*{COMPARED}"))]
    wanted = {name for pair in pairs for name in pair}
    pages = (page for page in gold_pages(folder) if Path(page.uri).name in wanted)
    records = {Path(record.document.uri).name: record for record, _ in read_all(pages, trial.tools, trial.pace)}
    words = load_compare_words()
    took, lines = [], []
    for pair in pairs:
        read = [records[name] for name in pair if name in records]
        if len(read) == len(pair):
            started = time.perf_counter()
            made = compare(read, words)
            took.append(time.perf_counter() - started)
            lines.append(comparison_json(made, read))
    predicted.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    report = scorers.comparisons_report(folder, predicted)
    table = goals("comparisons", f"Two accounts of one meeting: {len(pairs)} pairs", {"OnRecord": report})
    note = f"After reading, a pair took {1000 * statistics.median(took):.0f} ms (median)." if took else ""
    yield Table(title=table.title, head=table.head, rows=table.rows, note=note)


def _pair(file: Path) -> tuple[str, str]:
    """The names of the two texts that were compared. Raises: SourceError."""
    try:
        compared: Any = json.loads(file.read_text(encoding="utf-8"))
        return str(compared["a"]), str(compared["b"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SourceError(str(file), f"is no comparison: {error!r}") from error
