"""One document while its mentions are resolved: its people, its bodies, and who was prominent where."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import replace

from onrecord.lexicon.referents import Referent
from onrecord.model import BlockKind, Document, Event, EventType, Extraction, Mention, MentionKind, Statement
from onrecord.resolve.actors.bodies import Bodies, Stranger, description
from onrecord.resolve.actors.cast import Cast
from onrecord.resolve.actors.crowds import nationals, outermost
from onrecord.resolve.actors.directory import Directory
from onrecord.resolve.actors.reading import Reading
from onrecord.resolve.actors.salience import FIRST_PLURAL, FIRST_SINGULAR, Prominent, Salience
from onrecord.resolve.actors.sentences import Sentences
from onrecord.resolve.actors.titles import Stage
from onrecord.resolve.actors.whereabouts import Whereabouts

BOTH = frozenset({"both", "two"})
DEFINITE = frozenset({"the", "these"})
_PEOPLE = (MentionKind.NAMED, MentionKind.TITLE)
FEWEST_OWN = 5  # "I" and "we" of a text's own; fewer are slips of somebody's voice into a report
OWN_VOICE = 2 / 1000  # "I" and "we" a character; a readout in indirect speech has half as many, a speech more
SHORT = 120  # characters of a line that is a signature and no sentence


class Scene:
    """Reads the mentions of one document. Pronouns are read in reading order, after what stands before them."""

    def __init__(self, extraction: Extraction, document: Document, known: Directory) -> None:
        mentions = list(_all(extraction))
        self._directory = known
        self.cast = Cast(mentions, known)
        self._bodies = Bodies(mentions, known)
        self._stage = Stage(self.cast, known)
        self._whereabouts = Whereabouts(document, self._stage, self._bodies, self.read, self._within)
        self._salience = Salience(extraction.statements, Sentences(document.text))
        self._said: dict[str, Statement] = {}
        self._read: dict[tuple[int, int], Reading] = {}
        self._mentions = mentions
        self._author = self._signed(document)
        self.is_in_first_person = self._speaks_for_itself(extraction.statements, document)
        self._stage.count(self._country_named(mention) for mention in extraction.mentions)
        self._raise_subjects(mentions)
        for event in extraction.events:
            self._raise_company(event)

    def _country_named(self, mention: Mention) -> str | None:
        if mention.kind is MentionKind.NAMED:
            member, _ = self.cast.named(mention)
            return member.country if member is not None else mention.country
        return mention.country

    def _raise_subjects(self, mentions: Iterable[Mention]) -> None:
        for mention in mentions:
            if mention.subject and not self._salience.is_reported(mention):
                is_pronoun = mention.kind is MentionKind.PRONOUN
                reading = self._salience.antecedent(mention) if is_pronoun else self.read(mention)
                if reading.actors or not is_pronoun:
                    self._raise(mention, mention.start, reading, speaks=False)

    def _raise_company(self, event: Event) -> None:
        """After "Holm met Lind", "they" can mean both; who met must be named, and the text itself must tell it."""
        sides = (event.source_mentions, event.target_mentions)
        is_named = all(any(one.kind in _PEOPLE for one in side) for side in sides)
        if event.type is not EventType.CONSULT or not is_named or self._salience.is_reported(event.trigger):
            return
        named = [one for side in sides for one in side if one.kind in _PEOPLE]
        actors = tuple(dict.fromkeys(actor for one in named for actor in self.read(one).actors))
        if len(actors) > 1:
            self._raise(None, event.trigger.start, Reading(actors=actors, rule=""), speaks=False)

    def _raise(self, mention: Mention | None, place: int, reading: Reading, *, speaks: bool) -> None:
        """Makes whom a mention means prominent from a place on."""
        known = [self._directory.people[id].gender for id in reading.actors if id in self._directory.people]
        self._salience.add(
            Prominent(
                place=place,
                reading=reading,
                genders=frozenset(gender for gender in known if gender is not None),
                people=self._is_person(mention, reading),
                plural=len(reading.actors) > 1 or (mention is not None and mention.plural),
                speaks=speaks,
            )
        )

    def _is_person(self, mention: Mention | None, reading: Reading) -> bool:
        if reading.actors:
            return any(id in self.cast.members or id in self._directory.people for id in reading.actors)
        return mention is not None and mention.kind is not MentionKind.INSTITUTION

    def said(self, statement: Statement) -> None:
        """Keeps who said something: a pronoun after it can mean them."""
        self._said[statement.id] = statement
        if statement.speakers or statement.speaker_country:
            mention = statement.speaker_mention
            reading = Reading(actors=statement.speakers, country=statement.speaker_country, rule="")
            place = statement.content[-1].end if mention is None else mention.start
            if mention is not None:
                self._whereabouts.spoke(mention, statement.speaker_country)
            if mention is None or not self._salience.is_reported(mention):
                self._raise(mention, place, reading, speaks=True)

    def read(self, mention: Mention, by: Reading | None = None) -> Reading:
        """Whom a mention means; `by` is who is spoken of beside it, which "his counterpart" needs."""
        place = (mention.start, mention.end)
        if by is None and place in self._read:
            return self._read[place]
        reading = self._resolve(mention, by)
        if by is None or place not in self._read:
            self._read[place] = reading
        return reading

    def _resolve(self, mention: Mention, by: Reading | None) -> Reading:
        if mention.kind is MentionKind.PRONOUN:
            return self._pronoun(mention)
        if mention.plural:
            return self._several(mention)
        if mention.kind is MentionKind.NAMED:
            return self._named(mention)
        if mention.kind is MentionKind.TITLE:
            owner = next((self.cast.members.get(id) for id in by.actors), None) if by is not None else None
            return self._stage.titled(mention, owner)
        if mention.kind is MentionKind.INSTITUTION:
            return self._bodies.institution(mention)
        return Reading(country=mention.country, rule="anonymous: a description and no name")

    def _named(self, mention: Mention) -> Reading:
        member, rule = self.cast.named(mention)
        if member is None:
            return Reading(country=mention.country, rule=rule)
        return Reading(actors=(member.id,), country=member.country, rule=rule)

    def _several(self, mention: Mention) -> Reading:
        """A joined phrase is its parts; "both sides" and "the two presidents" are the document's two parties."""
        parts = self._within(mention)
        if mention.office is None or mention.kind is MentionKind.NAMED:
            return self._joined(mention, parts)
        countries = [one.country for one in parts if one.kind is MentionKind.INSTITUTION and one.country]
        words = {word.lower() for word in mention.exact.split()}
        sides = self._is_side(mention) and words & DEFINITE
        titles = len(countries) > 1 or mention.kind is MentionKind.TITLE
        if mention.country is None and (sides or titles or words & BOTH):
            return self._stage.both(mention, list(dict.fromkeys(countries)))
        if mention.kind is MentionKind.INSTITUTION and not self._is_side(mention):
            return self._bodies.institution(mention)
        states = nationals(mention, self._directory.nationalities)
        if states:
            actors = tuple(self._bodies.stranger(name, state, plural=True) for name, state in states)
            return Reading(actors=actors, rule="anonymous: those of each state")
        return Reading(country=mention.country, rule="anonymous: a description and no name")

    def _is_side(self, mention: Mention) -> bool:
        return self._directory.nouns.get(mention.office or "") is Referent.SIDE

    def _within(self, mention: Mention) -> list[Mention]:
        """The mentions inside a mention."""
        first = bisect_left(self._mentions, mention.start, key=_start)
        last = bisect_left(self._mentions, mention.end, key=_start)
        return [one for one in self._mentions[first:last] if one.end <= mention.end and one.exact != mention.exact]

    def _joined(self, mention: Mention, parts: Iterable[Mention]) -> Reading:
        readings = [self._part(part) for part in outermost(parts)]
        actors = tuple(dict.fromkeys(actor for reading in readings for actor in reading.actors))
        return Reading(actors=actors, country=mention.country, rule="joined: each of its parts")

    def _part(self, part: Mention) -> Reading:
        """Whom a part of a joined phrase means; a group without a name is an actor beside the other part."""
        reading = self.read(part)
        if reading.actors or part.kind in (MentionKind.PRONOUN, MentionKind.NAMED):
            return reading
        located = self.located(reading, part)
        actor = self._bodies.stranger(description(part), located.country, plural=part.plural)
        return replace(located, actors=(actor,))

    def _pronoun(self, mention: Mention) -> Reading:
        word = mention.exact.split()[0].lower()
        if word not in FIRST_SINGULAR and word not in FIRST_PLURAL:
            return self._salience.antecedent(mention)
        if not self._salience.is_reported(mention):
            return self._author
        around = [self._said[id] for id in self._salience.around(mention) if id in self._said]
        if not around or word not in FIRST_SINGULAR:
            return Reading(rule="pronoun: nothing tells who speaks here")
        return Reading(
            actors=around[-1].speakers,
            country=around[-1].speaker_country,
            rule="pronoun: who speaks the words around it",
        )

    def is_nested(self, statement: Statement) -> bool:
        """Whether a statement stands inside what another one reports."""
        mention = statement.speaker_mention
        return mention is not None and self._salience.is_reported(mention)

    def _signed(self, document: Document) -> Reading:
        """Who signs a text that speaks in the first person: the one name of its byline or of its short last line.

        A first line that is nothing but a name and an office ("Ada Holm, Foreign Minister") is a byline too.
        """
        ends = [block for block in document.blocks if block.kind is BlockKind.BYLINE] or document.blocks[-1:]
        short = [block for block in ends if block.end - block.start <= SHORT]
        first = {(block.start, block.end) for block in document.blocks[:1]}
        names = [
            self._named(mention)
            for mention in self._mentions
            if mention.kind is MentionKind.NAMED
            if (mention.start, mention.end) in first
            or any(block.start <= mention.start and mention.end <= block.end for block in short)
        ]
        if len({reading.actors for reading in names}) != 1:
            return Reading(rule="pronoun: nobody signs the text")
        return replace(names[0], rule="pronoun: who signs the text")

    def _speaks_for_itself(self, statements: Iterable[Statement], document: Document) -> bool:
        """Whether "I" and "we" are often subjects outside what others are reported to say: a speech, an article."""
        reports = {one.id for one in statements if one.speaker_basis is not MentionKind.CONTINUED}
        own = [
            mention
            for mention in self._mentions
            if mention.kind is MentionKind.PRONOUN and mention.subject
            if mention.exact.lower() in FIRST_SINGULAR | FIRST_PLURAL
            if reports.isdisjoint(self._salience.around(mention))
        ]
        return len(own) >= max(FEWEST_OWN, OWN_VOICE * len(document.text))

    def country(self, actor: str) -> str | None:
        """The country that an actor acts for."""
        if actor in self.cast.members:
            return self.cast.members[actor].country
        if actor in self._directory.people:
            return self._directory.country(self._directory.people[actor])
        if actor in self._directory.states or actor in self._directory.organisations:
            return actor
        if actor in self._directory.institutions:
            return self._directory.institutions[actor].country
        if actor in self._bodies.strangers:
            return self._bodies.strangers[actor].country
        owner = actor.partition(".")[0].upper()
        return owner if owner in self._directory.states or owner in self._directory.organisations else None

    def located(self, reading: Reading, mention: Mention) -> Reading:
        """The reading with a country, where the words or the surroundings of somebody without one tell it."""
        return self._whereabouts.located(reading, mention)

    @property
    def strangers(self) -> Mapping[str, Stranger]:
        """The bodies and groups that only the text knows."""
        return self._bodies.strangers

    def with_country_of(self, reading: Reading, relay: Mention) -> Reading:
        """A stranger whom a state's own statement names is of that state."""
        country = self.read(relay).country
        strangers = [self.cast.members[id] for id in reading.actors if id in self.cast.members]
        if country is None or len(strangers) != 1 or len(reading.actors) != 1:
            return reading
        strangers[0].country = country
        return replace(reading, country=country, rule=f"{reading.rule}; country of who relays it")


def _start(mention: Mention) -> int:
    return mention.start


def _all(extraction: Extraction) -> list[Mention]:
    """Every mention of an extraction once, in reading order; at one place the one that says most."""
    found: dict[tuple[int, int], Mention] = {}
    for mention in extraction.mentions:
        found[mention.start, mention.end] = mention
    for statement in extraction.statements:
        for spoken in (statement.speaker_mention, statement.via_mention, statement.addressee_mention):
            if spoken is not None:
                found.setdefault((spoken.start, spoken.end), spoken)
    for event in extraction.events:
        for party in (*event.source_mentions, *event.target_mentions):
            found.setdefault((party.start, party.end), party)
    return sorted(found.values(), key=lambda mention: (mention.start, -mention.end))
