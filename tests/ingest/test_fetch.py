import contextlib
import ipaddress
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.ingest import SourceOptions, pages
from onrecord.ingest.network import is_public
from onrecord.model import Page

ANSWERS = {
    "/talks": (
        200,
        {"Content-Type": "text/html; charset=windows-1252"},
        b"<p>The ministers met \x96 at last.</p>",
    ),
    "/lies": (200, {"Content-Type": "text/plain"}, b"<!DOCTYPE html><p>The ministers met.</p>"),
    "/table.jsonl": (
        200,
        {"Content-Type": "application/json"},
        b'{"text": "They met."}\n{"text": "They left."}\n',
    ),
    "/moved": (302, {"Location": "/talks"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/out": (302, {"Location": "ftp://files.example/"}, b""),
    "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/closed/talks": (200, {"Content-Type": "text/html"}, b"<p>The ministers met.</p>"),
    "/robots.txt": (200, {"Content-Type": "text/plain"}, b"User-agent: OnRecord\nDisallow: /closed/\n"),
    "/shut": (403, {}, b""),
    "/broken": (503, {}, b""),
    "/unpacked": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, b"no gzip"),
    "/cut": (200, {"Content-Type": "text/html", "Content-Length": "1000"}, b"<p>The min"),
    "/endless": (200, {"Content-Type": "text/plain"}, b"words"),
}


class _Site(BaseHTTPRequestHandler):
    asked: list[tuple[str, str]]

    def do_GET(self):
        self.asked.append((self.path, self.headers["User-Agent"]))
        status, headers, body = ANSWERS.get(self.path, (404, {}, b"not here"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        if self.path == "/endless":
            with contextlib.suppress(OSError):  # ends when the reader has had enough
                while True:
                    self.wfile.write(b"words " * 100_000)

    def log_message(self, format, *args):
        """Say nothing: a test's output is its result."""


@pytest.fixture
def site():
    class Site(_Site):
        asked: list[tuple[str, str]] = []  # noqa: RUF012 - one list for each test

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", Site.asked
    server.shutdown()
    thread.join()
    server.server_close()


def read(address, *, allow_private=True):
    return list(pages(address, SourceOptions(allow_private=allow_private)))


def test_a_page_with_where_and_when_we_got_it(site):
    address, asked = site
    [page] = read(f"{address}/moved")
    assert page.uri == f"{address}/talks"
    assert page.charset == "windows-1252"
    assert page.retrieved.tzinfo is not None
    assert [path for path, _ in asked] == ["/robots.txt", "/moved", "/talks"]
    assert all(agent.startswith("OnRecord/") for _, agent in asked)


def test_a_table_at_an_address(site):
    address, _ = site
    assert [page.uri for page in read(f"{address}/table.jsonl")] == [f"{address}/table.jsonl#{n}" for n in (1, 2)]


def test_robots_are_asked_once_in_a_run(site):
    address, asked = site
    options = SourceOptions(allow_private=True)
    for _ in range(3):
        assert isinstance(next(pages(f"{address}/lies", options)), Page)
    assert [path for path, _ in asked].count("/robots.txt") == 1


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/nothing", "answered 404 Not Found (check the address)"),
        ("/shut", "answered 403 Forbidden (save the page"),
        ("/broken", "answered 503 Service Unavailable (try again later)"),
        ("/unpacked", "cannot be fetched: what it sends cannot be unpacked"),
        ("/cut", "cannot be fetched: the answer breaks off"),
        ("/loop", "redirects more than 5 times"),
        ("/out", "only http and https are fetched"),
        ("/picture", "image/png"),
        ("/endless", "larger than 50 MB"),
        ("/closed/talks", "robots.txt"),
    ],
)
def test_refusals_name_address_and_remedy(site, path, problem):
    address, _ = site
    [rejected] = read(f"{address}{path}")
    assert rejected.reason.startswith(f"{address}{path}: ")
    assert problem in rejected.reason
    assert rejected.reason.endswith(")")


def test_private_addresses_are_refused_unless_permitted(site):
    address, asked = site
    [rejected] = read(f"{address}/talks", allow_private=False)
    assert "--allow-private" in rejected.reason
    [rejected] = read(f"{address.replace('127.0.0.1', 'localhost')}/talks", allow_private=False)
    assert "--allow-private" in rejected.reason
    assert asked == []


PUBLIC = "93.184.215.14"


@pytest.fixture
def open_internet(site, monkeypatch):
    """A site with a public address, "public.example", that is the local one; "inner.example" has a private address."""
    address, asked = site
    port = int(address.rpartition(":")[2])
    names = {"public.example": PUBLIC, "inner.example": "10.0.0.7"}
    connect, resolve = socket.create_connection, socket.getaddrinfo

    def resolved(host, *more, **options):
        return resolve(names.get(host, host), *more, **options)

    def connected(place, *more, **options):
        return connect(("127.0.0.1", port) if place[0] == PUBLIC else place, *more, **options)

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    monkeypatch.setattr(socket, "create_connection", connected)
    return port, asked


def test_a_public_address_is_read(open_internet):
    _, asked = open_internet
    [page] = read("http://public.example/moved", allow_private=False)
    assert page.uri == "http://public.example/talks"
    assert [path for path, _ in asked] == ["/robots.txt", "/moved", "/talks"]


@pytest.mark.parametrize(
    "inside",
    [
        "http://127.0.0.1:{port}/talks",
        "http://localhost:{port}/talks",
        "http://[::1]:{port}/talks",
        "http://[::ffff:127.0.0.1]:{port}/talks",
        "http://inner.example/talks",
        "http://169.254.169.254/latest",
        "http://0.0.0.0:{port}/talks",
    ],
)
@pytest.mark.parametrize("path", ["/inwards", "/robots.txt"])
def test_a_redirect_from_a_public_to_a_private_address_is_refused(open_internet, monkeypatch, inside, path):
    port, asked = open_internet
    monkeypatch.setitem(ANSWERS, path, (302, {"Location": inside.format(port=port)}, b""))
    [rejected] = read("http://public.example/inwards", allow_private=False)
    assert rejected.reason.startswith("http://public.example/inwards: ")
    assert "no public address (--allow-private permits it)" in rejected.reason
    assert [path for path, _ in asked] == (["/robots.txt", "/inwards"] if path == "/inwards" else ["/robots.txt"])


def test_passwords_in_addresses_are_refused(site):
    address, asked = site
    [rejected] = read(f"{address.replace('//', '//ann:secret@')}/talks")
    assert "password" in rejected.reason
    assert asked == []


def test_nobody_listens():
    [rejected] = read("http://127.0.0.1:1/talks")
    assert "cannot be fetched: Connection refused (" in rejected.reason


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("http://", "names no site"),
        ("https:///path", "names no site"),
        ("http://[::1", "is no address"),
        ("http://a b/", "cannot be fetched: a%20b has no address"),
    ],
)
def test_addresses_that_are_none(address, problem):
    [rejected] = read(address)
    assert rejected.reason.startswith(f"{address}: {problem}")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("0.0.0.0", False),
        ("240.0.0.1", False),
        ("::1", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::a00:1", False),
    ],
)
def test_is_public(address, public):
    assert is_public(ipaddress.ip_address(address)) is public
