"""Parses HTML pages, hostile ones too: no network, no entities, no depth without end."""

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

# Elements that group or dress what they hold, and say nothing of what it is.
_WRAPPERS = re.compile(r"</?(?:div|span|font|b|i|u|center|section|table|tbody|tr|td|ul)\b[^<>]*>", re.IGNORECASE)

# Control characters in a page: lxml ends it at the first NUL, and extraction gives up at any other.
_CONTROLS = {code: " " if chr(code).isspace() else "\ufffd" for code in range(0x20) if chr(code) not in "\t\n\f\r"}


def parsed(source: str) -> HtmlElement | None:
    """The tree of a page; None for no tree at all.

    A page nested deeper than the parser goes is parsed without the elements that only wrap others: the parser
    would drop all its text from there on.
    """
    tree, is_whole = _parsed(source)
    return tree if is_whole else _parsed(_WRAPPERS.sub(" ", source))[0]


def text_of(element: HtmlElement) -> str:
    """The words in an element, in one line."""
    return " ".join(element.text_content().split())


def _parsed(source: str) -> tuple[HtmlElement | None, bool]:
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        # as bytes: lxml refuses characters with a declared encoding
        tree = document_fromstring(source.translate(_CONTROLS).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        tree = None
    return tree, not any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
