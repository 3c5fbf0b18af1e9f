"""The statements that a brief may tell: each once, without those that another one holds, ranked by weight."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import Act, Document, Evidence, IssueBasis, Manner, Statement
from onrecord.views.brief import Part, PartKind
from onrecord.views.cast import flat, may_be_one_person, relay_name, speaker_countries, speaker_name
from onrecord.views.key_points.draft import Draft, joined
from onrecord.views.key_points.reading import Reading
from onrecord.views.key_points.wording import has_telling_cue, receipt, statement_parts, words_of

REPLACES = 0.65  # of a report that the words of others in it must fill before these are told in its place
SAME_WORDS = 0.75  # of the shorter of two statements' words that the other must have to say the same
FEW_WORDS = 4  # under which likeness of words means nothing, and a statement says little
PLAIN_WORDS = 35  # over which a statement is no short line any more
MARKS = 3  # characters that a quotation may have around a content: a stop, two marks
DEPTH = 8  # reports within reports that are followed
OFF_TOPIC = 1.5  # less for what is not quoted and does not itself name the issue that it stands under
BARE_TOPIC = 1.0  # less for what was only "discussed" or "reviewed"
NOT_ATTRIBUTED = "speaker not named"

# How much a reader must know of an act; strong words first, courtesies last.
_WEIGHT = {
    Act.WARN: 3.0,
    Act.DEMAND: 3.0,
    Act.DENY: 2.5,
    Act.DECLINE: 2.5,
    Act.PROMISE: 2.5,
    Act.ACCUSE: 2.0,
    Act.PROPOSE: 1.5,
    Act.REAFFIRM: 1.5,
    Act.ASK: 1.0,
    Act.ASSERT: 0.5,
    Act.REGRET: 1.0,
    Act.WELCOME: 0.0,
    Act.PRAISE: -0.5,
}
AROUND = (IssueBasis.PARAGRAPH, IssueBasis.HEADING, IssueBasis.TEXT)
_QUOTED_BONUS = {Manner.DIRECT: 2.0, Manner.MIXED: 2.0, Manner.INDIRECT: 0.0}


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement as a brief tells it."""

    statement: Statement
    document: Document
    countries: tuple[str, ...]
    parts: tuple[Part, ...]
    weight: float

    @property
    def country(self) -> str | None:
        """The one side that it speaks for; None for a joint statement and for an unknown speaker."""
        return self.countries[0] if len(self.countries) == 1 else None

    @property
    def words(self) -> str:
        """Its words, without marks."""
        return words_of(self.parts)


def sayings(reading: Reading) -> tuple[Saying, ...]:
    """The statements to tell, in reading order.

    Of a statement inside another one the outer is told, unless the words of others fill most of it.
    """
    found: list[Saying] = []
    for record in reading.records:
        told = _outermost(record.statements, reading)
        found.extend(_saying(statement, record.document, reading) for statement in told)
    return tuple(saying for saying in found if saying.parts)


def saying_draft(saying: Saying, reading: Reading, note: str | None = None) -> Draft:
    """The line of a saying."""
    statement = saying.statement
    return Draft(
        parts=saying.parts,
        evidence=receipt(statement, saying.document),
        records=(statement.id,),
        country=saying.country,
        said_by=speaker_name(statement, reading.cast) or _unresolved(statement) or NOT_ATTRIBUTED,
        via=relay_name(statement, reading.cast),
        note=note,
    )


def _unresolved(statement: Statement) -> str | None:
    """The words that point at a speaker whom nothing tells: "they"."""
    mention = statement.speaker_mention
    return f"“{flat(mention.exact)}”, not resolved" if mention else None


def without_repeats(drafts: Iterable[Draft]) -> list[Draft]:
    """The lines with those of one side that say the same put together, at the place of the first."""
    groups: list[list[Draft]] = []
    for draft in drafts:
        alike = next((group for group in groups if _say_the_same(group[0], draft)), None)
        if alike is None:
            groups.append([draft])
        else:
            alike.append(draft)
    return [joined(group) for group in groups]


def are_alike(one: str, other: str) -> bool:
    """Whether the shorter of two texts has nearly all its words in the other, and both the same numbers."""
    ours, theirs = _words(one), _words(other)
    if any(word.isdigit() for word in ours ^ theirs):
        return False
    shorter = min(len(ours), len(theirs))
    if shorter < FEW_WORDS:
        return ours == theirs
    return len(ours & theirs) >= SAME_WORDS * shorter


def overlap(one: Iterable[Evidence], other: Iterable[Evidence]) -> int:
    """How many characters of the first passages lie in the second ones."""
    theirs = tuple(other)
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in theirs if a.doc_id == b.doc_id)


def length(passages: Iterable[Evidence]) -> int:
    """How many characters some passages have."""
    return sum(passage.end - passage.start for passage in passages)


def is_inside(one: Statement, other: Statement) -> bool:
    """Whether all of one stands in the other, but for a mark or a stop; of two at one place the first has the other."""
    inner, outer = length(one.content), length(other.content)
    if one.id == other.id or inner > outer or overlap(one.content, other.content) < inner - MARKS:
        return False
    return inner < outer or one.id > other.id


def _say_the_same(one: Draft, other: Draft) -> bool:
    """Whether two lines of one side, by one speaker as far as is known, have the same words.

    Of quotations the shorter must stand in the longer: other words are another wording, and worth a line.
    """
    names = (one.said_by or "", other.said_by or "")
    is_one_speaker = one.country == other.country and (names[0] == names[1] or may_be_one_person(*names))
    if not is_one_speaker or not are_alike(words_of(one.parts), words_of(other.parts)):
        return False
    ours, theirs = (_words(_quoted(draft.parts)) for draft in (one, other))
    return not (ours and theirs) or ours <= theirs or theirs <= ours


def _quoted(parts: Sequence[Part]) -> str:
    return words_of([part for part in parts if part.kind is PartKind.QUOTE])


def _outermost(statements: Sequence[Statement], reading: Reading) -> list[Statement]:
    """The statements without those that stand in another, and without those that others' words fill."""
    inner = _inner(statements)
    replaced = {outer.id for outer in statements if _is_filled(outer, inner[outer.id], reading)}
    hidden = {one.id for outer in statements if outer.id not in replaced for one in inner[outer.id]}
    return [one for one in statements if one.id not in replaced and one.id not in hidden]


def _inner(statements: Sequence[Statement]) -> dict[str, list[Statement]]:
    """For each statement those that stand in it; of many around one another only the nearest hold."""
    inner: dict[str, list[Statement]] = {statement.id: [] for statement in statements}
    around: list[Statement] = []
    for statement in sorted(statements, key=lambda one: (one.content[0].start, -one.content[-1].end)):
        start = statement.content[0].start
        around = [other for other in around if start < other.content[-1].end][-DEPTH:]
        for other in around:
            if is_inside(statement, other):
                inner[other.id].append(statement)
            elif is_inside(other, statement):
                inner[statement.id].append(other)
        around.append(statement)
    return inner


def _is_filled(outer: Statement, inner: Sequence[Statement], reading: Reading) -> bool:
    """Whether a report mostly gives the words of other people; a promise in it is told by who reports it."""
    speakers = speaker_name(outer, reading.cast)
    others = [one for one in inner if speaker_name(one, reading.cast) != speakers and one.act is not Act.PROMISE]
    filled = sum(overlap(_reported(one), outer.content) for one in others if not _has_holder(one, others))
    return filled >= REPLACES * length(outer.content)


def _reported(statement: Statement) -> tuple[Evidence, ...]:
    """The content with its cue: "stressed" is the reporter's word for what the other one did."""
    return (*statement.content, statement.cue) if statement.cue else statement.content


def _has_holder(one: Statement, others: Sequence[Statement]) -> bool:
    return any(is_inside(one, other) for other in others)


def _saying(statement: Statement, document: Document, reading: Reading) -> Saying:
    parts = statement_parts(statement, document, reading.words.plain_cues)
    countries = speaker_countries(statement, reading.cast)
    is_topic = statement.act is Act.ASSERT and has_telling_cue(statement, document, reading.words.plain_cues)
    weight = _weight(statement, parts) - BARE_TOPIC * (is_topic and statement.kind is Manner.INDIRECT)
    return Saying(statement, document, countries, parts, weight)


def _weight(statement: Statement, parts: Sequence[Part]) -> float:
    """How much a line is worth: strong acts, words in quotation marks, and neither a scrap nor a speech."""
    words = len(words_of(parts).split())
    quoted = sum(len(part.text.split()) for part in parts if part.kind is PartKind.QUOTE)
    weight = _WEIGHT[statement.act]
    weight += _QUOTED_BONUS[statement.kind] if quoted >= FEW_WORDS else 0.5 * bool(quoted)
    weight += 1.0 if FEW_WORDS < words <= PLAIN_WORDS else 0.0
    weight -= 1.5 if words < FEW_WORDS else 0.0
    weight -= 1.0 if not (statement.speakers or statement.speaker_country) else 0.0
    is_off_topic = statement.issues_basis in AROUND and statement.kind is Manner.INDIRECT
    weight -= OFF_TOPIC if is_off_topic else 0.0
    return weight - (1.0 if statement.negated else 0.0)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))
