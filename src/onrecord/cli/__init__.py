"""The command line: parse, call, print. Exit 0 done, 1 something failed and is named, 2 wrong usage."""

import logging
import os
import re
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from onrecord.cli.actors import actors_app
from onrecord.cli.brief import brief_command
from onrecord.cli.compare import compare_command
from onrecord.cli.copies import copies_command
from onrecord.cli.correct import correct_command, corrections_command
from onrecord.cli.evaluate import evaluate_command
from onrecord.cli.exporting import export_command
from onrecord.cli.importing import import_command
from onrecord.cli.ingest import ingest_command
from onrecord.cli.ledgers import COMMANDS
from onrecord.cli.over_time import timeline_command
from onrecord.cli.positions import positions_command
from onrecord.cli.records import VerifyCommand, read_command, schema_command, verify_command
from onrecord.cli.remarks import Verbose, fault, prepare_streams, remark
from onrecord.cli.said import said_command
from onrecord.cli.search import search_command
from onrecord.cli.upkeep import backup_command, check_command, migrate_command, store_command, vacuum_command
from onrecord.cli.wordings import wording_command
from onrecord.errors import OnRecordError

log = logging.getLogger(__name__)

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Settings: a TOML file, ONRECORD_PIPELINE, ONRECORD_KNOWLEDGE, ONRECORD_STORE; see docs/commands.md.",
)
app.command("brief")(brief_command)
app.command("compare")(compare_command)
app.command("read")(read_command)
for name, command in COMMANDS.items():
    app.command(name)(command)
app.command("ingest")(ingest_command)
app.command("search")(search_command)
app.command("said")(said_command)
app.command("copies")(copies_command)
app.command("timeline")(timeline_command)
app.command("positions")(positions_command)
app.command("wording")(wording_command)
app.command("store")(store_command)
app.command("backup")(backup_command)
app.command("check")(check_command)
app.command("vacuum")(vacuum_command)
app.command("migrate")(migrate_command)
app.command("verify")(verify_command)
app.command("export")(export_command)
app.command("import")(import_command)
app.command("verify", cls=VerifyCommand)(verify_command)
app.command("schema")(schema_command)
app.add_typer(actors_app, name="actors")
app.command("correct")(correct_command)
app.command("corrections")(corrections_command)
app.command("evaluate")(evaluate_command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command line and exit; what a user can do something about is told in one line."""
    prepare_streams()
    try:
        try:
            code = app(arguments, standalone_mode=False)
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
        sys.exit(code)
    except typer.TyperException as error:
        _tell_of_usage(error)
        sys.exit(2)
    except OnRecordError as error:
        remark(str(error))
        sys.exit(1)
    except BrokenPipeError:
        _forget_output()
        sys.exit(1)
    except OSError as error:
        _forget_output()
        remark(f"the output cannot be written: {error.strerror}")
        sys.exit(1)
    except Exception as error:  # no traceback reaches a user who does not ask for it
        log.info("fault", exc_info=error)
        remark(fault(error))
        sys.exit(1)


_PLAIN = (  # what is said of values by the library that checks them, and what we say
    (re.compile(r"Input should be greater than or equal to (\S+?)(?=\.?$)"), r"it must be \1 or more"),
    (re.compile(r"Input should be less than or equal to (\S+?)(?=\.?$)"), r"it must be \1 or less"),
    (re.compile(r"Input should be a valid integer.*"), "it must be a whole number"),
    (re.compile(r"Input should be a valid number.*"), "it must be a number"),
)


def _tell_of_usage(error: typer.TyperException) -> None:
    """Say in one line what is wrong with a command line; of an empty one the help has been printed by now."""
    told: str = getattr(error, "format_message", error.__str__)()
    context: typer.Context | None = getattr(error, "ctx", None)
    for written, plain in _PLAIN:
        told = written.sub(plain, told)
    if told.strip():
        path = context.command_path if context is not None else "onrecord"
        remark(f"{path}: {told.rstrip('.')}; {path} --help tells more")


def _forget_output() -> None:
    """Let the interpreter flush what nobody takes any more to nowhere when it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_version(*, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"onrecord {version('onrecord')}")
        raise typer.Exit


@app.callback()
def _onrecord(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version and exit."),
    ] = False,
    verbose: Verbose = 0,
) -> None:
    """What states said and did, each line with its receipt.

    Reads news articles and official readouts about relations between states.
    """
