"""Prints what true-casing brings: events found in sentences that are set in capitals and in title case.

`python -m bench.casing` reads the sentences of the CAMEO manual and of PLV beside the project.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from spacy.lang.en.stop_words import STOP_WORDS

from onrecord.annotate.casing import NO_CASING
from onrecord.evaluate import scorers
from onrecord.evaluate.figures import found, measures_of, percent
from onrecord.evaluate.sentences import coded_events
from onrecord.evaluate.sticks import EVENT_SETS, text_pages
from onrecord.evaluate.tables import Table, markdown
from onrecord.model import Record
from onrecord.pipeline import Tools, load_tools, process

EVENTS = Path(__file__).parents[2] / "shared" / "eval" / "events"
LONG = 4  # letters of a word that title case always gives a capital


def main() -> None:
    """Measure and print one table."""
    tools = load_tools()
    plain = replace(tools, reader=replace(tools.reader, casing=NO_CASING))
    rows = [
        (f"{name.upper()} dev, {setting}", figure(name, put, plain), figure(name, put, tools))
        for name in EVENT_SETS
        for setting, put in (("as written", str), ("in title case", titled), ("in capitals", capitals))
    ]
    print(
        markdown(
            Table(
                title="Events in headlines: type F1",
                note="The same sentences, set anew before they are read.",
                head=("sentences", "without true-casing", "with it"),
                rows=tuple(rows),
            )
        )
    )


def titled(text: str) -> str:
    """A text in title case: small are only short words that bear little meaning."""
    words = text.split(" ")
    return " ".join(
        word if number and word in STOP_WORDS and len(word) < LONG else word[:1].upper() + word[1:]
        for number, word in enumerate(words)
    )


def capitals(text: str) -> str:
    """A text in capitals of the same length."""
    return "".join(letter.upper() if len(letter.upper()) == 1 else letter for letter in text)


def figure(name: str, put: Callable[[str], str], tools: Tools) -> str:
    """The F1 of event types on a set of sentences, each put otherwise."""
    gold = EVENTS / f"{name}_dev.jsonl"
    with TemporaryDirectory() as work:
        predicted = Path(work) / "events.jsonl"
        predicted.write_text("".join(_lines(gold, put, tools)), encoding="utf-8")
        report = scorers.events_report(EVENTS, gold, predicted, *EVENT_SETS[name][1])
    [measure] = [one for one in measures_of(name) if one.figure == "type"]
    return percent(found(report, measure.path))


def _lines(gold: Path, put: Callable[[str], str], tools: Tools) -> Iterator[str]:
    organisations = {organisation.id for organisation in tools.lexicon.organisations}
    for page in text_pages(gold, "id"):
        record = process(replace(page, content=put(page.content.decode()).encode()), tools)
        if isinstance(record, Record):
            events = [asdict(one) for one in coded_events(record, organisations)]
            yield json.dumps({"id": page.uri, "events": events}) + "\n"


if __name__ == "__main__":
    main()
