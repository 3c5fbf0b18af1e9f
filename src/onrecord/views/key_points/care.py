"""TAKE CARE: what a careful reader would doubt, most important first."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.model import Document, Evidence, Finding, FindingKind, MentionKind, Record, Statement
from onrecord.model.days import in_words
from onrecord.views.brief import Part, SectionKind
from onrecord.views.cast import flat, listed, relay_country, relay_name, speaker_countries, speaker_name
from onrecord.views.key_points.draft import Draft, SectionDraft, field, joined, label
from onrecord.views.key_points.reading import Reading
from onrecord.views.key_points.sayings import overlap
from onrecord.views.key_points.wording import bare, cut
from onrecord.views.passages import passage

LINES = 12
EACH = 3  # findings of one kind that are told one by one; more are only counted
NAMES = 4  # unnamed sources that are listed; more are only counted
MARK = 2  # characters: a passage no longer than this is a mark and no word
GIVEN_DAY = "--published"  # the provenance of a day that no text states
WORDS = 70  # characters of a passage that are enough to find it by

_LABELS = {
    FindingKind.NO_ARTICLE: "no article was found on the page",
    FindingKind.LANGUAGE: "another language than the one that is read",
    FindingKind.CUT_SHORT: "the text is cut short",
    FindingKind.NO_DATE: "the text has no date",
    FindingKind.GARBLED: "garbled",
    FindingKind.UNKNOWN_NAME: "a name that nothing introduces",
    FindingKind.QUOTES: "a quotation mark without its partner",
    FindingKind.UNRESOLVED_DATE: "a day that nothing anchors",
    FindingKind.FUTURE_DATE: "told as past before its day",
    FindingKind.ENCODING: "bytes that could not be read",
    FindingKind.MOJIBAKE: "characters that were repaired",
    FindingKind.CONTROL: "hidden characters",
    FindingKind.FURNITURE: "page furniture that was not read",
}
_ORDER = tuple(_LABELS)


def care(reading: Reading, told: Sequence[Evidence] = ()) -> SectionDraft:
    """The doubts: what is wrong with the texts, then who speaks unnamed or only through another side.

    What is `told` as another side's words already is not told again.
    """
    found = [(finding, record.document) for record in reading.records for finding in record.findings]
    furniture = [pair for pair in found if pair[0].kind is FindingKind.FURNITURE]
    others = [pair for pair in found if pair[0].kind is not FindingKind.FURNITURE and not _is_given_a_day(*pair)]
    drafts = [
        *_finding_lines(others),
        *_given_days(reading.documents.values()),
        *_unresolved_days(reading.records, [pair[0] for pair in found]),
        *(draft for draft in _relayed(reading) if not all(overlap((one,), told) for one in draft.evidence)),
        *_unnamed(reading),
        *_unattributed(reading),
        *_finding_lines(furniture),
    ]
    return SectionDraft(
        kind=SectionKind.TAKE_CARE,
        title="Take care",
        drafts=tuple(drafts[:LINES]),
        left_out=max(0, len(drafts) - LINES),
    )


def _finding_lines(found: Sequence[tuple[Finding, Document]]) -> Iterator[Draft]:
    for kind in _ORDER:
        alike = [pair for pair in found if pair[0].kind is kind]
        if kind is FindingKind.FURNITURE or len(alike) > EACH:
            yield from _counted(kind, alike)
        else:
            yield from _once(_told(finding, document) for finding, document in alike)


def _once(drafts: Iterable[Draft]) -> list[Draft]:
    """The lines with those of the same words put together: two texts without a date are one doubt."""
    groups: dict[tuple[Part, ...], list[Draft]] = {}
    for draft in drafts:
        groups.setdefault(draft.parts, []).append(draft)
    return [joined(group) for group in groups.values()]


def _told(finding: Finding, document: Document) -> Draft:
    """The line of a finding; a detail that quotes the passage itself needs no more words."""
    evidence = _passages((finding, document))
    words = flat(_in_sight(evidence[0], document)) if evidence else ""
    if words and words in finding.detail:
        return Draft(parts=(field(finding.detail),), evidence=evidence)
    parts = [label(_LABELS[finding.kind])]
    if words:
        parts += [label(":"), field(_in_marks(words))]
    if finding.detail:
        parts += [label("–"), field(finding.detail)]
    return Draft(parts=tuple(parts), evidence=evidence)


def _in_sight(evidence: Evidence, document: Document) -> str:
    """The words of a passage; of a mere mark some words that lead to it too."""
    lead = document.text[max(0, evidence.start - WORDS // 2) : evidence.start]
    return evidence.exact if len(evidence.exact) > MARK else lead[lead.find(" ") + 1 :] + evidence.exact


def _counted(kind: FindingKind, alike: Sequence[tuple[Finding, Document]]) -> Iterator[Draft]:
    if alike:
        evidence = tuple(found for pair in alike for found in _passages(pair))
        count = "1 place" if len(alike) == 1 else f"{len(alike)} places"
        yield Draft(parts=(label(_LABELS[kind]), label(":"), field(count)), evidence=evidence[:EACH])


def _passages(found: tuple[Finding, Document]) -> tuple[Evidence, ...]:
    finding, document = found
    if finding.start is None or finding.end is None or finding.start >= finding.end:
        return ()
    return (passage(document, finding.start, finding.end),)


def _is_given_a_day(finding: Finding, document: Document) -> bool:
    """Whether a missing date was made good by whoever asked."""
    return finding.kind is FindingKind.NO_DATE and document.provenance.get("published") == GIVEN_DAY


def _given_days(documents: Iterable[Document]) -> list[Draft]:
    """The days that were given and that no text states."""
    days = [document.published for document in documents if document.provenance.get("published") == GIVEN_DAY]
    lead = label(f"the text has no date of its own; days are read from {GIVEN_DAY},")
    return _once(Draft(parts=(lead, field(in_words(day))), evidence=()) for day in days)


def _unresolved_days(records: Iterable[Record], findings: Sequence[Finding]) -> Iterator[Draft]:
    """The days that stay words, but for those that a finding has told already."""
    told = {(finding.start, finding.end) for finding in findings}
    dated = [(one.date_mention, one.date) for record in records for one in record.statements]
    dated += [(one.date_mention, one.date) for record in records for one in record.events]
    mentions = [mention for mention, day in dated if mention and not day]
    open_days = [one for one in dict.fromkeys(mentions) if (one.start, one.end) not in told]
    if open_days:
        words = dict.fromkeys(_in_marks(one.exact) for one in open_days)
        yield Draft(
            parts=(label("days that nothing anchors:"), field(listed(words))),
            evidence=tuple(open_days[:EACH]),
        )


def _relayed(reading: Reading) -> Iterator[Draft]:
    """Whose words are known only from another side's account."""
    groups: dict[tuple[str, str], list[Evidence]] = {}
    for statement in _statements(reading):
        sides = speaker_countries(statement, reading.cast)
        relay, name = relay_name(statement, reading.cast), speaker_name(statement, reading.cast)
        side = relay_country(statement, reading.cast)
        if name and relay and side and len(sides) == 1 and side not in sides:
            groups.setdefault((name, relay), []).append(statement.content[0])
    for (name, relay), evidence in groups.items():
        yield Draft(
            parts=(label("words of"), field(name), label(": known only from"), field(relay)),
            evidence=tuple(evidence[:EACH]),
        )


def _unnamed(reading: Reading) -> Iterator[Draft]:
    """The sources without a name, and the pronouns that lead to nobody, in the words of the text."""
    cast = reading.cast
    mentions = [
        one.speaker_mention for one in _statements(reading) if one.speaker_mention and cast.are_unnamed(one.speakers)
    ]
    for kind, text in ((MentionKind.ANONYMOUS, "unnamed sources:"), (MentionKind.PRONOUN, "speakers not resolved:")):
        alike = {flat(one.exact).casefold(): one for one in mentions if one.kind is kind}
        words = [_in_marks(one.exact) for one in alike.values()][:NAMES]
        words += [f"{len(alike) - NAMES} more"] if len(alike) > NAMES else []
        evidence = tuple(Evidence(one.doc_id, one.start, one.end, one.exact) for one in alike.values())
        if words:
            yield Draft(parts=(label(text), field(listed(words))), evidence=evidence)


def _unattributed(reading: Reading) -> Iterator[Draft]:
    """The quotations for which the text names nobody."""
    drafts = [
        Draft(
            parts=(label("nobody is named for"), field(_in_marks(bare(quote.exact)))),
            evidence=(quote,),
            records=(statement.id,),
        )
        for statement in _statements(reading)
        if statement.speaker_basis is MentionKind.NONE and not statement.speakers
        for quote in statement.quoted[:1]
    ]
    if len(drafts) <= EACH:
        yield from drafts
    else:
        number = field(str(len(drafts)))
        yield joined([Draft(parts=(number, label("quotations without a speaker")), evidence=()), *drafts])


def _in_marks(words: str) -> str:
    """The start of some words of a text, in quotation marks."""
    return f"“{cut(flat(words), WORDS)}”"


def _statements(reading: Reading) -> Iterator[Statement]:
    for record in reading.records:
        yield from record.statements
