"""OnRecord on annotated data: what is found is written down, scored by the scorers beside the data, and shown."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.errors import SourceError
from onrecord.evaluate.meetings import INDEX, accounts
from onrecord.evaluate.pace import Pace, timings
from onrecord.evaluate.pairs import comparisons
from onrecord.evaluate.sticks import Trial, documents, neutral, sentences, statements
from onrecord.evaluate.tables import Skipped, Table, markdown
from onrecord.pipeline import Tools

__all__ = ["STICKS", "Skipped", "Stick", "Table", "evaluate", "markdown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stick:
    """A set of gold data with its scorer. `needs` are their places in the folder of all."""

    name: str
    needs: tuple[str, ...]
    lay: Callable[[Trial], Iterator[Table]]


STICKS = (
    Stick(
        name="statements",
        needs=("statements/score_statements.py", "statements/polnear_dev.jsonl"),
        lay=statements,
    ),
    Stick(name="documents", needs=("gold/score_records.py", "gold/scorelib.py"), lay=documents),
    Stick(
        name="comparisons",
        needs=("gold/score_compare.py", "gold/scorelib.py", "gold/pairs.json"),
        lay=comparisons,
    ),
    Stick(name="accounts", needs=(INDEX,), lay=accounts),
    Stick(
        name="plv", needs=("events/score_events.py", "events/plv_dev.jsonl"), lay=lambda trial: sentences(trial, "plv")
    ),
    Stick(
        name="gsr", needs=("events/score_events.py", "events/gsr_dev.jsonl"), lay=lambda trial: sentences(trial, "gsr")
    ),
    Stick(name="coped", needs=("events/score_penta.py", "events/coped_train.jsonl"), lay=neutral),
)


def evaluate(folder: Path, tools: Callable[[], Tools]) -> Iterator[Table | Skipped]:
    """The tables of every stick in the folder as they are ready, then the time that it took.

    `tools` is asked once there is something to read. Raises: SourceError for a folder that is not there, for
    data that is not what it should be, and for a scorer that fails.
    """
    if not folder.is_dir():
        raise SourceError(str(folder), "is no folder", "nothing was scored; name the one with the measuring sticks")
    paces: list[Pace] = []
    with TemporaryDirectory(prefix="onrecord-") as work:
        for stick in STICKS:
            if missing := [need for need in stick.needs if not (folder / need).is_file()]:
                yield Skipped(stick=stick.name, reason=f"{folder / missing[0]} is not there")
                continue
            pace = Pace(name=stick.name)
            yield from stick.lay(Trial(folder=folder, work=Path(work), tools=tools(), pace=pace))
            paces.append(pace)
    if paces:
        yield timings(paces)
