"""Reports that a signature makes: "'...' — Anna Varga", on the line of the quotation or on the next."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from onrecord.annotate.nlp import places
from onrecord.extract.statements.report import Reading, Report
from onrecord.model.rules import StatementRule

DASHES = frozenset({"-", "–", "—", "―", "--"})
LONGEST_NAME = 6  # tokens of a name with its titles, after the dash
LONGEST_TITLE = 14  # tokens after the name's comma: ", Minister of Trade and Industry of Norland"
FEWEST_WORDS = 3  # of a quotation that somebody signs
LONGEST_PARTICLE = 3  # letters of "of", "bin", "de" inside a name
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def signed_reports(doc: Doc, reading: Reading) -> Iterator[Report]:
    """A report for each quotation that a dash and a name close; nothing but the next quotation follows the name."""
    for quotation in reading.spans:
        words = sum(not token.is_punct for token in quotation)
        dash = quotation.end
        if words < FEWEST_WORDS or dash + 1 >= len(doc) or doc[dash].text not in DASHES:
            continue
        speaker = _signature(doc, quotation, dash, reading)
        if speaker is not None:
            content = tuple(range(quotation.start, quotation.end))
            yield Report(rule=StatementRule.DASH, cue=(dash,), content=content, speaker=speaker)


def _signature(doc: Doc, quotation: Span, dash: int, reading: Reading) -> Span | None:
    """The name after a dash; None where more than a name stands there."""
    where = places(doc).blocks
    gap = where[dash] - where[quotation.end - 1]
    if gap > 1 or not _opens(doc, quotation):
        return None
    end = dash + 1
    while end < len(doc) and where[end] == where[dash] and reading.number[end] < 0:
        end += 1
    name_end = next((index for index in range(dash + 1, end) if doc[index].text in (",", "(", ".")), end)
    name = doc[dash + 1 : name_end]
    is_short = 0 < len(name) <= LONGEST_NAME and end - name_end <= LONGEST_TITLE
    is_sentence = any(token.tag_ in FINITE for token in doc[name_end:end])
    return name if is_short and not is_sentence and all(_is_name(token) for token in name) else None


def _opens(doc: Doc, quotation: Span) -> bool:
    """Whether a quotation begins its paragraph, or stands after another's signature."""
    before = quotation.start - 1
    where = places(doc).blocks
    return before < 0 or where[before] != where[quotation.start] or doc[before].pos_ == "PROPN" or doc[before].is_punct


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.text[0].isupper() or (token.is_alpha and len(token) <= LONGEST_PARTICLE)
