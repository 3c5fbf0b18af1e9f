"""Lays on each measuring stick: reads its texts, writes what was found in its scorer's form, tables the figures."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from onrecord.errors import SourceError
from onrecord.evaluate import scorers
from onrecord.evaluate.figures import Report, comparison, goals
from onrecord.evaluate.gold import gold_pages, is_readout, without_disputed
from onrecord.evaluate.pace import Pace, read_all
from onrecord.evaluate.sentences import CodedEvent, coded_events
from onrecord.evaluate.statements import Attribution, attributions
from onrecord.evaluate.tables import Table
from onrecord.model import Page, Record
from onrecord.pipeline import Tools

PLAIN = "text/plain"  # what the texts of a table of texts are
EVENT_SETS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "plv": ("PLV dev: 1,026 sentences with their type and the words of their parties", ("--alt",)),
    "gsr": ("GSR dev: 185 sentences of the CAMEO manual in PLOVER", ()),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What laying on a stick takes: the folder of all sticks, one to write in, the tools, and the clock to keep."""

    folder: Path
    work: Path
    tools: Tools
    pace: Pace


def statements(trial: Trial) -> Iterator[Table]:
    """Who said what, with which cue: 84 news articles."""
    folder, predicted = trial.folder / "statements", trial.work / "statements.jsonl"
    gold = folder / "polnear_dev.jsonl"
    _write(predicted, _predictions(trial, gold, "doc_id", "statements", attributions))
    report = scorers.statements_report(folder, gold, predicted)
    yield goals("statements", "PolNeAR dev: 84 news articles", {"OnRecord": report})
    yield comparison("statements", "PolNeAR dev: other systems", report)


def sentences(trial: Trial, name: str) -> Iterator[Table]:
    """What was done to whom: single sentences."""
    title, options = EVENT_SETS[name]
    folder, gold, predicted = _event_files(trial, f"{name}_dev")
    report = scorers.events_report(folder, gold, predicted, *options)
    yield goals(name, title, {"OnRecord": report})
    yield comparison(name, f"{name.upper()} dev: other systems", report)


def neutral(trial: Trial) -> Iterator[Table]:
    """How often an event is seen where there is none."""
    report = scorers.neutral_report(*_event_files(trial, "coped_train"))
    yield goals("coped", "CoPED train: neutral statements", {"OnRecord": report})
    yield comparison("coped", "CoPED train: other systems", report)


def documents(trial: Trial) -> Iterator[Table]:
    """The full record of whole documents: readouts and news, with and without the disputed entries."""
    folder = trial.folder / "gold"
    lines = {record.document.uri: line for record, line in read_all(gold_pages(folder), trial.tools, trial.pace)}
    settled = trial.work / "settled"
    settled.mkdir()
    undisputed = dict(zip(lines, without_disputed(lines.values(), settled), strict=True))
    for title, found, annotated in (
        ("Whole documents annotated by hand", lines, folder),
        ("The same without the entries that careful people disagree on", undisputed, settled),
    ):
        yield goals("gold", title, _kinds(trial, found, annotated))


def _kinds(trial: Trial, lines: Mapping[str, str], annotated: Path) -> dict[str, Report]:
    """The scorer's report on readouts, on news, and on all."""
    kinds: tuple[tuple[str, Sequence[str]], ...] = (
        ("readouts", [uri for uri in lines if is_readout(uri)]),
        ("news", [uri for uri in lines if not is_readout(uri)]),
        ("all", list(lines)),
    )
    reports = {}
    for name, uris in kinds:
        if uris:
            gold, predicted = _subset(trial.work / f"{annotated.name}-{name}", uris, annotated)
            _write(predicted, (lines[uri] for uri in uris))
            reports[name] = scorers.records_report(trial.folder / "gold", gold, predicted)
    return reports


def _subset(place: Path, uris: Iterable[str], annotated: Path) -> tuple[Path, Path]:
    """A folder with the gold of these documents alone, and where to write what was predicted for them."""
    place.mkdir()
    for name in (Path(uri).stem for uri in uris):
        for file in (f"{name}.txt", f"{name}.resolved.json"):
            (place / file).write_bytes((annotated / file).read_bytes())
    return place, place.with_suffix(".jsonl")


def _event_files(trial: Trial, name: str) -> tuple[Path, Path, Path]:
    """The scorer's folder, the gold, and what was predicted for it."""
    organisations = {organisation.id for organisation in trial.tools.lexicon.organisations}
    folder, predicted = trial.folder / "events", trial.work / f"{name}.jsonl"
    gold = folder / f"{name}.jsonl"
    _write(predicted, _predictions(trial, gold, "id", "events", lambda record: coded_events(record, organisations)))
    return folder, gold, predicted


def _predictions(
    trial: Trial,
    gold: Path,
    id: str,
    kind: str,
    found: Callable[[Record], Sequence[Attribution] | Sequence[CodedEvent]],
) -> Iterator[str]:
    """A line for each text of a gold file: its id, and what was found in it."""
    for record, _ in read_all(text_pages(gold, id), trial.tools, trial.pace):
        yield json.dumps({id: record.document.uri, kind: [asdict(one) for one in found(record)]})


def text_pages(gold: Path, id: str) -> Iterator[Page]:
    """A page for each line of a gold file, under its id. Raises: SourceError."""
    with gold.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                page = Page(uri=row[id], content=row["text"].encode(), media_type=PLAIN)
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise SourceError(f"{gold}:{number}", f"is no text with its {id}: {error!r}") from error
            yield page


def _write(file: Path, lines: Iterable[str]) -> None:
    with file.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(f"{line}\n" for line in lines)
