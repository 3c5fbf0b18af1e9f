"""Runs the scorers, which stand beside the gold data and are not ours, on files of predictions."""

import json
import re
import subprocess
import sys
from pathlib import Path

from onrecord.errors import SourceError
from onrecord.evaluate.figures import Report

_PENTA = re.compile(
    r"det P \S+ R \S+ F1 (?P<detection>[\d.]+) \| false alarms on \d+ neutral statements: (?P<false_alarms>[\d.]+)%"
)


def statements_report(folder: Path, gold: Path, predicted: Path) -> Report:
    """What score_statements.py says. Raises: SourceError."""
    written = predicted.with_suffix(".scored.json")
    _run(folder / "score_statements.py", "--gold", gold, "--pred", predicted, "--by-cue", "--json", written)
    return _report(written.read_text(encoding="utf-8"), folder / "score_statements.py")


def records_report(folder: Path, gold: Path, predicted: Path) -> Report:
    """What score_records.py says; `gold` is a folder. Raises: SourceError."""
    scorer = folder / "score_records.py"
    return _report(_run(scorer, "--gold", gold, "--pred", predicted, "--json"), scorer)


def events_report(folder: Path, gold: Path, predicted: Path, *options: str) -> Report:
    """What score_events.py says. Raises: SourceError."""
    scorer = folder / "score_events.py"
    return _report(_run(scorer, "--gold", gold, "--pred", predicted, "--json", *options), scorer)


def comparisons_report(gold: Path, predicted: Path) -> Report:
    """What score_compare.py says, which stands with its gold; `gold` is a folder. Raises: SourceError."""
    scorer = gold / "score_compare.py"
    return _report(_run(scorer, "--gold", gold, "--pred", predicted, "--json"), scorer)


def neutral_report(folder: Path, gold: Path, predicted: Path) -> Report:
    """What score_penta.py says, which prints a line for people. Raises: SourceError."""
    scorer = folder / "score_penta.py"
    said = _PENTA.search(_run(scorer, gold, predicted))
    if said is None:
        raise SourceError(str(scorer), "says nothing that we know", "it may be of another version")
    return {name: float(figure) / 100 for name, figure in said.groupdict().items()}


def _run(scorer: Path, *arguments: str | Path) -> str:
    """What a scorer prints. It may stand where nothing can be written, so Python keeps no bytecode there."""
    command = [sys.executable, "-B", str(scorer), *map(str, arguments)]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if ran.returncode:
        last = (ran.stderr.strip() or ran.stdout.strip() or "it says nothing").splitlines()[-1]
        raise SourceError(str(scorer), f"failed: {last}")
    return ran.stdout


def _report(written: str, scorer: Path) -> Report:
    try:
        report = json.loads(written)
    except ValueError as error:
        raise SourceError(str(scorer), f"reports no JSON: {error}") from error
    if not isinstance(report, dict):
        raise SourceError(str(scorer), "reports no JSON object")
    return report
