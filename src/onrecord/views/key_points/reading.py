"""All that the sections of a brief are made from, read once."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from onrecord.lexicon.bodies import load_organisations
from onrecord.lexicon.channels import ChannelWord, load_channel_words
from onrecord.lexicon.cues import Complement, Cue, CueForm, load_cues
from onrecord.lexicon.encounters import Encounter, load_copulas, load_encounters
from onrecord.lexicon.issues import load_issues
from onrecord.lexicon.offices import Level, Office, by_name, load_offices
from onrecord.lexicon.phrases import Phrase, load_phrases
from onrecord.lexicon.plain_cues import load_plain_cues
from onrecord.lexicon.states import load_states
from onrecord.lexicon.undertakings import Undertaking, load_undertakings
from onrecord.model import Act, Document, Record, Status
from onrecord.model.days import bounds
from onrecord.views.cast import Cast, cast_of, speaker_countries
from onrecord.views.channels import Channel, channels
from onrecord.views.commitments import Commitment, commitments
from onrecord.views.engagements import engagements
from onrecord.views.occasions import Engagement

LEAD = 0.25  # of a text, in which what it is about stands
LEAD_AT_LEAST = 600  # characters: a short text is all lead
NEWS = timedelta(days=31)  # between an engagement and a text that is about it

_HELD = (Status.OCCURRED, Status.ONGOING)


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefWords:
    """The words that a brief needs beside its records.

    `issues` gives the label of each issue by its slug, `countries` that of each state or organisation by its code.
    `plain_cues` are the forms of cues that a line leaves off, in lower case, `copulas` those of the verbs in "the
    talks were frank", `telling_verbs` the lemmas of verbs that tell something ("comment"). `offices` are by name.
    """

    issues: Mapping[str, str]
    countries: Mapping[str, str]
    phrases: tuple[Phrase, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    channels: tuple[ChannelWord, ...] = ()
    plain_cues: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    telling_verbs: frozenset[str] = frozenset()
    offices: Mapping[str, Office] = field(default_factory=dict)


def load_brief_words(files: Sequence[Path] = ()) -> BriefWords:
    """Ours and the user's words. Raises: LexiconError."""
    return BriefWords(
        issues={issue.slug: issue.label for issue in load_issues(files)},
        countries={state.id: state.name for state in load_states(files)}
        | {body.id: body.name for body in load_organisations(files)},
        phrases=load_phrases(files),
        encounters=load_encounters(files),
        undertakings=load_undertakings(files),
        channels=load_channel_words(files),
        plain_cues=frozenset(form.casefold() for plain in load_plain_cues(files) for form in plain.forms),
        copulas=frozenset(form for copula in load_copulas(files) for form in copula.forms),
        telling_verbs=frozenset(cue.lemma for cue in load_cues(files) if _is_telling(cue)),
        offices=by_name(load_offices(files)),
    )


def _is_telling(cue: Cue) -> bool:
    """Whether a cue only tells something, so that who declines to do it declines to speak."""
    is_plain = cue.form is CueForm.VERB and cue.speech and cue.act is Act.ASSERT
    return is_plain and bool({Complement.CLAUSE, Complement.AS} & set(cue.takes))


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

    def level(self, office: str | None) -> int:
        """How high an office stands, the highest first; an unknown one comes last."""
        known = self.words.offices.get((office or "").lower())
        return tuple(Level).index(known.level) if known else len(Level)


def reading_of(records: Sequence[Record], words: BriefWords) -> Reading:
    """The reading of some records; the same document twice counts once."""
    first: dict[str, Record] = {}
    for record in records:
        first.setdefault(record.document.id, record)
    once = tuple(first.values())
    cast = cast_of(once, words.countries)
    met = engagements(once, words.encounters, words.countries, words.offices)
    documents = {record.document.id: record.document for record in once}
    main = main_engagement(met, documents)
    return Reading(
        records=once,
        words=words,
        cast=cast,
        documents=documents,
        engagements=met,
        commitments=commitments(once, words.undertakings, words.countries),
        channels=channels(once, words.channels),
        main=main,
        sides=_sides(once, main, cast),
    )


def main_engagement(told: Sequence[Engagement], documents: Mapping[str, Document]) -> Engagement | None:
    """The engagement that a brief is about: the first that was held, or the visit that it was a part of.

    None where no text tells of one between two sides near its start, or only of one that was long past.
    """
    held = [one for one in told if one.status in _HELD and len(one.countries) > 1 and _is_news(one, documents)]
    if not held:
        return None
    visits = (one for one in held if one.kind == "visit" and set(one.participants) & set(held[0].participants))
    visit = next((one for one in visits if _is_part_of(held[0], one)), None)
    return visit or held[0]


def _is_part_of(told: Engagement, visit: Engagement) -> bool:
    """Whether an engagement was held during a visit: on its days, or the text tells of the visit first."""
    held, days = bounds(told.date), bounds(visit.date)
    ours, theirs = told.evidence[0], visit.evidence[0]
    is_first = ours.doc_id == theirs.doc_id and theirs.start <= ours.start
    is_during = held is not None and days is not None and days[0] <= held[0] and held[1] <= days[1]
    return set(told.countries) <= set(visit.countries) and (is_first or is_during)


def _is_news(told: Engagement, documents: Mapping[str, Document]) -> bool:
    """Whether an engagement stands in the lead of a text that came out soon after it."""
    for passage in told.evidence:
        document = documents[passage.doc_id]
        held, published = bounds(told.date), bounds(document.published)
        is_past = held is not None and published is not None and published[0] - held[1] > NEWS
        if passage.start <= max(LEAD * len(document.text), LEAD_AT_LEAST) and not is_past:
            return True
    return False


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
