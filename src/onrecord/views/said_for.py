"""The brief of any records: of accounts of one meeting it is headed by what they have another side say."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.model import Evidence, Record
from onrecord.views.brief import Brief, Part
from onrecord.views.cast import listed
from onrecord.views.compare import CompareWords, compare, load_compare_words
from onrecord.views.compare.comparison import Account, Ascribed, Attribution, Comparison, Item, Verdict, WarningKind
from onrecord.views.compare.sides import LEFT, WEAK
from onrecord.views.key_points import brief, load_brief_words
from onrecord.views.key_points.draft import Draft, label
from onrecord.views.key_points.wording import span_parts

UNSURE = (*WEAK, LEFT)  # by these a newspaper's text may pass for a side's
OWN = ("publisher: ", "address: ")  # how a side is recognised whose publisher is its own

FEWEST = 2  # accounts that can be compared
MOST = 6  # accounts of one meeting; more texts are a collection

_NO_ACCOUNTS = (
    WarningKind.JOINT_TEXT,
    WarningKind.SAME_SIDE,
    WarningKind.UNKNOWN_SIDE,
    WarningKind.OTHER_LANGUAGE,
    WarningKind.NO_STATEMENTS,
)


def brief_of(records: Sequence[Record], files: Sequence[Path] = ()) -> Brief:
    """The brief of some records, with ours and the user's words; `said_for` is its head.

    Raises: LexiconError.
    """
    if len(records) < FEWEST:
        return brief(records, load_brief_words(files))
    words = load_compare_words(files)
    return brief(records, words.brief, said_for(records, words))


def said_for(records: Sequence[Record], words: CompareWords) -> tuple[Draft, ...]:
    """A line for each thing that an account has another side say and that side's own text does not confirm.

    The contradicted first; none where the records are not accounts of one meeting by sides that took part in it.
    """
    once = tuple({record.document.id: record for record in records}.values())
    if not FEWEST <= len(once) <= MOST:
        return ()
    comparison = compare(once, words)
    if not _are_accounts(comparison):
        return ()
    return tuple(_lines(comparison, once))


def _are_accounts(comparison: Comparison) -> bool:
    """Whether all are sides' own accounts of one meeting, by clear signs: what a newspaper leaves out says nothing."""
    is_doubted = any(warning.kind in _NO_ACCOUNTS for warning in comparison.warnings)
    return bool(comparison.is_one_meeting) and not is_doubted and all(map(_is_own, comparison.accounts))


def _is_own(account: Account) -> bool:
    is_published = account.publisher is None or account.basis.startswith(OWN)
    return account.side is not None and account.basis not in UNSURE and is_published


def _lines(comparison: Comparison, records: Sequence[Record]) -> Iterator[Draft]:
    accounts = {account.key: account for account in comparison.accounts}
    by_key = dict(zip(accounts, records, strict=True))
    for item in comparison.attributed():
        ascribed = item.attribution
        if ascribed is not None and ascribed.verdict is not Verdict.CONFIRMED:
            yield _line(item, ascribed, accounts[ascribed.by], [accounts[key] for key in ascribed.to], by_key)


def _line(
    item: Item, ascribed: Attribution, by: Account, others: Sequence[Account], records: dict[str, Record]
) -> Draft:
    """The line of an item: the longest of its passages, which tells most; against it the other side's own."""
    told = next(one for one in item.told if one.account == ascribed.by)
    main = max(told.passages, key=lambda passage: passage.end - passage.start)
    sides = listed(dict.fromkeys(one.side_name for one in others))
    parts, evidence = list(_parts(main, records[by.key])), [main]
    if ascribed.verdict is Verdict.CONTRADICTED and ascribed.found:
        against = ascribed.found[0]
        holder = next(one for one in others if one.document == against.doc_id)
        parts += [label(f"– by the text of {holder.side_name}:"), *_parts(against, records[holder.key])]
        evidence.append(against)
    said_by = "both sides" if ascribed.how is Ascribed.JOINT else listed(told.speakers) or sides
    return Draft(
        parts=tuple(parts),
        evidence=tuple(evidence),
        records=tuple(_ids(main, told.records, records[by.key])),
        said_by=said_by,
        via=f"the text of {by.side_name}",
        note=_note(ascribed, sides),
    )


def _parts(passage: Evidence, record: Record) -> tuple[Part, ...]:
    quoted = [
        quote
        for statement in record.statements
        for quote in statement.quoted
        if passage.start < quote.end and quote.start < passage.end
    ]
    return span_parts(record.document, [(passage.start, passage.end)], tuple(dict.fromkeys(quoted)))


def _ids(passage: Evidence, told: Sequence[str], record: Record) -> Iterator[str]:
    """The statements, of those that an item was made from, that the passage is of."""
    for statement in record.statements:
        if statement.id in told and any(
            passage.start < one.end and one.start < passage.end for one in statement.content
        ):
            yield statement.id


def _note(ascribed: Attribution, sides: str) -> str:
    verdict = "contradicted by" if ascribed.verdict is Verdict.CONTRADICTED else "not in"
    if ascribed.how is Ascribed.IMPLIED:
        return f"told as words or an undertaking of {sides}; {verdict} the text of that side"
    return f"{verdict} the text of {sides}"
