"""Speech that goes on without a cue of its own: in quotation marks, and in a readout's "Wang said that A. B. C."."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from spacy.tokens import Doc, Span, Token

from onrecord.annotate.columns import columns
from onrecord.annotate.grammar import children, subject
from onrecord.annotate.nlp import places
from onrecord.extract.statements.alone import quotations_alone
from onrecord.extract.statements.report import Reading, Report
from onrecord.model import MentionKind
from onrecord.model.rules import StatementRule

LONGEST_NAME = 5  # tokens of a quotation, its marks among them, that can be a name or a title
READOUT_QUOTES = 0.2  # share of sentences with quotations above which a text is news and not a readout
READOUT_REPORTS = 0.4  # share of paragraphs that report speech below which a text is no readout,
READOUT_SENTENCES = 0.3  # unless this share of its sentences do: one long paragraph below a headline
STOPS = frozenset(".?!")
OWN = frozenset({"i", "we", "us", "our", "my"})  # outside quotation marks only the speaker speaks of himself so
TELLERS = frozenset({"he", "she"})  # "they talked about it" often tells of people at large
CLAUSAL = (
    StatementRule.CLAUSE,
    StatementRule.NOUN,
)  # after "affirmed the partnership" the readout's own voice goes on
TURNS = (StatementRule.COLON, StatementRule.TURN)  # these hold all that the speaker says


def continued_reports(doc: Doc, reports: Sequence[Report], reading: Reading) -> Iterator[Report]:
    """Reports for sentences that go on with the speech before them: clauses, then quotations."""
    sentences = list(_parted(doc, reading))
    held = {index for report in reports for index in report.content}
    narrated = [
        report
        for report in reports
        if not _is_inside(report, reading) and (report.via is None or held.isdisjoint(report.cue))
    ]
    clauses: list[Report] = []
    if _is_readout(doc, sentences, told := _told(sentences, narrated)):
        clauses = list(_clauses(doc, sentences, told, reading))
        told = _told(sentences, sorted([*narrated, *clauses], key=Report.start))
    yield from clauses
    yield from quotations_alone(doc, sentences, told, reading)


def _parted(doc: Doc, reading: Reading) -> Iterator[Span]:
    """The sentences, parted where a quotation ends one: a parser often takes "'We stay.' He left." for one."""
    ends = {quotation.end for quotation in reading.spans if _ends_sentence(quotation)}
    bounds = sorted(ends.union(*set(columns(doc).sentences)))
    return (Span(doc, start, end) for start, end in pairwise(bounds))


def _ends_sentence(quotation: Span) -> bool:
    """Whether a quotation ends with a stop of its own and another sentence begins after it."""
    after = quotation.doc[quotation.end : quotation.end + 1].text
    return len(quotation) > 1 and quotation[-2].text in STOPS and after[:1].isupper()


def _is_inside(report: Report, reading: Reading) -> bool:
    """Whether a report's own cue is somebody's quoted words; a label in a transcript is not."""
    return bool(report.cue) and report.rule not in TURNS and reading.number[report.cue[0]] >= 0


def _told(sentences: Sequence[Span], reports: Sequence[Report]) -> list[list[Report]]:
    """The reports of which each sentence holds a part."""
    number_of = [number for number, sentence in enumerate(sentences) for _ in range(len(sentence))]
    told: list[list[Report]] = [[] for _ in sentences]
    for report in reports:
        for number in {number_of[index] for index in (*report.content, *report.cue)}:
            told[number].append(report)
    return told


def _clauses(
    doc: Doc, sentences: Sequence[Span], told: Sequence[Sequence[Report]], reading: Reading
) -> Iterator[Report]:
    """Sentences of a readout that go on with the speech reported before them in their paragraph."""
    blocks = places(doc).blocks
    pairs = zip(sentences, told, strict=True)
    for _, paragraph in groupby(pairs, key=lambda pair: blocks[pair[0].start]):
        yield from map(_continued, _going_on(paragraph, reading))


def _going_on(paragraph: Iterable[tuple[Span, Sequence[Report]]], reading: Reading) -> Iterator[Span]:
    """The sentences of a paragraph that the speaker before them goes on with.

    A narrator of a past meeting uses the past tense and never "we": a sentence in another tense, or in the first
    person, is the speaker's. So are sentences between two of these.
    """
    waiting: list[Span] = []
    is_open = False
    for sentence, reports in paragraph:
        if reading.number[sentence.start] >= 0 or any(report.rule in TURNS for report in reports):
            waiting, is_open = [], False  # after a quotation the narrator takes over
        elif narrated := [report for report in reports if _is_narrated(report, sentence)]:
            waiting, is_open = [], any(_is_open(report, sentence.doc, reading) for report in narrated)
        elif _is_told(sentence, reading):
            waiting, is_open = [], False
        elif is_open and _is_speakers_own(sentence, reading):
            yield from (*waiting, sentence)
            waiting = []
        else:
            waiting = [*waiting, sentence] if is_open and not reports else []


def _is_told(sentence: Span, reading: Reading) -> bool:
    """Whether the narrator goes on to tell what was said, without the words: "Trade was also discussed"."""
    return sentence.root.i in reading.cues and not _is_unshifted(sentence.root)


def _is_open(report: Report, doc: Doc, reading: Reading) -> bool:
    """Whether the narrator may go on in the speaker's words: after a clause that is no quotation, or an account."""
    return (report.rule in CLAUSAL or _is_account(report, doc, reading)) and any(
        reading.number[index] < 0 for index in report.content
    )


def _is_account(report: Report, doc: Doc, reading: Reading) -> bool:
    """Whether what is told is named, and then told: "Varga informed him about the flood. The river is rising"."""
    if report.rule != StatementRule.OBJECT or report.speaker is None:
        return False
    teller = report.speaker.root
    if teller.pos_ == "PRON" and teller.lower_ not in TELLERS:
        return False  # "let's talk about the flood"
    return any(doc[index].lemma_ in reading.accounts for index in report.cue)


def _continued(sentence: Span) -> Report:
    content = tuple(token.i for token in sentence)
    return Report(rule=StatementRule.CONTINUED_CLAUSE, content=content, basis=MentionKind.CONTINUED)


def _is_narrated(report: Report, sentence: Span) -> bool:
    """Whether a report's cue stands in the sentence and is the narrator's: "Wang said", not Wang's "China hopes"."""
    return (
        bool(report.cue)
        and sentence.start <= report.cue[0] < sentence.end
        and not _is_unshifted(sentence.doc[report.cue[0]])
    )


def _is_speakers_own(sentence: Span, reading: Reading) -> bool:
    root = sentence.root
    if root.pos_ not in ("VERB", "AUX"):
        return False
    if any(token.lower_ in OWN and reading.number[token.i] < 0 for token in sentence):
        return True
    return _is_unshifted(root) and subject(root) is not None


def _is_unshifted(verb: Token) -> bool:
    """Present, future or modal: what the narrator of a past meeting does not use."""
    auxiliaries = list(children(verb, "aux", "auxpass"))
    finite = next((token for token in auxiliaries if token.tag_ in ("MD", "VBP", "VBZ", "VBD")), verb)
    return finite.tag_ in ("MD", "VBP", "VBZ")


def _is_readout(doc: Doc, sentences: Sequence[Span], told: Sequence[Sequence[Report]]) -> bool:
    """Whether a text reports speech in most paragraphs without quoting it, as official readouts do."""
    blocks = places(doc).blocks
    quoting = {span.sent.start for span in doc.spans["quotes"] if len(span) > LONGEST_NAME}
    reporting = {blocks[sentence.start] for sentence, reports in zip(sentences, told, strict=True) if reports}
    paragraphs = {blocks[sentence.start] for sentence in sentences}
    is_reported = len(reporting) >= READOUT_REPORTS * len(paragraphs) or _is_narration(doc, sentences, told)
    return is_reported and len(quoting) <= READOUT_QUOTES * len(sentences) and _is_in_past(sentences, told, blocks)


def _is_narration(doc: Doc, sentences: Sequence[Span], told: Sequence[Sequence[Report]]) -> bool:
    """Whether many sentences tell who said what, and none is in the first person, as those of a speech are."""
    places_of = columns(doc).places
    own = {index for word in OWN for index in places_of.get(word, ())}
    if not own <= {index for span in doc.spans["quotes"] for index in range(span.start, span.end)}:
        return False
    pairs = zip(sentences, told, strict=True)
    narrated = sum(any(_is_narrated(report, sentence) for report in reports) for sentence, reports in pairs)
    return narrated >= READOUT_SENTENCES * len(sentences)


def _is_in_past(sentences: Sequence[Span], told: Sequence[Sequence[Report]], blocks: Sequence[int]) -> bool:
    """Whether the narrator tells what has happened, and does not declare: "We affirm", "Norland welcomes".

    By the cues, and by how paragraphs open; the first line may be a headline, which is in the present.
    """
    openings = [next(paragraph).root for _, paragraph in groupby(sentences, key=lambda one: blocks[one.start])]
    cues = [
        one.doc[report.cue[0]] for one, reports in zip(sentences, told, strict=True) for report in reports if report.cue
    ]
    verbs = [verb for verb in (*openings[1:], *cues) if verb.pos_ in ("VERB", "AUX")]
    return 2 * sum(_is_unshifted(verb) for verb in verbs) <= len(verbs)
