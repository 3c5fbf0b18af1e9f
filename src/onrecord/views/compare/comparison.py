"""The nouns of a comparison: accounts of one meeting, what each tells, and what one side has another say."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.lexicon.phrases import PhraseStatus
from onrecord.model import Evidence
from onrecord.views.wordings import Piece


class Wording(StrEnum):
    """How the accounts that tell of one point word it."""

    SAME = "same"
    DIFFERS = "differs"


class Ascribed(StrEnum):
    """How an account puts words into another side's mouth."""

    SPOKEN = "spoken"  # the other side is reported to say it
    JOINT = "joint"  # both sides are
    IMPLIED = "implied"  # the own side speaks of the other's words or undertaking


class Verdict(StrEnum):
    """What the other side's own text has of the words ascribed to it. Silence is no denial."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not-found"


class WarningKind(StrEnum):
    """Why a comparison is to be read with care."""

    SAME_TEXT = "same-text"
    JOINT_TEXT = "joint-text"
    SAME_SIDE = "same-side"
    UNKNOWN_SIDE = "unknown-side"
    OTHER_PEOPLE = "other-people"
    OTHER_DAY = "other-day"
    OTHER_KIND = "other-kind"
    NO_MEETING = "no-meeting"
    NO_STATEMENTS = "no-statements"
    OTHER_LANGUAGE = "other-language"
    UNEQUAL = "unequal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Warning:
    """What a reader should know before relying on a comparison, in one line; `accounts` are those it concerns."""

    kind: WarningKind
    text: str
    accounts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One document as a side's account. `key` is "a", "b", "c" in the order given.

    `side` is the code of the state or organisation whose account it is, `side_name` its name or the one that was
    given; None where nothing tells. `basis` says how it was recognised, `evidence` is the passage that told it.
    """

    key: str
    document: str
    uri: str
    title: str | None
    publisher: str | None
    published: str | None
    side: str | None
    side_name: str
    basis: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The meeting as one account tells it."""

    account: str
    kind: str
    participants: tuple[str, ...]
    countries: tuple[str, ...]
    date: str | None
    place: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one account tells of a point: the telling `passages`, and `more` that adds nothing of its own weight.

    `speakers` are the names of those who say it, by that account.
    """

    account: str
    passages: tuple[Evidence, ...]
    more: tuple[Evidence, ...] = ()
    speakers: tuple[str, ...] = ()
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Words that the account `by` puts into the mouth of the sides of other accounts, and what those have of it.

    `found` are passages of the other accounts: what confirms or contradicts it. Of words that are not found it is
    empty: the text is silent.
    """

    by: str
    to: tuple[str, ...]
    how: Ascribed
    verdict: Verdict
    found: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One point on an issue, with what each account that tells of it has. An account that is not in `told` is silent.

    `differences` are those of the nearest wordings of the first two accounts that tell it, where these say one thing.
    """

    issue: str
    label: str
    told: tuple[Told, ...]
    wording: Wording | None = None
    differences: tuple[Piece, ...] = ()
    attribution: Attribution | None = None

    @property
    def told_by(self) -> tuple[str, ...]:
        """The keys of the accounts that tell of it."""
        return tuple(told.account for told in self.told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How much room an issue has among all that an account tells on issues, from 0 to 1, and its place in the order."""

    issue: str
    label: str
    share: float
    place: int
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """A word for how the talks went, and how it is conventionally read; a note, which moves nothing."""

    name: str
    evidence: Evidence
    meaning: str
    status: PhraseStatus
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name that an account uses for a thing that others call otherwise."""

    thing: str
    name: str
    note: str
    source: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """Who is named, and the first title that he is given, with the passage that gives it."""

    name: str
    title: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How an account is made: its length, its issues in order with their room, whom it names first, its words."""

    account: str
    words: int
    paragraphs: int
    statements: int
    issues: tuple[Share, ...]
    first_named: Titled | None
    people: tuple[Titled, ...]
    initiative: tuple[Evidence, ...]
    moods: tuple[Mood, ...]
    namings: tuple[Named, ...]
    numbers: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The last account of the same side before this one, of an occasion of the same states: `held` is as it tells it.

    `only_now` and `only_then` are the names of mood words that stand in one of the two. A word that is not there is not
    mentioned: what that means is for the reader to judge.
    """

    account: str
    document: str
    uri: str
    title: str | None
    held: Held
    date: str | None
    moods: tuple[Mood, ...]
    only_now: tuple[str, ...]
    only_then: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Accounts of one meeting laid side by side.

    `items` begin with what accounts ascribe to other sides, the unconfirmed first; then what all tell, what some
    tell, what one tells. `before` are earlier accounts of the sides, where a store was asked for them.
    """

    accounts: tuple[Account, ...]
    held: tuple[Held, ...]
    is_one_meeting: bool | None
    items: tuple[Item, ...]
    forms: tuple[Form, ...]
    warnings: tuple[Warning, ...] = ()
    before: tuple[Before, ...] = ()

    def attributed(self) -> tuple[Item, ...]:
        """The items in which an account puts words into another side's mouth, the unconfirmed first."""
        return tuple(item for item in self.items if item.attribution is not None)
