"""What search found, in the terminal and as JSON: who said or did what, when, with the words asked for marked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict

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
UNKNOWN_DAY = "day unknown"

Marked = Callable[[str], Sequence[tuple[int, int]]]  # a text -> the places of the words that were asked for


def print_hits(found: Sequence[Found], marked: Marked, console: Console) -> None:
    """Print hits, each with its passage and its source."""
    for one in found:
        head = Text(f"{in_words(one.hit.day) or UNKNOWN_DAY} · ", style="bold").append(wording.flat(_head(one)))
        if mark := mark_of(one.review):
            head.append(f" · {wording.flat(mark)}", style="not bold magenta")
        print_hanging(Text("• ", style="dim"), head, console)
        for passage in passages(one):
            print_hanging(Text("    "), _words(passage, marked), console)
        print_hanging(Text("    "), Text(_source(one), style="dim"), console)


def hit_json(one: Found, marked: Marked) -> Mapping[str, object]:
    """A hit as JSON; `marks` are places in the document's text, `review` is what people said of it."""
    kept = asdict(one.kept) if one.kept is not None else None
    marks = [
        [passage.start + start, passage.start + end]
        for passage in passages(one)
        for start, end in marked(passage.exact)
    ]
    return {
        "key": one.hit.key,
        "day": one.hit.day,
        "kind": one.hit.owner.value,
        one.hit.owner.value: kept,
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
    shown = shortened(wording.flat(wording.bare(passage.exact)), PASSAGE_LIMIT)
    words = Text("“").append(shown)
    for start, end in marked(shown):
        words.stylize("bold yellow", start + 1, end + 1)
    return words.append("”").append(f" ({passage.start}–{passage.end})", style="dim")


def source_line(source: Source, id: str | None = None) -> str:
    """Whence something is, in a line, with the id that it has there."""
    told = (source.title, source.publisher, in_words(source.published), source.uri, id)
    return wording.flat(" · ".join(filter(None, told)))


def _source(one: Found) -> str:
    copies = f" · and {one.copies:,} {'copy' if one.copies == 1 else 'copies'}" if one.copies else ""
    return source_line(one.source, one.kept.id if one.kept is not None else None) + copies
