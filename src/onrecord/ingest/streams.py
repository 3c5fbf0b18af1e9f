"""Streams that begin again where they were looked into, unpack themselves, and end at a limit."""

import io
import sys
import zlib
from typing import BinaryIO, Protocol

from onrecord.errors import SourceError

GZIP = b"\x1f\x8b"
_GZIP_ALONE = 16 + zlib.MAX_WBITS  # no other kind of packing
_AT_ONCE = 2**20  # bytes


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes; all that are left without a size."""


class Rejoined:
    """A stream with the bytes before it that were already read. It tells where it is, but cannot go elsewhere."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest, self._place = io.BytesIO(head), rest, 0

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes; all that are left without a size."""
        piece = self._head.read(size)
        if len(piece) < size or size < 0:
            piece += self._rest.read(size - len(piece) if size >= 0 else -1)
        self._place += len(piece)
        return piece

    def close(self) -> None:
        """Nothing: who opened it closes it."""

    def tell(self) -> int:
        """How many bytes were read."""
        return self._place

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Where it is, if that is where it shall go."""
        if (offset, whence) not in ((0, io.SEEK_CUR), (self._place, io.SEEK_SET)):
            raise io.UnsupportedOperation("seek")
        return self._place


class Unpacked:
    """What a stream packed by gzip holds, as far as it goes: where it is cut, it ends."""

    def __init__(self, stream: Readable) -> None:
        self._stream, self._unpack = stream, zlib.decompressobj(_GZIP_ALONE)

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes; all that are left without a size. Raises: zlib.error for what is damaged."""
        found, most = bytearray(), size if size >= 0 else sys.maxsize
        while len(found) < most:
            packed = (
                self._unpack.unused_data or self._unpack.unconsumed_tail or self._stream.read(io.DEFAULT_BUFFER_SIZE)
            )
            if not packed.strip(b"\0"):
                found += self._unpack.flush()
                break
            if self._unpack.eof:  # another part of it
                self._unpack = zlib.decompressobj(_GZIP_ALONE)
            found += self._unpack.decompress(packed, min(most - len(found), _AT_ONCE))
        return bytes(found)


class Limited:
    """What reads from a stream until a limit, and complains of what is behind it or packed badly."""

    def __init__(self, stream: Readable, limit: int, too_large: SourceError) -> None:
        self._stream, self._left, self._too_large = stream, limit, too_large

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes. Raises: SourceError."""
        try:
            piece = self._stream.read(size if size >= 0 else self._left + 1)
        except zlib.error as error:
            raise SourceError(self._too_large.source, "is packed, and damaged", "get it again") from error
        self._left -= len(piece)
        if self._left < 0:
            raise self._too_large
        return piece


def unpacked(head: bytes, rest: BinaryIO) -> Readable:
    """The stream from its first byte on, unpacked if it is packed by gzip."""
    whole = Rejoined(head, rest)
    return Unpacked(whole) if head.startswith(GZIP) else whole


def unpacked_head(head: bytes) -> bytes:
    """The first bytes of what is packed by gzip; the same bytes for what is not, none for what is broken."""
    if not head.startswith(GZIP):
        return head
    try:
        return zlib.decompressobj(_GZIP_ALONE).decompress(head, len(head))
    except zlib.error:
        return b""
