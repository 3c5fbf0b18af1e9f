"""What a reader should know of the accounts before relying on their comparison."""

from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.model import FindingKind, Record
from onrecord.views.cast import listed
from onrecord.views.compare.comparison import Account, Form, Warning, WarningKind
from onrecord.views.compare.sides import JOINT

UNEQUAL = 8  # times as long: what a line leaves out tells nothing


def cares(accounts: Sequence[Account], records: Sequence[Record], forms: Sequence[Form]) -> Iterator[Warning]:
    """Warnings about texts and sides; those about the meeting are in `meeting`."""
    yield from _same_texts(accounts)
    if len({account.document for account in accounts}) > 1:
        yield from _sides(accounts)
    for account, record in zip(accounts, records, strict=True):
        foreign = next((one for one in record.findings if one.kind is FindingKind.LANGUAGE), None)
        if foreign is not None:
            text = f"the text of {account.side_name} is not in the language that is read ({foreign.detail})"
            text = f"{text}: only its people, dates and numbers can be compared"
            yield Warning(kind=WarningKind.OTHER_LANGUAGE, text=text, accounts=(account.key,))
        elif not record.statements:
            text = f"no statement was found in the text of {account.side_name}: that it is silent says little"
            yield Warning(kind=WarningKind.NO_STATEMENTS, text=text, accounts=(account.key,))
    yield from _lengths(accounts, forms)


def is_foreign(record: Record) -> bool:
    """Whether a text is in another language than the one that is read."""
    return any(finding.kind is FindingKind.LANGUAGE for finding in record.findings)


def _same_texts(accounts: Sequence[Account]) -> Iterator[Warning]:
    texts = Counter(account.document for account in accounts)
    for document, times in texts.items():
        if times > 1:
            keys = tuple(account.key for account in accounts if account.document == document)
            text = f"{listed(keys)} are one and the same text: there is nothing to compare"
            yield Warning(kind=WarningKind.SAME_TEXT, text=text, accounts=keys)


def _sides(accounts: Sequence[Account]) -> Iterator[Warning]:
    for account in accounts:
        if account.basis == JOINT:
            text = f"{account.side_name} is a joint text: it is no account of one side"
            yield Warning(kind=WarningKind.JOINT_TEXT, text=text, accounts=(account.key,))
        elif account.side is None:
            text = f"whose account {account.key} is was not recognised: give --side NAME={account.uri}"
            yield Warning(kind=WarningKind.UNKNOWN_SIDE, text=text, accounts=(account.key,))
    sides = {account.side for account in accounts if account.side is not None}
    known = [account for account in accounts if account.side is not None]
    if len(known) > 1 and len(sides) == 1:
        text = f"all accounts are of one side ({known[0].side}): no words of another side can be checked"
        yield Warning(kind=WarningKind.SAME_SIDE, text=text, accounts=tuple(account.key for account in known))


def _lengths(accounts: Sequence[Account], forms: Sequence[Form]) -> Iterator[Warning]:
    longest, shortest = (choose(forms, key=lambda form: form.words, default=None) for choose in (max, min))
    if longest is None or shortest is None or longest.words < UNEQUAL * max(shortest.words, 1):
        return
    named = {account.key: account.side_name for account in accounts}
    text = (
        f"the text of {named[longest.account]} has {longest.words} words, that of {named[shortest.account]} "
        f"{shortest.words}: what the short one does not mention tells little"
    )
    yield Warning(kind=WarningKind.UNEQUAL, text=text, accounts=(longest.account, shortest.account))
