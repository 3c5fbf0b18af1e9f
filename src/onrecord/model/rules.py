"""The names of the rules that make records, as `rule`, `speaker_rule`, `source_rules`, `date_basis` and `basis` have
them.

docs/rules.md tells of each what it gives, with an example.
"""

from enum import StrEnum


class StatementRule(StrEnum):
    """By what form of words a statement was found: its `rule`.

    A cue phrase gives a rule of its own name, `phrase_rule`; an event is named by its frame: "event/verb:meet".
    """

    CLAUSE = "statement/clause"
    PERSON_INFINITIVE = "statement/person-infinitive"
    INFINITIVE = "statement/infinitive"
    AS = "statement/as"
    OBJECT = "statement/object"
    QUOTATION = "statement/quotation"
    NOUN = "statement/noun"
    COLON = "statement/colon"
    TURN = "statement/turn"
    DASH = "statement/dash"
    BESIDE = "statement/beside"
    LEAD_IN = "statement/lead-in"
    QUOTATION_ALONE = "statement/quotation-alone"
    NARRATED = "statement/narrated"
    CONTINUED_CLAUSE = "statement/continued-clause"


def phrase_rule(phrase: str) -> str:
    """The rule of a cue phrase: "according to" gives "statement/according-to"."""
    return f"statement/{phrase.replace(' ', '-')}"


class SpeakerRule(StrEnum):
    """By what a speaker was chosen, or why nobody was: its `speaker_rule`; a `CountryRule` may follow."""

    NAME_KNOWN = "name: knowledge base"
    NAME_NEARBY = "name: of two people of this name the one named nearby"
    NAME_BEFORE = "name: introduced in this document"
    NAME_OF_TWO = "name: two people of this name in the document"
    NAME_IN_SHORT = "name: in short in the knowledge base"
    SURNAME = "surname: the only one of the name in the knowledge base"
    NAME_INTRODUCED = "name: introduced by the text"
    NAME_ONLY = "name: named only by the text"
    TITLE_IN_DOCUMENT = "title: who holds it in this document"
    TITLE_FIRST = "title: of several holders the one named first"
    TITLE_MOST = "title: of several holders the one named most"
    TITLE_NEAREST = "title: of several holders the only one named nearby"
    TITLE_BESIDE = "title: the name that stands beside it"
    TITLE_SEVERAL = "title: several people hold it"
    TITLE_NOBODY = "title: nobody is named, and the words or the day are not enough"
    TITLE_NO_HOLDER = "title: nobody is named, and no one person is known to hold it"
    TITLE_ON_THE_DAY = "title: who held the office on the document's day"
    TITLE_DESCRIBED = "title: nobody is named, an actor by the words that tell it"
    TITLE_BEFORE = "title: the one told by this office before"
    COUNTERPART = "counterpart: the one of the other country with the same office"
    COUNTERPART_UNCLEAR = "counterpart: nobody or several of that country"
    BOTH_UNCLEAR = "both: more than two parties, or fewer"
    BOTH_STATES = "both: the two states that the document is about"
    BOTH_NO_HOLDERS = "both: no one person for each of the two"
    BOTH_HOLDERS = "both: who holds the office in each of the two states"
    BOTH_ONLY = "both: the only two in the document who hold the office"
    BOTH_BEFORE = "both: the only two states named just before"
    BOTH_MET = "both: the two who met"
    ALL_MET = "several: all who met"
    ALL_STATES_MET = "several: the states of all who met"
    BOTH_STATES_MET = "both: the states of the two who met"
    JOINED = "joined: each of its parts"
    PRONOUN_LAST = "pronoun: goes on with the last subject or speaker that agrees"
    PRONOUN_NOBODY = "pronoun: nobody before it agrees"
    PRONOUN_MET = "pronoun: who writes, with whom he met"
    PRONOUN_AROUND = "pronoun: who speaks the words around it"
    PRONOUN_UNCLEAR = "pronoun: nothing tells who speaks here"
    PRONOUN_TITLE_OF_TEXT = "pronoun: by whom the title says the text is"
    PRONOUN_SIGNED = "pronoun: who signs the text"
    PRONOUN_JOINT = "pronoun: those whose joint statement it is"
    PRONOUN_UNSIGNED = "pronoun: nobody signs the text"
    INSTITUTION_KNOWN = "institution: named"
    INSTITUTION_NAMED = "institution: named by the text"
    INSTITUTION_BEFORE = "institution: the one named before"
    INSTITUTION_WORDS = "institution: by its own words"
    INSTITUTION_DESCRIBED = "institution: described by the text"
    STATE_BEFORE = "institution: the one state named just before"
    FORM = "institution: the one state of this form"
    FORM_UNCLEAR = "institution: no one state of this form is named"
    DOCUMENT_BEFORE = "document: the one named before"
    DOCUMENT_STATE = "document: speaks for a state"
    DOCUMENT_ISSUER = "document: who issued it"
    DOCUMENT_UNCLEAR = "document: nothing tells whose"
    ANONYMOUS = "anonymous: a description and no name"
    ANONYMOUS_BEFORE = "anonymous: the one so called before"
    ANONYMOUS_EACH = "anonymous: those of each state"
    CONTINUED = "continued: the speaker of the statement before"
    CONTINUED_NOTHING = "continued: nothing stands before it"


class CountryRule(StrEnum):
    """By what somebody without a country of their own was given one: the end of a `speaker_rule`, after "; "."""

    OWNER = "country of whose it is"
    OTHER_PARTY = "country of the other party"
    SAME_NOUN = "country of those so called before"
    LAST_PLACE = "country of the place named before"
    SPEAKER_BEFORE = "country of who spoke before"
    BESIDE = "country of the body told beside the name"
    SUBJECT = "country of the subject of the sentence"
    TOLD_BEFORE = "country of the office told just before"
    SETTING = "country of the setting: nearly all that the text names is of it"
    RELAY = "country of who relays it"


INFERRED = "inferred: "  # how every `PartyRule` begins


class PartyRule(StrEnum):
    """By what a party of an event was inferred that no word of the event's own names: in its `source_rules` or
    `target_rules`, alone or after "; " at the end of the rule that read the mention."""

    PLACE = "inferred: of the place where it happened"
    EARLIER = "inferred: who acts in the clause before"
    OTHER_SIDE = "inferred: of the other side's state"
    ELSEWHERE = "inferred: those to whom the text tells of the same elsewhere"
    ANSWERED = "inferred: who did before what this pays back"
    THANKED = "inferred: who thanks whom for it"
    ADDRESSED = "inferred: whom the words address"
    SPEAKER = "inferred: who is reported to say it"
    INTERLOCUTORS = "inferred: the two who talk"
    TOGETHER = "inferred: with each other, who do it together"
    FOR_WHOM = "inferred: the state for which somebody says we"


class DateRule(StrEnum):
    """How a date was got, or why none was: the shapes of `date_basis`."""

    AS_WRITTEN = "{words}, as written"
    FROM_PUBLISHED = "{words}, from published {day}"
    FROM_BESIDE = "{words}, from {day} told of before it"
    OVER_PARAGRAPH = "{words}, over the paragraph"
    DATELINE = "{words}, in the line of day and place over the text"
    OCCASION = "the day of the {occasion}: {basis}"
    SPEECH = "of the speech before: {basis}"
    SAYING = "said then: {basis}"
    NO_ANCHOR = "{words}, with nothing to anchor it"
    NO_DAY = "{words}, which is no day"
    UNNAMED = "{words}, which names no day"
    NONE_BESIDE = "{words}, with no day before it"


class ActorRule(StrEnum):
    """Where an actor is known from: its `basis`."""

    KNOWN = "knowledge base"
    INTRODUCED = "introduced by the text"
    ONLY_NAMED = "named only by the text"
    UNNAMED = "told by the text without a name"
