"""The closed sets: kinds of blocks, findings, mentions and actors, manners, acts, event types and statuses."""

from enum import StrEnum


class BlockKind(StrEnum):
    """What part of a page a stretch of text is."""

    HEADLINE = "headline"
    BYLINE = "byline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"


class FindingKind(StrEnum):
    """What can be wrong with a text."""

    FURNITURE = "furniture"  # belongs to the page and not to the article; it is not read
    GARBLED = "garbled"  # words glued in or torn out: what stands there cannot be trusted
    QUOTES = "quotes"  # a quotation mark without its partner
    MOJIBAKE = "mojibake"  # text decoded wrongly somewhere on its way; repaired
    ENCODING = "encoding"  # bytes that fit no encoding we know; replaced
    CONTROL = "control"  # control, bidirectional or zero-width characters
    LANGUAGE = "language"  # not the language that the pipeline reads
    CUT_SHORT = "cut_short"  # the article ends before its end
    NO_DATE = "no_date"  # nothing says when it was published
    NO_ARTICLE = "no_article"  # a page in which no article was found; all its text was taken
    UNKNOWN_NAME = "unknown_name"  # a speaker that nothing introduces
    UNRESOLVED_DATE = "unresolved_date"  # "Monday" with nothing to anchor it
    FUTURE_DATE = "future_date"  # told as past, on a day after the text came out


class MentionKind(StrEnum):
    """How words point at somebody; also the basis of a statement's speaker."""

    NAMED = "named"  # "Wang Yi", "President Xi"
    TITLE = "title"  # "the Secretary", "the two presidents"
    PRONOUN = "pronoun"  # "he", "we"
    INSTITUTION = "institution"  # states, ministries, "both sides", "the statement"
    ANONYMOUS = "anonymous"  # "a senior official"
    CONTINUED = "continued"  # no mention: the sentence goes on for the speaker before
    NONE = "none"  # no mention: the text names nobody


class Manner(StrEnum):
    """How much of a statement's content stands in quotation marks: all, a part, nothing."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Act(StrEnum):
    """What a speaker does by saying it."""

    ASSERT = "assert"
    REAFFIRM = "reaffirm"
    DENY = "deny"
    ACCUSE = "accuse"
    DEMAND = "demand"
    WARN = "warn"
    PROMISE = "promise"
    PROPOSE = "propose"
    WELCOME = "welcome"
    REGRET = "regret"
    ASK = "ask"
    DECLINE = "decline"
    PRAISE = "praise"


class Modality(StrEnum):
    """How what was said stands to the facts, after Palmer 2001, Mood and Modality; his terms in brackets."""

    NONE = "none"  # stated as a fact (declarative)
    POSSIBLE = "possible"  # "may", "can", "possible" (speculative, abilitive, permissive)
    EXPECTED = "expected"  # "will" of others, "is likely to" (assumptive)
    NECESSARY = "necessary"  # "must", "should", and what is demanded (obligative)
    INTENDED = "intended"  # what the speaker will do: "we will", "is ready to" (commissive, volitive)
    DESIRED = "desired"  # "hopes that", and what is asked for (optative)
    CONDITIONAL = "conditional"  # only if something else holds (conditional)


class Attitude(StrEnum):
    """What is reported of somebody who is not said to have spoken, after Prasad et al. 2007 (types of attribution)."""

    BELIEF = "belief"  # "believes", "expects", "considers"
    INTENT = "intent"  # "wants", "plans", "hopes"
    FEELING = "feeling"  # "fears", "is concerned"
    STANCE = "stance"  # "supports", "opposes"


class EventType(StrEnum):
    """PLOVER's sixteen event types."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """Whether an event took place, by the text's own words."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class IssueBasis(StrEnum):
    """Where it is read from what a record is about."""

    WORDS = "words"  # its own
    SENTENCE = "sentence"  # the rest of its sentence
    BEFORE = "before"  # what was said before it in the paragraph
    PARAGRAPH = "paragraph"  # the rest of its paragraph
    HEADING = "heading"  # the heading over it
    TEXT = "text"  # what most of the text is about
    PERSON = "person"  # a person who corrected it


class OccasionBasis(StrEnum):
    """Where it is read from on what occasion something was said."""

    WORDS = "words"  # around its own cue
    SPEECH = "speech"  # of the statement before, with which the same speaker goes on
    READOUT = "readout"  # the text is an account of one meeting, and the speaker took part


class ActorKind(StrEnum):
    """What an actor is."""

    STATE = "state"
    INSTITUTION = "institution"
    ORGANISATION = "organisation"  # international
    OFFICE = "office"  # whoever holds it
    PERSON = "person"
    GROUP = "group"
    DOCUMENT = "document"  # a statement or readout that speaks for an institution


class EntryKind(StrEnum):
    """What an entry of the knowledge base is; the order is that in which entries that match alike are shown."""

    STATE = "state"
    ORGANISATION = "organisation"
    INSTITUTION = "institution"
    GROUP = "group"
    PERSON = "person"
    OFFICE = "office"
    PLACE = "place"
