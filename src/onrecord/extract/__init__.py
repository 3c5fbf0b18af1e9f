"""What an annotated text says and tells: statements, events and the mentions of actors."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from onrecord.annotate.mentions import mentions
from onrecord.extract.events import events
from onrecord.extract.statements import ActTable, CueTable, OccasionTable, statements
from onrecord.lexicon import Lexicon
from onrecord.lexicon.frames import FrameTable, frame_table
from onrecord.model import Event, Extraction, Statement

__all__ = ["Words", "extract", "words_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words that the extractors look for, made ready once."""

    cues: CueTable
    acts: ActTable
    occasions: OccasionTable
    frames: FrameTable


def words_of(lexicon: Lexicon) -> Words:
    """The lexicon's cues and event frames, ready to be asked."""
    frames = frame_table(lexicon.frames, lexicon.operators, lexicon.groups)
    cues = CueTable(lexicon.cues, lexicon.attitudes)
    acts, occasions = ActTable(lexicon.acts, lexicon.modals), OccasionTable(lexicon.occasions)
    return Words(cues=cues, acts=acts, occasions=occasions, frames=frames)


def extract(doc: Doc, words: Words) -> Extraction:
    """Everything that the text yields, in reading order; nothing is resolved yet."""
    said = tuple(statements(doc, words.cues, words.acts, words.occasions))
    done = events(doc, words.frames)
    return Extraction(
        statements=said, events=tuple(_linked(done.all, said)), open_events=done.open, mentions=mentions(doc)
    )


def _linked(found: Iterable[Event], said: Iterable[Statement]) -> Iterator[Event]:
    """The events, each with the statement whose content tells it; the innermost where they are nested."""
    spans = sorted((part.start, -part.end, statement.id) for statement in said for part in statement.content)
    holding: list[tuple[int, int, str]] = []
    position = 0
    for event in sorted(found, key=lambda event: event.trigger.start):
        while position < len(spans) and spans[position][0] <= event.trigger.start:
            holding.append(spans[position])
            position += 1
        holding = [span for span in holding if -span[1] > event.trigger.start]
        around = [name for _, end, name in holding if event.trigger.end <= -end]
        yield replace(event, statement=around[-1]) if around else event
