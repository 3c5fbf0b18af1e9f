"""Texts that are compared with what stands in the repository, or written there by `make golden`."""

import pytest


def pytest_addoption(parser):
    parser.addoption("--golden-rewrite", action="store_true", help="write the golden files anew instead of comparing")


@pytest.fixture
def golden(request):
    """Compares a text with a file's, or puts it there; `between` are the lines that enclose it in a page."""
    is_rewriting = request.config.getoption("--golden-rewrite", default=False)

    def compared(file, text, between=None):
        standing = file.read_text(encoding="utf-8") if file.exists() else ""
        head, expected, tail = _split(standing, between)
        if is_rewriting:
            file.write_text(head + text + tail, encoding="utf-8")
        else:
            assert text == expected, f"{file.name} has changed; if that is meant: make golden, and read the diff"

    return compared


def _split(standing, between):
    if between is None:
        return "", standing, ""
    first, last = between
    head, found, rest = standing.partition(first)
    expected, ended, tail = rest.partition(last)
    assert found, f"no line {first!r}"
    assert ended, f"no line {last!r}"
    return head + found, expected, ended + tail
