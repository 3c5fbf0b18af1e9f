"""What all tests share: the tools, loaded once, and the law, kept by every record that any test produces."""

import os

import pytest
from hypothesis import settings

from onrecord import lexicon
from onrecord.export.agreement import disagreements
from onrecord.export.lines import read_line, reading, record_from_json
from onrecord.export.verify import verify_line
from onrecord.model import Record

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

produced = []


@pytest.fixture(scope="session")
def tools():
    from onrecord.pipeline import load_tools  # spaCy: only for the tests that read

    return load_tools()


@pytest.fixture(scope="session")
def nlp(tools):
    return tools.reader.nlp


@pytest.fixture(scope="session", autouse=True)
def _note_records():
    """Notes every record that is built, to be checked after the test that built it."""
    law = Record.__post_init__

    def noted(record):
        law(record)
        produced.append(record)

    Record.__post_init__ = noted
    yield
    Record.__post_init__ = law


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    outcome = yield
    records, produced[:] = tuple(produced), ()
    for record in records:
        check_record(record)
    produced.clear()  # the check builds records too
    return outcome


def check_record(record):
    """A record keeps the law, and comes back from its line equal; made-up ones may have made-up ids."""
    line = read_line(record, lexicon.load())
    made_up = {"document.id", *(place for place, _ in disagreements(reading(record, lexicon.load())))}
    assert [wrong for wrong in verify_line(line).mismatches if wrong.place not in made_up] == []
    assert record_from_json(line) == record
