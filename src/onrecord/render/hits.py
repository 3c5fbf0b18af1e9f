"""What search found, in the terminal and as JSON: who said or did what, when, with the words asked for marked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace

from rich.console import Console
from rich.text import Text

from onrecord.model import Event, Evidence, Statement
from onrecord.model.days import in_words
from onrecord.render import wording
from onrecord.render.corrections import mark_of, review_json
from onrecord.render.entries import sides
from onrecord.render.terminal import print_hanging, shortened
from onrecord.store.found import Found, Source
from onrecord.views.cast import listed

PASSAGE_LIMIT = 320  # characters: about four lines of 80 columns
BEFORE = 100  # characters that are shown before the words asked for, of a passage that is longer
UNKNOWN_DAY = "day unknown"

Marked = Callable[[str], Sequence[tuple[int, int]]]  # a text -> the places of the words that were asked for


def print_hits(
    found: Sequence[Found], marked: Marked, console: Console, *, places: Mapping[int, Evidence] | None = None
) -> None:
    """Print hits, each with its passage and its source; `places` are passages of documents, by the keys of hits."""
    for one in found:
        head = Text(f"{when(one)} · ", style="bold").append(wording.flat(_head(one)))
        if mark := mark_of(one.review):
            head.append(f" · {wording.flat(mark)}", style="not bold magenta")
        print_hanging(Text("• ", style="dim"), head, console)
        for passage in passages(one) or filter(None, [(places or {}).get(one.hit.key)]):
            print_hanging(Text("    "), _words(passage, marked), console)
        if source := _source(one):
            print_hanging(Text("    "), Text(source, style="dim"), console, overflow="ignore")


def when(one: Found) -> str:
    """The day of a hit as it is known: "June 2031"; "reported" marks the day of the report."""
    if one.kept is not None and one.kept.date:
        return in_words(one.kept.date)
    published = in_words(one.source.published)
    return (f"reported {published}" if one.kept is not None else published) if published else UNKNOWN_DAY


def hit_json(one: Found, marked: Marked, place: Evidence | None = None) -> Mapping[str, object]:
    """A hit as JSON; `marks` are places in the document's text, `review` is what people said of it.

    Of a document, `place` is a passage.
    """
    kept = one.kept or place
    marks = [
        [passage.start + start, passage.start + end]
        for passage in passages(one)
        for start, end in marked(passage.exact)
    ]
    return {
        "key": one.hit.key,
        "day": one.hit.day,
        "kind": one.hit.owner.value,
        one.hit.owner.value: asdict(kept) if kept is not None else None,
        "source": asdict(one.source),
        "copies": one.copies,
        "names": dict(one.names),
        "review": _review(one),
        "marks": marks,
    }


def _review(one: Found) -> Mapping[str, object] | None:
    return review_json(one.read, one.kept, one.review) if one.read is not None and one.kept is not None else None


def passages(one: Found) -> tuple[Evidence, ...]:
    """The passages that are shown of a hit."""
    if isinstance(one.kept, Statement):
        return one.kept.content
    return one.kept.evidence if isinstance(one.kept, Event) else ()


def _head(one: Found) -> str:
    if isinstance(one.kept, Statement):
        return " · ".join(_statement(one.kept, one.names))
    if isinstance(one.kept, Event):
        return " · ".join(_event(one.kept, one.names))
    return one.source.title or one.source.uri


def _statement(said: Statement, names: Mapping[str, str]) -> Iterator[str]:
    mention = said.speaker_mention.exact if said.speaker_mention is not None else "nobody is named"
    yield listed([names.get(speaker, speaker) for speaker in said.speakers]) or mention
    yield from filter(None, (said.speaker_country, said.act.value, ", ".join(said.issues)))


def _event(done: Event, names: Mapping[str, str]) -> Iterator[str]:
    yield " ".join(filter(None, (done.custom or done.type.value, done.mode)))
    yield sides(done.sources, done.targets)
    yield done.status.value
    yield from filter(None, (listed([names.get(actor, actor) for actor in done.source_actors]), ", ".join(done.issues)))


def _words(passage: Evidence, marked: Marked) -> Text:
    shown = _excerpt(wording.flat(wording.bare(passage.exact)), marked)
    words = Text("“").append(shown)
    for start, end in marked(shown):
        words.stylize("bold yellow", start + 1, end + 1)
    return words.append("”").append(f" ({passage.start}–{passage.end})", style="dim")


def _excerpt(told: str, marked: Marked) -> str:
    """A text that is short enough to be shown; of a longer one the part with the first words that were asked for."""
    asked = next(iter(marked(told)), None) if len(told) > PASSAGE_LIMIT else None
    if asked is None:
        return shortened(told, PASSAGE_LIMIT)
    first = max(0, min(asked[0] - BEFORE, len(told) - PASSAGE_LIMIT))
    last = first + PASSAGE_LIMIT
    head = (
        told[first : asked[1]].partition(" ")[2] if first and " " in told[first : asked[0]] else told[first : asked[1]]
    )
    tail = told[asked[1] : last].rpartition(" ")[0] if last < len(told) else told[asked[1] :]
    return f"{'… ' if first else ''}{head}{tail}{' …' if last < len(told) else ''}"


def source_line(source: Source, id: str | None = None) -> str:
    """Whence something is, in a line, with the id that it has there."""
    told = (source.title, source.publisher, in_words(source.published), source.uri, id)
    return wording.flat(" · ".join(filter(None, told)))


def _source(one: Found) -> str:
    """Whence a hit is, and by which id it is corrected; of a document only what its head does not say."""
    copies = f" · and {one.copies:,} {'copy' if one.copies == 1 else 'copies'}" if one.copies else ""
    if one.kept is not None:
        return source_line(one.source, one.kept.id) + copies
    return source_line(replace(one.source, title=None, published=None)) + copies
