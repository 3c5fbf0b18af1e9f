"""One document while its mentions are resolved: its people, its bodies, and who was prominent where."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.lexicon.referents import Referent
from onrecord.model import Document, Event, EventType, Extraction, Mention, MentionKind, Statement
from onrecord.model.rules import SpeakerRule
from onrecord.resolve.actors.authors import has_own_voice, issued_together, issuer, signed, spokesperson
from onrecord.resolve.actors.bodies import OWNING, Bodies, Stranger, description
from onrecord.resolve.actors.cast import Cast
from onrecord.resolve.actors.company import Company, everybody, is_past
from onrecord.resolve.actors.crowds import are_two, nationals
from onrecord.resolve.actors.directory import Directory
from onrecord.resolve.actors.order import Order, outermost
from onrecord.resolve.actors.reading import Reading
from onrecord.resolve.actors.salience import FIRST_PLURAL, FIRST_SINGULAR, Prominent, Salience
from onrecord.resolve.actors.sentences import Sentences
from onrecord.resolve.actors.titles import Stage
from onrecord.resolve.actors.unnamed import Unnamed
from onrecord.resolve.actors.whereabouts import Whereabouts

DEFINITE = frozenset({"the", "these"})
_PEOPLE = (MentionKind.NAMED, MentionKind.TITLE)
COUPLE = frozenset({"the", "two", "both", "of", "them", "pair"})


class Scene:
    """Reads the mentions of one document. Pronouns are read in reading order, after what stands before them."""

    def __init__(self, extraction: Extraction, document: Document, known: Directory) -> None:
        self._order = Order(extraction, document.text)
        mentions = self._order.all
        self.directory = known
        self.cast = Cast((one for one in mentions if self._order.meant(one) is None), known)
        self._bodies = Bodies(mentions, known)
        self._stage = Stage(self.cast, known)
        self.whereabouts = Whereabouts(document, self._stage, self._bodies, self._order, self.read)
        self.unnamed = Unnamed(document.text, self._bodies, self._stage, self._order, self.read)
        self._sentences = Sentences(document.text)
        self._salience = Salience(extraction.statements, self._sentences)
        self._said: dict[str, Statement] = {}
        self._read: dict[tuple[int, int], Reading] = {}
        self.company = Company()
        self._spokesperson = spokesperson(document, mentions)
        self._author = signed(document, mentions, self._by_name)
        self.is_in_first_person = has_own_voice(document, mentions, extraction.statements, self._salience)
        if self.is_in_first_person and not self._author.actors:
            self._author = issued_together(document, mentions, known)
        self._stage.count(self._country_named(mention) for mention in extraction.mentions)
        for event in extraction.events:
            self._raise_company(event)
        self._raise_subjects(mentions)

    def _country_named(self, mention: Mention) -> str | None:
        if mention.kind is MentionKind.NAMED and self._order.meant(mention) is None:
            member, _ = self.cast.named(mention)
            return member.country if member is not None else mention.country
        return mention.country

    def _raise_subjects(self, mentions: Iterable[Mention]) -> None:
        for mention in mentions:
            is_owned = mention.exact.lower().startswith(OWNING)  # "their citizens": who owns them is spoken of
            if mention.subject and not is_owned and not self._salience.is_reported(mention):
                is_pronoun = mention.kind is MentionKind.PRONOUN
                reading = self._salience.antecedent(mention) if is_pronoun else self.read(mention)
                if reading.actors or not is_pronoun:
                    self._raise(mention, mention.start, self.unnamed.read(reading, mention), speaks=False)
                if not is_pronoun and not self._is_person(mention, reading):
                    self._raise_owner(mention)

    def _raise_owner(self, mention: Mention) -> None:
        """After "Holm's proposal failed", "she" can mean Holm."""
        for one in self._order.within(mention)[:1]:
            if one.kind is MentionKind.NAMED and one.start == mention.start:
                self._raise(one, one.start, self.read(one), speaks=False)

    def _raise_company(self, event: Event) -> None:
        """After "Holm met Lind", "they" can mean both; who met must be named, and the text itself must tell it."""
        if event.type is not EventType.CONSULT or self._salience.is_reported(event.trigger):
            return
        sides = [
            tuple(actor for one in side for actor in self._met(one))
            for side in (event.source_mentions, event.target_mentions)
        ]
        actors = tuple(dict.fromkeys(actor for side in sides for actor in side))
        if all(sides) and len(actors) > 1:
            self.company.add(event.trigger.start, actors)
            self._raise(None, event.trigger.start, Reading(actors=actors, rule=""), speaks=False)

    def _met(self, mention: Mention) -> tuple[str, ...]:
        """Who it is that met somebody: people by name or title, and who writes "I"."""
        if mention.kind in _PEOPLE:
            return self.read(mention).actors
        is_own = mention.exact.lower() in FIRST_SINGULAR | FIRST_PLURAL
        return self._author.actors if is_own and len(self._author.actors) == 1 else ()

    def together(self, statement: Statement, reading: Reading) -> Reading:
        """For "we agreed" in somebody's own account of a meeting, those who met; else the reading."""
        mention, cue = statement.speaker_mention, statement.cue
        if mention is None or cue is None or mention.exact.lower() not in FIRST_PLURAL or not is_past(cue):
            return reading
        met = self.company.before(mention.start)
        if len(reading.actors) != 1 or reading.actors[0] not in met or self._salience.is_reported(mention):
            return reading
        return Reading(actors=met, rule=SpeakerRule.PRONOUN_MET)

    def _raise(self, mention: Mention | None, place: int, reading: Reading, *, speaks: bool) -> None:
        """Makes whom a mention means prominent from a place on."""
        people = [self.cast.members.get(id) or self.directory.people.get(id) for id in reading.actors]
        known = [person.gender for person in people if person is not None]
        if not known and mention is not None:
            known = [self.directory.gender(mention)]
        self._salience.add(
            Prominent(
                place=place,
                reading=reading,
                genders=frozenset(gender for gender in known if gender is not None),
                people=self._is_person(mention, reading),
                plural=len(reading.actors) > 1 or (mention is not None and mention.plural),
                group=any(id in self.strangers and self.strangers[id].plural for id in reading.actors),
                speaks=speaks,
            )
        )

    def _is_person(self, mention: Mention | None, reading: Reading) -> bool:
        if reading.actors:
            people = (self.cast.members, self.directory.people, self._bodies.people)
            return any(id in known for id in reading.actors for known in people)
        if mention is None or mention.kind is MentionKind.INSTITUTION:
            return False
        noun = mention.office
        is_known = noun in self.directory.nouns or noun in self.directory.office_names
        return mention.kind is not MentionKind.ANONYMOUS or noun is None or is_known  # no "inexperience"

    def said(self, statement: Statement) -> None:
        """Keeps who said something: a pronoun after it can mean them."""
        self._said[statement.id] = statement
        if statement.speakers or statement.speaker_country:
            mention = statement.speaker_mention
            reading = Reading(actors=statement.speakers, country=statement.speaker_country, rule="")
            place = statement.content[-1].end if mention is None else mention.start
            if mention is not None:
                self.whereabouts.spoke(mention, statement.speaker_country)
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
        if mention.plural or set(mention.exact.lower().split()) <= COUPLE:
            return self._several(mention)
        if mention.kind is MentionKind.NAMED:
            return self._named(mention)
        if mention.kind in (MentionKind.TITLE, MentionKind.ANONYMOUS) and (beside := self._order.name_beside(mention)):
            return self._stage.named_beside(self._named(beside), mention)
        if mention.kind is MentionKind.TITLE:
            if self._order.is_of_a_stranger(mention):
                return Reading(rule=SpeakerRule.TITLE_NOBODY)
            owner = next((self.cast.members.get(id) for id in (by or self._owner(mention)).actors), None)
            return self._stage.titled(mention, owner)
        if mention.kind is MentionKind.INSTITUTION:
            reading = self._bodies.institution(mention)
            return reading if reading.actors or reading.country else self._issuer(mention) or reading
        return Reading(country=mention.country, rule=SpeakerRule.ANONYMOUS)

    def _owner(self, mention: Mention) -> Reading:
        """Whose counterpart somebody is: "his counterpart" at a statement's own cue."""
        owner = next((one for one in self._order.within(mention) if one.start == mention.start), None)
        is_counterpart = owner is not None and self.directory.is_counterpart(mention.office or "")
        return self.read(owner) if owner is not None and is_counterpart else Reading(rule="")

    def _issuer(self, mention: Mention) -> Reading | None:
        """Who speaks in a document: "the statement" after "the ministry said in a statement"."""
        if not self._bodies.is_document(mention.office):
            return None
        subject = issuer(mention, self._order, self._sentences)
        reading = self.read(subject) if subject is not None else None
        if reading is not None and reading.actors:
            return replace(reading, rule=SpeakerRule.DOCUMENT_ISSUER)
        return self._bodies.written_for(reading.country, mention) if reading is not None and reading.country else None

    def _by_name(self, mention: Mention) -> Reading:
        return self._stage.titled(mention) if mention.kind is MentionKind.TITLE else self._named(mention)

    def _named(self, mention: Mention) -> Reading:
        body = self._order.meant(mention)
        if body is not None:
            return self._bodies.institution(body)
        member, rule = self.cast.named(mention)
        if member is None:
            return Reading(country=mention.country, rule=rule)
        return Reading(actors=(member.id,), country=member.country, rule=rule)

    def _several(self, mention: Mention) -> Reading:
        """A joined phrase is its parts; "both sides" and "the two presidents" are the document's two parties."""
        parts = self._order.within(mention)
        if set(mention.exact.lower().split()) <= COUPLE:
            return self._both(mention, ())
        if mention.office is None or mention.kind is MentionKind.NAMED:
            return self._joined(mention, parts)
        countries = [one.country for one in parts if one.kind is MentionKind.INSTITUTION and one.country]
        sides = self._is_side(mention) and DEFINITE & {word.lower() for word in mention.exact.split()}
        titles = len(countries) > 1 or mention.kind is MentionKind.TITLE
        states = nationals(mention, self.directory.nationalities)
        if mention.country is None and (sides or titles or (are_two(mention) and not states)):
            return self._both(mention, list(dict.fromkeys(countries)))
        if mention.kind is MentionKind.INSTITUTION and not self._is_side(mention):
            return self._bodies.institution(mention)
        if states:
            actors = tuple(self._bodies.stranger(name, state, plural=True) for name, state in states)
            return Reading(actors=actors, rule=SpeakerRule.ANONYMOUS_EACH)
        return Reading(country=mention.country, rule=SpeakerRule.ANONYMOUS)

    def _both(self, mention: Mention, countries: Sequence[str]) -> Reading:
        """The document's two parties, or else the two who met last before; of three or more who met, all."""
        both = self._stage.both(mention, countries)
        met = self.company.before(mention.start)
        if len(met) > 2 and not are_two(mention) and (self._is_side(mention) or self._stage.is_any_leader(mention)):
            return everybody(met, [self.country(one) for one in met] if self._is_side(mention) else [])
        if len(met) != 2 or (both.actors and mention.office not in COUPLE):
            return both
        if self._is_side(mention):
            states = tuple(code for code in map(self.country, met) if code is not None)
            return Reading(actors=states, rule=SpeakerRule.BOTH_STATES_MET) if len(set(states)) == 2 else both
        return Reading(actors=met, rule=SpeakerRule.BOTH_MET)

    def who_met(self, place: int) -> Reading:
        """The two who met last before a place; nobody where no two did."""
        met = self.company.before(place)
        return Reading(actors=met if len(met) == 2 else (), rule=SpeakerRule.BOTH_MET)

    def _is_side(self, mention: Mention) -> bool:
        return self.directory.nouns.get(mention.office or "") is Referent.SIDE

    def _joined(self, mention: Mention, parts: Iterable[Mention]) -> Reading:
        readings = [self._part(part) for part in outermost(parts)]
        actors = tuple(dict.fromkeys(actor for reading in readings for actor in reading.actors))
        return Reading(actors=actors, country=mention.country, rule=SpeakerRule.JOINED)

    def _part(self, part: Mention) -> Reading:
        """Whom a part of a joined phrase means; a group without a name is an actor beside the other part."""
        reading = self.read(part)
        if reading.actors or part.kind in (MentionKind.PRONOUN, MentionKind.NAMED):
            return reading
        located = self.whereabouts.located(reading, part)
        actor = self._bodies.stranger(description(part), located.country, plural=part.plural)
        return replace(located, actors=(actor,))

    def _pronoun(self, mention: Mention) -> Reading:
        word = mention.exact.split()[0].lower()
        if word not in FIRST_SINGULAR and word not in FIRST_PLURAL:
            return self._salience.antecedent(mention)
        if not self._salience.is_reported(mention):
            is_unclear = word in FIRST_SINGULAR and len(self._author.actors) > 1
            return Reading(rule=SpeakerRule.PRONOUN_UNSIGNED) if is_unclear else self._author
        around = [self._said[id] for id in self._salience.around(mention) if id in self._said]
        if not around or word not in FIRST_SINGULAR:
            return Reading(rule=SpeakerRule.PRONOUN_UNCLEAR)
        return Reading(
            actors=around[-1].speakers,
            country=around[-1].speaker_country,
            rule=SpeakerRule.PRONOUN_AROUND,
        )

    def is_nested(self, statement: Statement) -> bool:
        """Whether a statement stands inside what another one reports."""
        mention = statement.speaker_mention
        return mention is not None and self._salience.is_reported(mention)

    def relayed_by(self, statement: Statement, before: Statement | None) -> str | None:
        """Who passes a statement on that names no relay: who speaks around it, who relayed the speaker just before,
        or else to whom the whole text is attributed."""
        mention = statement.speaker_mention
        around = [self._said[id] for id in self._salience.around(mention) if id in self._said] if mention else []
        relay = self.read(self._spokesperson).actors[:1] if self._spokesperson is not None else ()
        if around:
            relay = around[-1].speakers if len(around[-1].speakers) == 1 else ()
        elif statement.speaker_basis is MentionKind.PRONOUN and before is not None and before.via is not None:
            relay = (before.via,) if before.speakers == statement.speakers else relay
        return next((actor for actor in relay if actor not in statement.speakers), None)

    def country(self, actor: str) -> str | None:
        """The country that an actor acts for."""
        return self.whereabouts.of(actor)

    @property
    def strangers(self) -> Mapping[str, Stranger]:
        """The bodies and groups that only the text knows."""
        return self._bodies.strangers
