"""Prints what spaCy's entity recogniser would bring to the speakers of statements, and what it costs.

`python -m bench.ner` reads the annotated news articles beside the project.
"""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.annotate.nlp import BATCH, annotate, places
from onrecord.annotate.stretches import stretches
from onrecord.evaluate.tables import Table, markdown
from onrecord.ingest import to_document
from onrecord.model import Document, Page
from onrecord.pipeline import Tools, load_tools
from onrecord.settings import DEFAULT_PIPELINE

ARTICLES = Path(__file__).parents[2] / "shared" / "eval" / "statements" / "polnear_dev.jsonl"
PEOPLE = "PERSON"

Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The places of people's names in one text: ours, the recogniser's, and the sources of gold attributions."""

    ours: frozenset[int]  # characters
    theirs: frozenset[int]
    sources: tuple[Place, ...]


def main() -> None:
    """Measure and print one table."""
    tools, plain = load_tools(), spacy.load(DEFAULT_PIPELINE)
    names = list(_names(tools, plain))
    sources = [(one, place) for one in names for place in one.sources]
    ours = {(id(one), place) for one, place in sources if _holds(one.ours, place)}
    theirs = {(id(one), place) for one, place in sources if _holds(one.theirs, place)}
    print(
        markdown(
            Table(
                title="Names of people in the sources of 84 news articles",
                note="A source counts where any word of it is marked as a person.",
                head=("sources", "marked by us", "by the recogniser", "by it alone", "by us alone"),
                rows=(
                    (
                        f"{len(sources)}",
                        f"{len(ours)}",
                        f"{len(theirs)}",
                        f"{len(theirs - ours)}",
                        f"{len(ours - theirs)}",
                    ),
                ),
            )
        )
    )
    without, both = _pace(tools.reader.nlp), _pace(plain)
    print(
        markdown(
            Table(
                title="Words a second of the parse",
                head=("without the recogniser", "with it"),
                rows=((f"{without:,.0f}", f"{both:,.0f}"),),
            )
        )
    )


def _documents() -> Iterator[tuple[Document, list[Place]]]:
    with ARTICLES.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            document, _ = to_document(Page(uri=row["doc_id"], content=row["text"].encode(), media_type="text/plain"))
            yield document, [tuple(place) for one in row["attributions"] for place in one["source"]]


def _names(tools: Tools, plain: Language) -> Iterator[Names]:
    for document, sources in _documents():
        doc = annotate(document, (), tools.reader)
        ours = [span for span in doc.spans["actors"] if span.label_ == "person"]
        where = places(doc)
        theirs: set[int] = set()
        for piece in stretches(document, ()):
            for entity in plain(piece.text).ents:
                if entity.label_ == PEOPLE:
                    theirs.update(range(piece.places[entity.start_char], piece.places[entity.end_char - 1] + 1))
        own = (range(where.starts[span.start], where.ends[span.end - 1]) for span in ours)
        marked = frozenset(place for part in own for place in part)
        yield Names(ours=marked, theirs=frozenset(theirs), sources=tuple(sources))


def _holds(marked: frozenset[int], place: Place) -> bool:
    return not marked.isdisjoint(range(*place))


def _pace(nlp: Language) -> float:
    texts = [piece.text for document, _ in _documents() for piece in stretches(document, ())]
    started = time.process_time()
    docs: list[Doc] = list(nlp.pipe(texts, batch_size=BATCH))
    return sum(len(doc) for doc in docs) / (time.process_time() - started)


if __name__ == "__main__":
    main()
