"""What somebody said on an issue, statement by statement, with all that tells whether it was said before."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.model import Evidence, Manner, Record, Statement
from onrecord.model.days import bounds
from onrecord.resolve.actors.salience import FIRST_PLURAL, FIRST_SINGULAR
from onrecord.views.cast import Cast, flat, relay_name, speaker_countries, speaker_name
from onrecord.views.naming import named_in
from onrecord.views.occasions import DAYS_BETWEEN_REPORTS
from onrecord.views.wanted import Wanted
from onrecord.views.wordings import Wording, wording

WITHIN = timedelta(days=DAYS_BETWEEN_REPORTS)
OWN_FIRST = (Manner.DIRECT, Manner.MIXED, Manner.INDIRECT)  # the more of the words are the speaker's own

AROUND = '"“”„«»‘’ ,;:'  # marks around a quotation, and those by which its sentence goes on


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement as one document has it. `date` is when it was said, `published` when the document came out (EDTF).

    Of one that is `indirect` the words are those of whoever reports it; `via` is who relays it.
    """

    statement: str
    said_by: str | None
    via: str | None
    manner: Manner
    words: tuple[Evidence, ...]
    date: str | None
    date_basis: str | None
    published: str | None
    document: str

    @property
    def day(self) -> str | None:
        """When it was said, or else published."""
        return self.date or self.published


@dataclass(frozen=True, slots=True)
class Use:
    """A statement with all that tells whether it is a line that was said before."""

    told: Told
    text: str
    wording: Wording
    days: tuple[date, date] | None
    is_dated: bool


def uses(records: Iterable[Record], issue: str, actor: Wanted, cast: Cast) -> Iterator[Use]:
    """What an actor said on an issue, without what is only thought or felt by another's word, or denied."""
    for record in records:
        for statement in record.statements:
            if is_said_by(statement, issue, actor, cast):
                yield use_of(statement, record, cast)


def is_said_by(statement: Statement, issue: str | None, actor: Wanted, cast: Cast) -> bool:
    """Whether a statement is an actor's, on an issue or on any; not so what is only thought or felt, or denied."""
    is_about = issue is None or issue in statement.issues
    return is_about and is_said(statement) and _speaks(actor, statement, cast)


def is_said(statement: Statement) -> bool:
    """Whether it was said, and not denied or only thought or felt: who tells of "I" and "we" what they feel says it."""
    mention = statement.speaker_mention
    is_own = mention is not None and mention.exact.lower() in FIRST_SINGULAR | FIRST_PLURAL
    return not statement.negated and (statement.attitude is None or is_own)


def _speaks(actor: Wanted, statement: Statement, cast: Cast) -> bool:
    if actor.code is not None:
        return actor.code in speaker_countries(statement, cast)
    return not actor.names.isdisjoint(map(cast.name, statement.speakers))


def use_of(statement: Statement, record: Record, cast: Cast, passages: tuple[Evidence, ...] | None = None) -> Use:
    """A statement as it is held against others: by its content, or by these passages of it alone."""
    passages = passages or statement.content
    told = Told(
        statement=statement.id,
        said_by=speaker_name(statement, cast),
        via=relay_name(statement, cast),
        manner=statement.kind,
        words=passages,
        date=statement.date,
        date_basis=statement.date_basis,
        published=record.document.published,
        document=record.document.id,
    )
    text = " ".join(flat(part.exact).strip(AROUND) for part in passages)
    own = frozenset((*statement.speakers, *speaker_countries(statement, cast)))
    names = named_in(passages, record, cast.countries) - own
    return Use(told, text, wording(text, names), bounds(told.day), bounds(told.date) is not None)


def order(one: Use) -> tuple[date, date, int]:
    """The order of days; what has none comes last, of one day the speaker's own words first."""
    return *(one.days or (date.max, date.max)), OWN_FIRST.index(one.told.manner)


def is_one_saying(one: Use, other: Use) -> bool:
    """Whether two reports may be of one occasion: on one day, or published within a week where that is not known."""
    if one.days is None or other.days is None:
        return True
    slack = timedelta(0) if one.is_dated and other.is_dated else WITHIN
    return one.days[0] - other.days[1] <= slack and other.days[0] - one.days[1] <= slack
