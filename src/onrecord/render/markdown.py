"""A brief as Markdown: lists, then the whole passages; no word of a document is read as markup."""

import re
from collections.abc import Iterator

from onrecord.model.days import in_words
from onrecord.render import wording
from onrecord.views.brief import Brief, Line, Source

_MARKUP = re.compile(r"[\\`*_\[\]|~$]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_AT_START = re.compile(r"(?:[#+=:-]|\d+[.)](?=\s|$))")
_LINK = re.compile(r"(?:(?<=http)|(?<=https)|(?<=ftp))(?=://)|(?<=www)(?=\.)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[\w.~:/?#@!$&()*+,;=%-]+", re.ASCII)  # what may stand between < and >


def brief_markdown(brief: Brief) -> str:
    """The brief as one Markdown text; every line ends in the numbers of its passages, which follow whole."""
    return "\n".join(_blocks(brief)).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """The text on one line, such that Markdown shows it as it is: no markup, no HTML, no link."""
    text = wording.flat(text)
    start = _AT_START.match(text)
    text = "".join(_ENTITIES.get(mark, mark) for mark in _MARKUP.sub(r"\\\g<0>", text))
    if start:
        last = start.end() - 1
        text = f"{text[:last]}\\{text[last:]}"
    return _LINK.sub(r"\\", text)


def _blocks(brief: Brief) -> Iterator[str]:
    yield from (f"# {escaped(brief.title)}", "")
    masthead = filter(None, (in_words(brief.date), wording.sides(brief.countries)))
    yield from (" · ".join(map(escaped, masthead)), "", wording.counts(brief), "")
    for section in brief.sections:
        yield from (f"## {escaped(section.title)}", "")
        yield from (_line(line) for line in section.lines)
        if section.left_out:
            yield from ("", f"*{wording.left_out(section.left_out)}*")
        yield ""
    yield from ("## Sources", "")
    yield from (f"{number}. {_source(source)}" for number, source in enumerate(brief.sources, 1))
    yield from ("", "## Passages", "")
    for passage in brief.passages:
        yield f"- [{passage.number}] {escaped(passage.exact)} ({wording.place(passage, brief)})"


def _line(line: Line) -> str:
    side = f"**{escaped(line.country)}** " if line.country else ""
    words = escaped("".join(part.text for part in wording.parts(line)))
    said = escaped(wording.attribution(line))
    pieces = (f"{side}{words}", wording.tag(line), f"— {said}" if said else "", wording.citations(line))
    note = f"\n  - {escaped(line.note)}" if line.note else ""
    return f"- {' '.join(filter(None, pieces))}{note}"


def _source(source: Source) -> str:
    named = filter(None, (source.title, source.publisher, in_words(source.published)))
    addresses = ", also ".join(map(_address, (source.uri, *source.copies)))
    return " · ".join((*map(escaped, named), addresses))


def _address(uri: str) -> str:
    return f"<{uri}>" if _ADDRESS.fullmatch(uri) else escaped(uri)
