"""All that the sections of a brief are made from, read once."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.lexicon.channels import ChannelWord, load_channel_words
from onrecord.lexicon.encounters import Encounter, load_encounters
from onrecord.lexicon.issues import load_issues
from onrecord.lexicon.phrases import Phrase, load_phrases
from onrecord.lexicon.states import load_states
from onrecord.lexicon.undertakings import Undertaking, load_undertakings
from onrecord.model import Document, Record, Status
from onrecord.views.cast import Cast, cast_of, speaker_countries
from onrecord.views.channels import Channel, channels
from onrecord.views.commitments import Commitment, commitments
from onrecord.views.engagements import Engagement, engagements


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefWords:
    """The words that a brief needs beside its records.

    `issues` gives the label of each issue by its slug, `countries` the name of each state by its code.
    """

    issues: Mapping[str, str]
    countries: Mapping[str, str]
    phrases: tuple[Phrase, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    channels: tuple[ChannelWord, ...] = ()


def load_brief_words(files: Sequence[Path] = ()) -> BriefWords:
    """Ours and the user's words. Raises: LexiconError."""
    return BriefWords(
        issues={issue.slug: issue.label for issue in load_issues(files)},
        countries={state.id: state.name for state in load_states(files)},
        phrases=load_phrases(files),
        encounters=load_encounters(files),
        undertakings=load_undertakings(files),
        channels=load_channel_words(files),
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """Records with the views on them. `sides` are the countries in the order that every section keeps."""

    records: tuple[Record, ...]
    words: BriefWords
    cast: Cast
    documents: Mapping[str, Document]
    engagements: tuple[Engagement, ...]
    commitments: tuple[Commitment, ...]
    channels: tuple[Channel, ...]
    main: Engagement | None
    sides: tuple[str, ...]

    def rank(self, country: str | None) -> int:
        """The place of a country in the order of sides; what has no side comes last."""
        return self.sides.index(country) if country in self.sides else len(self.sides)


def reading_of(records: Sequence[Record], words: BriefWords) -> Reading:
    """The reading of some records; the same document twice counts once."""
    once = tuple({record.document.id: record for record in records}.values())
    cast = cast_of(once, words.countries)
    met = engagements(once, words.encounters, words.countries)
    main = main_engagement(met)
    return Reading(
        records=once,
        words=words,
        cast=cast,
        documents={record.document.id: record.document for record in once},
        engagements=met,
        commitments=commitments(once, words.undertakings, words.countries),
        channels=channels(once, words.channels),
        main=main,
        sides=_sides(once, main, cast),
    )


def main_engagement(told: Sequence[Engagement]) -> Engagement | None:
    """The engagement that a brief is about: the first that was held, or the visit that it was a part of."""
    held = [one for one in told if one.status in (Status.OCCURRED, Status.ONGOING)]
    if not held:
        return None
    visits = (
        one for one in held if one.kind == "visit" and set(one.participants) & set(held[0].participants)
    )
    visit = next((one for one in visits if set(held[0].countries) <= set(one.countries)), None)
    return visit or held[0]


def _sides(records: Sequence[Record], main: Engagement | None, cast: Cast) -> tuple[str, ...]:
    """The parties of the main engagement, its first participant's side first; then by how much is said."""
    said = Counter(
        country
        for record in records
        for statement in record.statements
        for country in speaker_countries(statement, cast)
    )
    acting = Counter(_parties(records))
    parties = set(main.countries) if main else set()
    leading = _first_side(records, main, cast)
    return tuple(
        sorted(
            {*said, *parties, *acting},
            key=lambda side: (side not in parties, side != leading, -said[side], -acting[side], side),
        )
    )


def _parties(records: Sequence[Record]) -> Iterator[str]:
    for record in records:
        for event in record.events:
            yield from event.sources


def _first_side(records: Sequence[Record], main: Engagement | None, cast: Cast) -> str | None:
    """The side that the text tells the main engagement from: the first source of its event."""
    for record in records:
        for event in record.events:
            if main and event.id in main.records and event.sources:
                return event.sources[0]
    return None
