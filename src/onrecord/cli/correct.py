"""The commands by which people say what a record should be, and see what was said."""

import getpass
import json
import os
import sys
from collections.abc import Mapping, Sequence, Set
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import NONE, Knowledge, StorePlace, characters, edtf, opened_store
from onrecord.cli.remarks import Verbose, remark
from onrecord.errors import SettingsError
from onrecord.model import Act, Correction, Matter, Status, Verdict
from onrecord.settings import Settings, load_settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.store.correct import Teller

PIPE_WIDTH = 100  # columns where there is no terminal to measure

Ids = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="RECORD_ID...",
        callback=characters,
        help="Statements and events, by the ids that onrecord search shows.",
    ),
]
Accept = Annotated[bool, typer.Option("--accept", help="The record is right as it stands.")]
Reject = Annotated[bool, typer.Option("--reject", help="The text does not say that: search finds it no more.")]
Speaker = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ACTOR",
        callback=characters,
        help="Who said it, by name or id; none for nobody. Repeatable: said together.",
    ),
]
Date = Annotated[
    str | None,
    typer.Option(metavar="EDTF", callback=edtf, help="When: 2031-05-12, 2031-05, 2031-05-12/2031-05-14; none."),
]
Issue = Annotated[
    list[str] | None,
    typer.Option(metavar="ISSUE", help="What it is about: taiwan, sanctions; none. Repeatable: all of them."),
]
Merge = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--merge",
        metavar="ACTOR ACTOR",
        callback=characters,
        help="The second is the first, wherever it is named.",
    ),
]
Split = Annotated[
    str | None,
    typer.Option(
        "--split",
        metavar="ACTOR",
        callback=characters,
        help="In these records this actor is another one, that of --as.",
    ),
]
As = Annotated[
    str | None,
    typer.Option(
        "--as",
        metavar="NAME",
        callback=characters,
        help="Who it is: somebody in the store, or a new name: 'Li Wei (admiral)'.",
    ),
]
Withdraw = Annotated[
    int | None,
    typer.Option(
        "--withdraw",
        metavar="NUMBER",
        min=1,
        help="This correction counts no more; onrecord corrections lists it.",
    ),
]
Note = Annotated[
    str | None,
    typer.Option("--note", metavar="TEXT", callback=characters, help="Why, or anything else; may stand alone."),
]
By = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", callback=characters, help="Who says so; without it, your user's name."),
]


def correct_command(
    records: Ids = None,
    *,
    accept: Accept = False,
    reject: Reject = False,
    speaker: Speaker = None,
    date: Date = None,
    issue: Issue = None,
    act: Annotated[Act | None, typer.Option(help="What the speaker does by saying it.")] = None,
    status: Annotated[Status | None, typer.Option(help="What became of an event.")] = None,
    merge: Merge = None,
    split: Split = None,
    as_: As = None,
    withdraw: Withdraw = None,
    note: Note = None,
    by: By = None,
    knowledge: Knowledge = None,
    store: StorePlace = None,
    verbose: Verbose = 0,
) -> None:
    """Say that a record is right, or wrong, or what it should be.

    What was read stays; your word is kept beside it, with your name and the time, also when the page is read again.
    The latest word on a field counts. `--merge`, `--split` and `--withdraw` stand alone, with a note at most.

    Example: onrecord correct s:0123456789abcdef --speaker "Wang Yi" --date 2031-05-12 --note "see the second paragraph"
    """
    from onrecord.store import correct as making

    settings = load_settings(os.environ, knowledge=knowledge or (), store=store)
    given = {
        Matter.SPEAKER: speaker or None, Matter.DATE: [date] if date else None, Matter.ISSUE: issue or None,
        Matter.ACT: [act.value] if act else None, Matter.STATUS: [status.value] if status else None,
    }  # fmt: skip
    chosen = {matter: _chosen(matter, values) for matter, values in given.items() if values is not None}
    verdict = _verdict(accept=accept, reject=reject, chosen=chosen)
    alone = [
        name for name, value in (("--merge", merge), ("--split", split), ("--withdraw", withdraw)) if value is not None
    ]
    _require_sense(records or (), alone, {**chosen, **verdict}, as_=as_, note=note)
    _require_issues(chosen.get(Matter.ISSUE, ()), settings)
    teller = making.Teller(by=_name(by), at=datetime.now(UTC).isoformat(timespec="seconds"), note=note)
    with opened_store(settings) as kept:
        with kept.writing() as connection:
            if withdraw is not None:
                made = [making.withdraw(connection, withdraw, teller)]
            elif merge is not None:
                made = [_merged(connection, merge, teller)]
            elif split is not None:
                made = _split(connection, records or (), (split, as_ or ""), teller)
            else:
                made = making.correct(connection, records or (), _said(connection, chosen, verdict), teller)
        with kept.reading() as connection:  # what is told is kept by now, whether or not anybody takes the output
            _print(connection, made)


def _chosen(matter: Matter, values: Sequence[str]) -> Sequence[str]:
    """What a field should be. Raises: BadParameter for nothing and something at once."""
    if NONE not in values:
        return values
    if set(values) != {NONE}:
        raise typer.BadParameter(
            f"{NONE} stands alone: there is nobody, and nothing, beside it", param_hint=f"--{matter}"
        )
    return []


def _verdict(*, accept: bool, reject: bool, chosen: Mapping[Matter, Sequence[str]]) -> Mapping[Matter, Sequence[str]]:
    """What is said of the whole record. Raises: BadParameter for two things at once."""
    if reject and (accept or chosen):
        raise typer.BadParameter("what the text does not say cannot be right as well", param_hint="--reject")
    told = Verdict.ACCEPTED if accept else Verdict.REJECTED if reject else None
    return {Matter.VERDICT: [told.value]} if told is not None else {}


def _require_sense(
    records: Sequence[str],
    alone: Sequence[str],
    said: Mapping[Matter, Sequence[str]],
    *,
    as_: str | None,
    note: str | None,
) -> None:
    """Raises: BadParameter for options that do not go together, and for too few of them."""
    if len(alone) > 1 or (alone and said):
        raise typer.BadParameter("goes with no other correction; give one after the other", param_hint=alone[0])
    if (alone == ["--split"]) != (as_ is not None):
        raise typer.BadParameter("--split ACTOR and --as NAME go together: who it was taken for, and who it is")
    if bool(records) == (bool(alone) and alone != ["--split"]):
        told = "take no RECORD_ID" if records else "say which record: onrecord search shows the id of each"
        raise typer.BadParameter(f"{alone[0]}: {told}" if records else told)
    if not alone and not said and note is None:
        raise typer.BadParameter("say what is right: --accept, --reject, --speaker, --date, --issue, --act, --status")
    if note is not None and not note.strip():
        raise typer.BadParameter("a note needs words", param_hint="--note")


def _require_issues(issues: Sequence[str], settings: Settings) -> None:
    """Raises: BadParameter for an issue that is not known."""
    if not issues:
        return
    from onrecord.lexicon.issues import load_issues

    known = [issue.slug for issue in load_issues(settings.knowledge)]
    if unknown := [issue for issue in issues if issue not in known]:
        told = f"there is no issue {unknown[0]!r}; there are: {', '.join(known)}, or one in your --knowledge file"
        raise typer.BadParameter(told, param_hint="--issue")


def _name(by: str | None) -> str:
    """Who says so. Raises: BadParameter where nobody can tell."""
    try:
        name = getpass.getuser() if by is None else by
    except (OSError, KeyError, ImportError):
        name = ""
    if not name.strip():
        raise typer.BadParameter("say who you are", param_hint="--by")
    return " ".join(name.split())


def _said(
    connection: "Connection", chosen: Mapping[Matter, Sequence[str]], verdict: Mapping[Matter, Sequence[str]]
) -> Mapping[Matter, tuple[str, ...]]:
    """What is said of the records, speakers by their ids; a note alone is something too."""
    from onrecord.store.actors import one_called

    said = {matter: tuple(dict.fromkeys(values)) for matter, values in {**chosen, **verdict}.items()}
    if speakers := said.get(Matter.SPEAKER):
        said[Matter.SPEAKER] = tuple(dict.fromkeys(one_called(connection, name) for name in speakers))
    return said or {Matter.NOTE: ()}


def _merged(connection: "Connection", pair: tuple[str, str], teller: "Teller") -> Correction:
    from onrecord.store.actors import one_called
    from onrecord.store.correct import merge

    return merge(connection, one_called(connection, pair[0]), one_called(connection, pair[1]), teller)


def _split(
    connection: "Connection", records: Sequence[str], names: tuple[str, str], teller: "Teller"
) -> list[Correction]:
    """Takes an actor apart. Raises: SettingsError for a name that is the actor's own."""
    from onrecord.resolve.actors.reading import named_id
    from onrecord.store.actors import actors_called, one_called
    from onrecord.store.correct import split
    from onrecord.store.reviews import known_actors, made_up

    who = one_called(connection, names[0])
    other = one_called(connection, names[1]) if actors_called(connection, names[1]) else named_id(names[1])
    if other == who:
        raise SettingsError(f"{names[1]!r} is {who} already; give a name that tells them apart: '{names[1]} (admiral)'")
    known = known_actors(connection, (who, other))
    return split(connection, records, who, known.get(other) or made_up(names[1], other, known.get(who)), teller)


def corrections_command(
    record: Annotated[
        str | None,
        typer.Argument(
            metavar="[RECORD_ID]", callback=characters, help="Only those of this record, or of the actor of this id."
        ),
    ] = None,
    *,
    is_open: Annotated[
        bool, typer.Option("--open", help="Only those whose record is not in its page any more, as that reads now.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object per line.")] = False,
    store: StorePlace = None,
    verbose: Verbose = 0,
) -> None:
    """List what people said of records and actors, by the corrections' numbers, withdrawn ones too.

    Example: onrecord corrections --store build/records.db
    """
    from onrecord.render.corrections import correction_json
    from onrecord.store.reviews import corrections, open_numbers

    with opened_store(load_settings(os.environ, store=store)) as kept, kept.reading() as connection:
        told, left = corrections(connection, record, is_open=is_open), open_numbers(connection)
        if as_json:
            for one in told:
                typer.echo(json.dumps(correction_json(one, is_open=one.number in left), ensure_ascii=False))
        else:
            _print(connection, told, left)
    number_open, withdrawn = sum(one.number in left for one in told), sum(one.withdrawn_at is not None for one in told)
    remark(f"{len(told)} correction{'' if len(told) == 1 else 's'}, {number_open} open, {withdrawn} withdrawn")


def _print(connection: "Connection", told: Sequence[Correction], left: Set[int] = frozenset()) -> None:
    from rich.console import Console

    from onrecord.render.corrections import print_corrections
    from onrecord.store.reviews import known_actors

    speakers = {id for one in told for ids in (one.value, one.was.get(Matter.SPEAKER, ())) for id in ids}
    names = {id: one.name for id, one in known_actors(connection, speakers).items()}
    print_corrections(told, left, names, Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, highlight=False))
