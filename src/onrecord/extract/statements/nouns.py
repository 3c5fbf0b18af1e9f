"""Reports that a noun makes: "his claim that X", "expressed the hope that X", "Beijing's promise to do X"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.annotate.columns import columns
from onrecord.annotate.grammar import child, children, subtree, verb_group
from onrecord.extract.statements.cues import CueTable
from onrecord.extract.statements.report import Reading, Report
from onrecord.extract.statements.speakers import is_date, speaker_of, speaker_span
from onrecord.extract.statements.tails import reaching_on
from onrecord.extract.statements.voices import can_speak
from onrecord.lexicon.cues import Complement, Cue
from onrecord.model.rules import StatementRule

TOWARDS = frozenset({"for", "to"})  # before people these tell whom it was said to
ABOUT = frozenset({"for", "about", "against", "of", "on", "over", "to"})  # "made a call for peace"


def noun_reports(doc: Doc, table: CueTable, reading: Reading) -> Iterator[Report]:
    """One report for each cue noun that has both a speaker and what was said.

    What was said is a clause; after a light verb it may be a phrase: "made a call for peace", and with some nouns
    wherever they stand: "his call for peace".
    """
    read = columns(doc)
    for index, lemma in enumerate(read.lemmas):
        cue = table.nouns.get(lemma) if read.pos[index] == "NOUN" else None
        if cue is None or _verb_reports(noun := doc[index], reading) or child(noun, "nsubj") is not None:
            continue  # "made the return a promise": the noun is what the return is called
        verb = noun.head if noun.dep_ == "dobj" and noun.head.lemma_.lower() in table.light else None
        content = _content(noun, verb, cue, reading)
        speaker = _speaker(noun, verb, reading) if content else None
        if speaker is None or not can_speak(speaker):
            continue
        first = verb_group(verb)[0].i if verb is not None else noun.i
        yield Report(
            rule=StatementRule.NOUN,
            cue=tuple(range(first, noun.i + 1)),
            content=tuple(sorted(content)),
            speaker=speaker_span(speaker),
            act=cue.act,
        )


def _verb_reports(noun: Token, reading: Reading) -> bool:
    """Whether the noun is only what its verb reports: "affirmed their commitment to peace"."""
    head = noun.head
    return noun.dep_ == "dobj" and head.i in reading.cues and head.lemma_.lower() not in reading.light


def _content(noun: Token, verb: Token | None, cue: Cue, reading: Reading) -> set[int]:
    clause = noun_clause(noun)
    if clause is not None:
        content = {token.i for token in clause.subtree if token.i > noun.i}
        return content if verb is None else reaching_on(content, verb, reading)
    is_owned = verb is None and Complement.OBJECT in cue.takes
    if not is_owned and (verb is None or verb.i in reading.cues):
        return set()
    preps = (prep for head in (noun, verb) if head is not None for prep in children(head, "prep"))
    about = next((prep for prep in preps if _is_about(prep, noun)), None)
    return subtree(about) - {about.i} if about is not None else set()


def _is_about(prep: Token, noun: Token) -> bool:
    """Whether a preposition of the noun, or right after it, tells what was said: "commitments on trade"."""
    thing = child(prep, "pobj")
    if thing is not None and prep.lower_ in TOWARDS and can_speak(thing):
        return False  # "gave a statement to the press"
    is_next = prep.head == noun or prep.i == noun.i + 1
    return is_next and prep.lower_ in ABOUT and not is_date(prep)


def noun_clause(noun: Token) -> Token | None:
    """The clause that says it: introduced by "that", or an infinitive."""
    for clause in children(noun, "acl", "ccomp", "relcl"):
        mark = child(clause, "mark")
        is_that = mark is not None and mark.lower_ == "that"
        is_infinitive = clause.dep_ == "acl" and any(aux.lower_ == "to" for aux in children(clause, "aux"))
        if clause.i > noun.i and (is_that or is_infinitive):
            return clause
    return None


def _speaker(noun: Token, verb: Token | None, reading: Reading) -> Token | None:
    """Whose it is: the subject of the verb that only says that it is said, a possessor, or "by X".

    Who conveys another's belief speaks for him: "Varga conveyed Belm's belief that X".
    """
    owner = child(noun, "poss")
    if owner is not None and owner.lower_ == "your":
        return None
    conveying = speaker_of(verb, reading) if verb is not None else None
    if conveying is not None or owner is not None:
        return conveying or owner
    by = next((prep for prep in children(noun, "prep") if prep.lower_ in ("by", "from")), None)
    return child(by, "pobj") if by is not None else None
