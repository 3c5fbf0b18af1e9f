"""Turns bytes into characters, whatever the page or its server claims about them."""

import codecs
import re
from collections.abc import Iterable

SAMPLE = 262_144  # bytes from which an undeclared encoding is guessed; more takes time and changes nothing
MOSTLY = 0.3  # share of NUL bytes on every other place that makes a text UTF-16; Latin text has about 1
FEW = 0.2  # share of bytes beyond ASCII in a line of English in Windows-1252: quotation marks and some accents

_MARKS = (  # the longer first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,500}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_UTF8_CHARACTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decoded(content: bytes, charset: str | None = None) -> str:
    """The text of these bytes, without a byte order mark; U+FFFD stands for each byte that fits no encoding.

    What the bytes themselves show outranks what is claimed: UTF-8 that reads as UTF-8 is UTF-8, whatever
    `charset` (of a server) or a <meta> says.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    wide = wide_encoding(content)
    if wide is not None:
        return content.decode(wide, "replace")
    for claimed in ("utf-8", *_claimed(content, charset)):
        try:
            return content.decode(claimed)
        except UnicodeDecodeError:
            continue
    return _guessed(content)


def encoding_of(head: bytes) -> str:
    """The encoding of what begins like this and is read piece by piece; UTF-8 where nothing shows or claims another."""
    shown = next((name for mark, name in _MARKS if head.startswith(mark)), None) or wide_encoding(head)
    if shown is not None:
        return shown
    try:
        head[:-3].decode("utf-8")  # the last character may be cut
    except UnicodeDecodeError:
        return next(iter(_claimed(head, None)), "utf-8")
    return "utf-8" if _BEYOND_ASCII.search(head) else next(iter(_claimed(head, None)), "utf-8")


def wide_encoding(content: bytes) -> str | None:
    """UTF-16 without a byte order mark, known by the NUL beside every Latin letter."""
    head = content[:SAMPLE]
    half = max(len(head) // 2, 1)
    even, odd = head[::2].count(0) / half, head[1::2].count(0) / half
    if odd >= MOSTLY and even < MOSTLY / 10:
        return "utf-16-le"
    return "utf-16-be" if even >= MOSTLY and odd < MOSTLY / 10 else None


def _claimed(content: bytes, charset: str | None) -> Iterable[str]:
    """The encodings that a server and the page itself claim, as far as they are encodings of text."""
    inside = _META_CHARSET.search(content[:4096])
    for name in (charset, inside[1].decode("ascii", "replace") if inside else None):
        known = _text_encoding(name) if name else None
        if known is not None:
            yield known


def _text_encoding(name: str) -> str | None:
    try:
        known = codecs.lookup(name.strip()).name
        "".encode(known)  # "base64", "rot13" and the like are codecs too, and no encodings of text
    except (LookupError, UnicodeError, ValueError):
        return None
    if known in ("iso8859-1", "ascii"):
        return "cp1252"  # as every browser reads them: https://encoding.spec.whatwg.org/#names-and-labels
    return known if known not in ("utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape") else None


def _guessed(content: bytes) -> str:
    beyond = len(_BEYOND_ASCII.findall(content))
    if sum(map(len, _UTF8_CHARACTER.findall(content))) > beyond / 2:
        return content.decode("utf-8", "replace")  # UTF-8 that was cut or damaged here and there
    if beyond < FEW * len(content):
        try:
            return content.decode("cp1252")
        except UnicodeDecodeError:
            pass  # has bytes that Windows-1252 leaves free
    from charset_normalizer import from_bytes  # takes its time to load and is seldom needed

    best = from_bytes(content[:SAMPLE]).best()
    return content.decode(best.encoding if best else "cp1252", "replace")
