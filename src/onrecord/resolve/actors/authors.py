"""Who speaks a text that says "I" and "we": who signs it, or the states whose joint statement it is."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from onrecord.lexicon.referents import Referent
from onrecord.model import Block, BlockKind, Document, Mention, MentionKind, Statement
from onrecord.model.rules import SpeakerRule, StatementRule
from onrecord.resolve.actors.bodies import DEFINITE
from onrecord.resolve.actors.directory import Directory
from onrecord.resolve.actors.order import Order
from onrecord.resolve.actors.reading import Reading
from onrecord.resolve.actors.salience import FIRST_PLURAL, FIRST_SINGULAR, Salience
from onrecord.resolve.actors.sentences import Sentences

SHORT = 120  # characters of a line that is a signature and no sentence
FEWEST_OWN = 5  # "I" and "we" of a text's own; fewer are slips of somebody's voice into a report
OWN_VOICE = 2 / 1000  # "I" and "we" a character; a readout in indirect speech has half as many, a speech more
BY = (" by ", "\nby ", "\nBy ")
JOINT = "joint"  # what several write together
HEAD = 3  # blocks in which a joint statement says whose it is


def signed(document: Document, mentions: Sequence[Mention], read: Callable[[Mention], Reading]) -> Reading:
    """Who signs a text that speaks in the first person: the one name of its byline or of its short last line.

    A first line that is nothing but a name and an office ("Ada Holm, Foreign Minister") is a byline too, and so is
    the end of a title that says by whom: "Address by the President of Denmark".
    """
    titled = next((one for one in mentions if _is_by(document, one)), None)
    if titled is not None and (reading := read(titled)).actors:
        return replace(reading, rule=SpeakerRule.PRONOUN_TITLE_OF_TEXT)
    ends = [block for block in document.blocks if block.kind is BlockKind.BYLINE] or document.blocks[-1:]
    short = [block for block in ends if block.end - block.start <= SHORT]
    first = {(block.start, block.end) for block in document.blocks[:1]}
    names = [
        read(mention)
        for mention in mentions
        if mention.kind is MentionKind.NAMED
        if (mention.start, mention.end) in first or any(_holds(block, mention) for block in short)
    ]
    if len({reading.actors for reading in names}) != 1:
        return Reading(rule=SpeakerRule.PRONOUN_UNSIGNED)
    return replace(names[0], rule=SpeakerRule.PRONOUN_SIGNED)


def spokesperson(document: Document, mentions: Iterable[Mention]) -> Mention | None:
    """To whom a text is attributed at its head: "The following is attributable to Spokesperson Ada Holm:"."""
    lines = [block for block in document.blocks[:HEAD] if block.end - block.start <= SHORT]
    colons = {block.end - 1: block.start for block in lines if document.text[block.end - 1] == ":"}
    ends = (one for one in mentions if one.kind is MentionKind.NAMED and colons.get(one.end, one.start) < one.start)
    return next(ends, None)


def has_own_voice(
    document: Document, mentions: Iterable[Mention], statements: Iterable[Statement], salience: Salience
) -> bool:
    """Whether "I" and "we" are often subjects outside what others are reported to say: a speech, an article."""
    reports = {
        one.id for one in statements if one.speaker_basis is not MentionKind.CONTINUED or one.rule == StatementRule.TURN
    }
    own = [
        mention
        for mention in mentions
        if mention.kind is MentionKind.PRONOUN and mention.subject
        if mention.exact.lower() in FIRST_SINGULAR | FIRST_PLURAL
        if reports.isdisjoint(salience.around(mention))
    ]
    return len(own) >= max(FEWEST_OWN, OWN_VOICE * len(document.text))


def issued_together(document: Document, mentions: Sequence[Mention], directory: Directory) -> Reading:
    """The states in whose names a joint statement speaks, by the sentence that begins a block at its head.

    "The following statement was released by the Governments of Denmark and Sweden."
    """
    sentences = Sentences(document.text)
    for block in document.blocks[:HEAD]:
        first = sentences.number(block.start)
        inside = [one for one in mentions if _holds(block, one) and sentences.number(one.start) == first]
        if any(directory.nouns.get(mention.office or "") is Referent.DOCUMENT for mention in inside):
            told = (mention.country for mention in inside)
            states = tuple(dict.fromkeys(code for code in told if code is not None and code in directory.states))
            if len(states) > 1:
                return Reading(actors=states, rule=SpeakerRule.PRONOUN_JOINT)
    return Reading(rule=SpeakerRule.PRONOUN_UNSIGNED)


def issuer(text: Mention, order: Order, sentences: Sentences) -> Mention | None:
    """The subject of the sentence that told of a text: for "the statement", who "said in a statement".

    A joint text is of those of whom its own sentence told before it: "when the two met, a joint statement said".
    """
    told = text if JOINT in text.exact.lower().split() else None
    if text.exact.lower().startswith(DEFINITE):
        told = next((one for one in order.before(text.start) if one.office == text.office), told)
    if told is None:
        return None
    sentence = sentences.number(told.start)
    for one in order.before(told.start):
        if sentences.number(one.start) != sentence:
            return None
        if one.subject and one.kind is not MentionKind.PRONOUN:
            return one
    return None


def _is_by(document: Document, mention: Mention) -> bool:
    """Whether a mention ends the title of a text after "by"."""
    if mention.plural or mention.kind not in (MentionKind.NAMED, MentionKind.TITLE):
        return False
    ends = {block.end for block in document.blocks[:1]}
    return mention.end in ends and document.text[: mention.start].endswith(BY)


def _holds(block: Block, mention: Mention) -> bool:
    return block.start <= mention.start and mention.end <= block.end
