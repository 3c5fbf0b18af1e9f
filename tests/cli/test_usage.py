import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.main import get_command

from onrecord.cli import app

ROOT = Path(__file__).parents[2]

RUNNABLE = [
    "brief",
    "read",
    "events",
    "engagements",
    "commitments",
    "channels",
    "climate",
    "verify",
    "schema",
    "actors",
]
COMMANDS = [*RUNNABLE, "evaluate"]  # which reads gold data that are no part of the project


def test_the_version(run):
    assert run("--version").out == f"onrecord {version('onrecord')}\n"


def test_nothing_said_gets_help(run):
    ran = run()
    assert ran.code == 2
    assert all(command in ran.out + ran.err for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(run, command):
    ran = run(command, "--help")
    assert ran.code == 0
    assert "Example: onrecord " in ran.out


def run_example(command, folder):
    docstring = get_command(app).commands[command].help
    example = docstring.partition("Example: ")[2].replace("onrecord", f"{sys.executable} -m onrecord")
    (folder / "examples").symlink_to(ROOT / "examples")
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", example], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("command", RUNNABLE)
def test_the_example_runs(command, tmp_path):
    ran = run_example(command, tmp_path)
    assert (ran.returncode, ran.stderr.replace("written to build/records.jsonl\n", "")) == (0, "")


def test_the_example_of_ingest_reads_all_that_it_names(tmp_path):
    ran = run_example("ingest", tmp_path)
    assert ran.returncode == 0
    assert ran.stderr.startswith("3 documents")
    assert "3 new; " in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["brief"], "Missing argument 'SOURCE'"),
        (["brief", "x", "--format", "docx"], "'docx' is not one of"),
        (["brief", "x", "-o", "brief.docx"], "a brief is not written as .docx; name a .txt, .md, .json or .html"),
        (["brief", "x", "--published", "June"], "'June' is no day; write it as 2023-06-19"),
        (["brief", "x", "--published", "20230619"], "is no day"),
        (["read", "x", "--published", "2023-02-30"], "is no day"),
        (["read", "x", "--column", "body"], "'body' is not FIELD=NAME"),
        (["read", "x", "--column", "body=text"], "with FIELD one of text, title"),
        (["verify"], "name a FILE, or a store with --store: one of the two"),
        (["schema", "poem"], "'poem' is not one of"),
        (["actors", "search"], "say what to look for: words, --country, --kind or --on"),
        (["actors", "x", "--country", "Atlantis"], "'Atlantis' is no state or organisation that is known"),
        (["actors", "--kind", "fish"], "'fish' is not one of"),
        (["actors", "--on", "May"], "'May' is no day"),
        (["sing"], "No such command 'sing'"),
        (["ingest", "x", "--workers", "0"], "'--workers': it must be 1 or more;"),
        (["ingest", "x", "--workers", "two"], "'--workers': it must be a whole number;"),
        (["ingest", "x", "--watch", "0.1"], "'--watch': it must be 1 or more;"),
        (["ingest", "x", "--watch", "often"], "'--watch': it must be a number;"),
        (["search", "x", "--limit", "5000"], "'--limit': it must be 1000 or less;"),
    ],
)
def test_wrong_usage_exits_2(run, arguments, told):
    ran = run(*arguments)
    assert ran.code == 2
    assert told in " ".join(ran.err.replace("│", " ").split())
    assert ran.out == ""


def test_asking_for_help_needs_no_pipeline_and_no_schema():
    """It is what keeps help and completion quick."""
    heavy = ("spacy", "pydantic", "trafilatura", "httpx", "sqlalchemy", "altair")
    code = "import sys, onrecord.cli; print([name for name in sys.argv[1:] if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_completion_knows_the_commands():
    asked = {"_ONRECORD_COMPLETE": "complete_bash", "COMP_WORDS": "onrecord ", "COMP_CWORD": "1"}
    ran = subprocess.run([sys.executable, "-m", "onrecord"], env=asked, capture_output=True, text=True, check=False)
    assert set(COMMANDS) <= set(ran.stdout.split())
