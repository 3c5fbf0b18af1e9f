"""Quotations whose speaker stands beside them though no cue reports them.

"'Go back,' Varga barked", "Varga took the floor: 'Go back'": the mark between them says that the words are the
subject's, whatever the verb.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from onrecord.annotate.actors import actor_at
from onrecord.annotate.grammar import child, is_passive
from onrecord.annotate.nlp import places
from onrecord.extract.statements.report import Reading, Report
from onrecord.extract.statements.speakers import speaker_of, speaker_span
from onrecord.extract.statements.voices import can_speak, is_person
from onrecord.model.rules import StatementRule

STOPS = frozenset(".?!;")
SPOKEN_ENDS = frozenset({",", "?", "!", "…", "...", "—", "–", "-"})  # what spoken words end with before who says them
DASHES = frozenset({"—", "–", "-", "--"})
LEADS = frozenset({":", ","}) | DASHES  # what stands between who speaks and the words
NOBODY = frozenset({"it", "that", "this", "which", "what", "there"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
FEWEST_WORDS = 4  # of a quotation after a comma; fewer are a name or a title
LONGEST = 60  # tokens of the narrator's clause beside a quotation


def beside_reports(doc: Doc, reports: Sequence[Report], reading: Reading) -> Iterator[Report]:
    """A report for each quotation that no other holds and beside which somebody stands who speaks."""
    held = {
        reading.number[index]
        for report in reports
        for index in report.content
        if not report.cue or reading.number[report.cue[0]] != reading.number[index]
    }
    for number, quotation in enumerate(reading.spans):
        if number not in held:
            found = _after(doc, quotation, reading) or _lead_in(doc, quotation, reading)
            if found is not None:
                yield found


def _report(rule: StatementRule, quotation: Span, head: Token, cue: int) -> Report:
    content = tuple(range(quotation.start, quotation.end))
    speaker = speaker_span(head)
    if speaker.start < quotation.end and quotation.start < speaker.end:
        speaker = head.doc[head.i : head.i + 1]
    return Report(rule=rule, cue=(cue,), content=content, speaker=speaker)


def _after(doc: Doc, quotation: Span, reading: Reading) -> Report | None:
    """Who stands after spoken words, in the same sentence: "'...,' Varga barked", "'...!' beamed Varga"."""
    first = quotation.end
    is_spoken = len(quotation) > 2 and quotation[-2].text in SPOKEN_ENDS
    if first < len(doc) and doc[first].text == ",":
        first, is_spoken = first + 1, True
    end = _clause_end(doc, first, reading)
    if not is_spoken or end <= first or not _opens_sentence(doc, quotation):
        return None
    if doc[first].text[0].isupper() and doc[first].pos_ != "PROPN":
        return None  # another sentence: "'Who will pay?' The crowd cheered"
    verb = next((token for token in doc[first:end] if _is_main(token)), None)
    head = _who(verb, reading)
    if verb is not None and head is not None and first <= head.i < end:
        return _report(StatementRule.BESIDE, quotation, head, verb.i)
    named, cue = actor_at(doc[first]), next((index for index in range(first, end) if index in reading.cues), None)
    if named is None or cue is None or named.label_ != "person" or named.start != first:
        return None
    return _report(StatementRule.BESIDE, quotation, named.root, cue)


def _opens_sentence(doc: Doc, quotation: Span) -> bool:
    """Whether nothing of the narrator's stands before a quotation: it is no name in the narrator's sentence."""
    before, blocks = quotation.start - 1, places(doc).blocks
    return before < 0 or blocks[before] != blocks[quotation.start] or doc[before].text in STOPS or doc[before].is_quote


def _who(verb: Token | None, reading: Reading) -> Token | None:
    """Who does what a verb says, if it is somebody who can speak."""
    head = speaker_of(verb, reading) if verb is not None and not is_passive(verb) else None
    return head if head is not None and can_speak(head) and head.lower_ not in NOBODY else None


def _is_main(token: Token) -> bool:
    """Whether a verb is the narrator's own clause and no remark on somebody in it."""
    return token.pos_ in ("VERB", "AUX") and token.tag_ in FINITE and token.dep_ not in ("relcl", "acl", "advcl")


def _clause_end(doc: Doc, first: int, reading: Reading) -> int:
    """Where the narrator's words after a quotation end: with the sentence, the paragraph, or another quotation."""
    blocks = places(doc).blocks
    last = min(len(doc), first + LONGEST)
    for index in range(first, last):
        if blocks[index] != blocks[first - 1] or reading.number[index] >= 0 or doc[index].text in STOPS:
            return index
    return last


def _lead_in(doc: Doc, quotation: Span, reading: Reading) -> Report | None:
    """Who stands before spoken words: "Varga returned to her old line: '...'"; the colon may end a paragraph."""
    joint = quotation.start - 1
    blocks = places(doc).blocks
    if joint < 1 or doc[joint].text not in LEADS:
        return None
    is_colon = doc[joint].text == ":"
    if not is_colon and (blocks[joint] != blocks[quotation.start] or not _is_sentence(quotation)):
        return None
    if blocks[quotation.start] - blocks[joint] > 1:
        return None
    start = _clause_start(doc, joint, reading)
    verb = _leading(doc, start, joint)
    head = _who(verb, reading)
    if verb is not None and head is not None and start <= head.i < joint:
        return _report(StatementRule.LEAD_IN, quotation, head, verb.i)
    named = _person_before(doc, start, joint) if is_colon else None
    return _report(StatementRule.LEAD_IN, quotation, named, joint) if named is not None else None


def _is_sentence(quotation: Span) -> bool:
    words = [token for token in quotation if not token.is_punct]
    is_wordy = len(words) >= FEWEST_WORDS and any(token.tag_ in FINITE or token.tag_ == "MD" for token in words)
    return is_wordy and words[0].text[0].isupper()


def _clause_start(doc: Doc, joint: int, reading: Reading) -> int:
    blocks = places(doc).blocks
    start = joint
    while start > 0 and joint - start < LONGEST:
        before = start - 1
        if blocks[before] != blocks[joint] or reading.number[before] >= 0 or doc[before].text in STOPS:
            break
        start = before
    return start


def _leading(doc: Doc, start: int, joint: int) -> Token | None:
    """The verb nearest before the joint, or the one whose clause it stands in: "he suggested she was late: '...'"."""
    verb = next((doc[index] for index in range(joint - 1, start - 1, -1) if _is_clausal(doc[index])), None)
    while verb is not None and verb.dep_ == "ccomp" and start <= verb.head.i < verb.i:
        verb = verb.head
    return verb


def _is_clausal(token: Token) -> bool:
    """Whether a verb makes a clause of its own: finite, or with its own subject where the tagger errs."""
    is_verb = token.pos_ in ("VERB", "AUX") and token.dep_ not in ("relcl", "acl", "aux", "auxpass")
    return is_verb and (token.tag_ in FINITE or child(token, "nsubj") is not None)


def _person_before(doc: Doc, start: int, joint: int) -> Token | None:
    """The person named right before a colon: "It does not surprise Anna Varga: '...'"."""
    last = doc[joint - 1]
    return last if last.i >= start and last.pos_ == "PROPN" and last.dep_ != "pobj" and is_person(last) else None
