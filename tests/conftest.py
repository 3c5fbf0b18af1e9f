"""What all tests share: the tools, loaded once, and the law, kept by every record that any test produces."""

import os
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

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


@dataclass
class Web:
    """A site on this machine: what it answers by path, as (status, headers, content), and what it was asked."""

    address: str
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def has(self, path, content, status=200, **headers):
        """Puts content at a path; "{web}" in it stands for the address of the site."""
        content = content.replace("{web}", self.address).encode() if isinstance(content, str) else content
        self.answers[path] = (status, {name.replace("_", "-"): value for name, value in headers.items()}, content)

    def paths(self):
        """What was asked for, but for the robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


@pytest.fixture
def web():
    class Site(BaseHTTPRequestHandler):
        def do_GET(self):
            known.asked.append((self.path, dict(self.headers)))
            status, headers, content = known.answers.get(self.path, (404, {}, b"not here"))
            if status == 200 and headers.get("ETag") and self.headers["If-None-Match"] == headers["ETag"]:
                status, content = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format, *args):
            """Say nothing: a test's output is its result."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    known = Web(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield known
    server.shutdown()
    thread.join()
    server.server_close()


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
