"""Whose account each document is: as given, as its signs tell, or the side that the other account leaves."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model import Record
from onrecord.views.cast import speaker_countries
from onrecord.views.compare.comparison import Account, Held
from onrecord.views.compare.reading import CompareWords, cast_for
from onrecord.views.compare.signs import MOST, TITLE, Sign, code_of, signs

KEYS = "abcdefghijklmnopqrstuvwxyz"
TWO = 2  # sides of which one is left when the other is known
GIVEN = "as given"
LEFT = "the other text is of the other side"
JOINT = "both sides speak in it together"
UNKNOWN = "nothing in it tells"
WEAK = (MOST, TITLE, UNKNOWN)  # signs that yield to what the other account tells


def accounts_of(
    records: Sequence[Record], held: Sequence[Held | None], given: Mapping[str, str], words: CompareWords
) -> tuple[Account, ...]:
    """The accounts in the order given. `given` names the sides of documents by their ids."""
    found = [
        _side(record, meeting, given.get(record.document.id), words)
        for record, meeting in zip(records, held, strict=True)
    ]
    parties = next((one.countries for one in held if one is not None and len(one.countries) == TWO), ())
    named = [_named(record, meeting, parties) for record, meeting in zip(records, held, strict=True)]
    keyed = zip(KEYS, records, _by_elimination(found, parties, named), strict=False)
    return tuple(_account(key, record, sign, given, words) for key, record, sign in keyed)


def _account(key: str, record: Record, sign: Sign, given: Mapping[str, str], words: CompareWords) -> Account:
    document, (side, basis, evidence) = record.document, sign
    return Account(
        key=key,
        document=document.id,
        uri=document.uri,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        side=side,
        side_name=given.get(document.id) or (words.brief.countries.get(side, side) if side else f"account {key}"),
        basis=basis,
        evidence=evidence,
    )


def _by_elimination(found: Sequence[Sign], parties: Sequence[str], named: Sequence[set[str | None]]) -> list[Sign]:
    """The signs of two accounts, the one that tells its side by little or nothing taken for the side that is left.

    `named` are the states that each account may be of: a side that it does not name is not its own.
    """
    sure = [sign for sign in found if sign[0] in parties and sign[1] not in WEAK]
    if len(found) != TWO or len(sure) != 1:
        return list(found)
    left = next((code for code in parties if code != sure[0][0]), None)
    return [
        (left, LEFT, ()) if sign[1] in WEAK and sign[0] != left and left in own else sign
        for sign, own in zip(found, named, strict=True)
    ]


def _named(record: Record, held: Held | None, parties: Sequence[str]) -> set[str | None]:
    """The states of those whom a text names, if it tells of a meeting, or names all whose meeting the other tells."""
    named = {actor.country for actor in record.actors}
    return named if held is not None or named.issuperset(parties) else set()


def _side(record: Record, held: Held | None, given: str | None, words: CompareWords) -> Sign:
    if given is not None:
        return code_of(given, words), GIVEN, ()
    parties = set(held.countries) if held else set()
    found = list(signs(record, held, words))
    for sign in found:
        if not parties or sign[0] in parties:
            return sign
    return found[0] if found else (None, JOINT if _is_joint(record, words) else UNKNOWN, ())


def _is_joint(record: Record, words: CompareWords) -> bool:
    """Whether all that is said in a text is said by several sides together."""
    cast = cast_for(record, words)
    said = [speaker_countries(one, cast) for one in record.statements]
    return bool(said) and all(len(sides) > 1 for sides in said)


def named_apart(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """The accounts with names that differ: those of one side have their key beside it."""
    names = Counter(account.side_name for account in accounts)
    return tuple(
        replace(one, side_name=f"{one.side_name} ({one.key})") if names[one.side_name] > 1 else one for one in accounts
    )
