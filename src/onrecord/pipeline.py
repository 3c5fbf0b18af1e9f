"""The line that takes a page to its record; everything that reads calls it."""

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from onrecord import lexicon
from onrecord.annotate.nlp import Reader, annotate, build_reader
from onrecord.errors import SourceError
from onrecord.extract import Words, extract, words_of
from onrecord.ingest import SourceOptions, pages, to_document
from onrecord.ingest.findings import findings
from onrecord.lexicon import Lexicon
from onrecord.model import Page, Record, Rejected
from onrecord.resolve import Knowledge, knowledge_of, resolve
from onrecord.settings import DEFAULTS, Settings

_ROOM = "make room for temporary files, or name another folder for them in TMPDIR"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What reading takes, loaded once: the lexicon, and what each stage makes of it."""

    lexicon: Lexicon
    reader: Reader
    words: Words
    knowledge: Knowledge


def load_tools(settings: Settings = DEFAULTS) -> Tools:
    """The tools for these settings; the same ones each time in one process.

    Raises: SettingsError for a pipeline that is not installed, LexiconError for a malformed knowledge file.
    """
    return _tools(settings.pipeline, settings.knowledge)


@functools.cache
def _tools(pipeline: str, knowledge: tuple[Path, ...]) -> Tools:
    loaded = lexicon.load(knowledge)
    return Tools(
        lexicon=loaded,
        reader=build_reader(pipeline, loaded),
        words=words_of(loaded),
        knowledge=knowledge_of(loaded),
    )


def process(page: Page, tools: Tools) -> Record | Rejected:
    """Take one page to the end of the line; a page we cannot read is a result too."""
    try:
        document, noticed = to_document(page)
        found = (*noticed, *findings(document, tools.lexicon.furniture))
    except SourceError as error:
        return Rejected(uri=page.uri, reason=str(error))
    except OSError as error:  # a model that few texts need is unpacked where temporary files go
        problem = f"cannot be read: {error.strerror or error}"
        return Rejected(uri=page.uri, reason=str(SourceError(page.uri, problem, _ROOM)))
    doc = annotate(document, found, tools.reader)
    return resolve(extract(doc, tools.words), document, found, tools.knowledge)


def read(
    source: str | Path,
    *,
    published: str | None = None,
    options: SourceOptions | None = None,
    tools: Tools | None = None,
) -> Record:
    """The record of the one document in a source.

    `published` is its day, which anchors "last Monday" where the document has none of its own.
    Raises: SourceError where the source cannot be read, or holds several documents.
    """
    match list(islice(read_many([source], published=published, options=options, tools=tools), 2)):
        case [Record() as record]:
            return record
        case [Rejected() as rejected]:
            raise SourceError(rejected.uri, rejected.reason.removeprefix(f"{rejected.uri}: "))
        case []:
            raise SourceError(str(source), "holds no document")
        case _:
            raise SourceError(str(source), "holds several documents", "use read_many")


def read_many(
    sources: Iterable[str | Path],
    *,
    published: str | None = None,
    options: SourceOptions | None = None,
    tools: Tools | None = None,
) -> Iterator[Record | Rejected]:
    """What each document of the sources comes to, one at a time: a record, or why it cannot be read."""
    tools = tools or load_tools()
    options = options or SourceOptions()
    options = replace(options, published=published) if published else options
    for source in sources:
        for page in pages(str(source), options):
            yield page if isinstance(page, Rejected) else process(page, tools)
