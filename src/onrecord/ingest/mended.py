"""Makes of badly written XML what a strict parser takes without losing characters, as it is read.

After the first thing that is no XML, libxml2 goes on but leaves out every "&amp;" and "&lt;" behind it, in addresses
too. So HTML's names of characters, bare ampersands, control characters and broken encodings are put right before.
"""

import codecs
import re
from html.entities import html5

from onrecord.ingest.decode import encoding_of
from onrecord.ingest.streams import Readable

PIECE = 4096  # characters that a parser gets at once: what is broken shows this much after it at the latest
_HEAD = 65_536  # bytes by which the encoding is known
_LONGEST = 64  # characters of a mark or name that may be cut between two pieces

_AMPERSAND = re.compile(r"&(?:(#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|\w{1,40});)?")
_NUMBER = re.compile(r"&(#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});")
_XML_NAMES = ("amp", "lt", "gt", "quot", "apos")
_CONTROLS = {code: None for code in range(0x20) if chr(code) not in "\t\n\r"} | {0xFFFE: None, 0xFFFF: None}
_OPEN, _CLOSE = "<![CDATA[", "]]>"


class Mended:
    """The same XML in UTF-8, mended."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        head = stream.read(_HEAD)
        self._decode = codecs.getincrementaldecoder(encoding_of(head))("replace")
        self._text = self._decode.decode(head).lstrip("\ufeff \t\r\n")  # before its declaration nothing may stand
        self._is_over, self._in_cdata = False, False

    def read(self, _: int = -1, /) -> bytes:
        """The next piece; nothing at the end."""
        while len(self._text) < PIECE + _LONGEST and not self._is_over:
            more = self._stream.read(_HEAD)
            self._is_over = not more
            self._text += self._decode.decode(more, final=self._is_over)
        piece, self._text = self._text[: self._end()], self._text[self._end() :]
        return self._mended(piece.translate(_CONTROLS)).encode("utf-8", "replace")

    def _end(self) -> int:
        """Where the next piece ends: not within a name or a mark."""
        if len(self._text) <= PIECE:
            return len(self._text)
        last = max(self._text.rfind(mark, PIECE - _LONGEST, PIECE) for mark in "&<]")
        while self._text[last - 1 : last + 1] == "]]":  # the first two of "]]>"
            last -= 1
        return last if last > 0 else PIECE

    def _mended(self, piece: str) -> str:
        """A piece with its ampersands put right, but those that stand for themselves in CDATA."""
        mended = []
        while piece:
            mark = _CLOSE if self._in_cdata else _OPEN
            before, found, piece = piece.partition(mark)
            mended += [(_NUMBER if self._in_cdata else _AMPERSAND).sub(_written, before), found]
            if found:
                self._in_cdata = not self._in_cdata
        return "".join(mended)


def _written(match: re.Match[str]) -> str:
    """An ampersand as XML writes it: a name of HTML as its characters, one that stands for none as itself."""
    name = match[1]
    if name in _XML_NAMES:
        return match[0]
    if name and name.startswith("#"):
        return match[0] if _is_character(int(name[2:], 16) if name[1] == "x" else int(name[1:])) else "\ufffd"
    known = html5.get(f"{name};")
    return known if known is not None and known not in "<>&" else f"&amp;{match[0][1:]}"


def _is_character(code: int) -> bool:
    """Whether XML may hold the character of this number (XML 1.0, 2.2)."""
    if code < 0x20:
        return chr(code) in "\t\n\r"
    return code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
