"""Opens connections only to permitted addresses, and only until a deadline.

The address that is checked is the one that is connected to: a name that resolves to another address a moment
later changes nothing, and a redirect passes through the same door.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

from onrecord.errors import SourceError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
SocketOptions = Iterable[tuple[Any, ...]] | None

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: the last four bytes are an IPv4 address


def is_public(address: Address) -> bool:
    """Whether an address is one of the open internet, not of this machine or a private network."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every wait ends at the deadline at the latest."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left(self._deadline, timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, _left(self._deadline, timeout))
        return _TimedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's own signature
        return self._inner.get_extra_info(info)


class _CheckedBackend(httpcore.NetworkBackend):
    """Resolves a name, refuses what is not permitted, and connects to the very address it checked."""

    def __init__(self, deadline: float, *, allow_private: bool) -> None:
        self._deadline, self._allow_private = deadline, allow_private
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: SocketOptions = None,
    ) -> httpcore.NetworkStream:
        failure: Exception = httpcore.ConnectError(f"no address for {host}")
        for address in self._permitted(host, port):
            try:
                stream = self._inner.connect_tcp(
                    str(address), port, _left(self._deadline, timeout), local_address, socket_options
                )
                return _TimedStream(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    def _permitted(self, host: str, port: int) -> list[Address]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} has no address") from error
        addresses = [ipaddress.ip_address(str(place[0]).split("%")[0]) for *_, place in found]
        permitted = [address for address in addresses if self._allow_private or is_public(address)]
        if not permitted:
            problem = f"leads to {addresses[0]}, which is no public address"
            raise SourceError(host, problem, "--allow-private permits it")
        return permitted


def _left(deadline: float, timeout: float | None) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time for this page is over")
    return left if timeout is None else min(left, timeout)


class _Body(httpx.SyncByteStream):
    def __init__(self, inner: Iterable[bytes]) -> None:
        self._inner = inner

    def __iter__(self) -> Iterator[bytes]:
        yield from self._inner

    def close(self) -> None:
        if hasattr(self._inner, "close"):
            self._inner.close()


class CheckedTransport(httpx.BaseTransport):
    """httpx's way out, through connections that are checked and timed; it knows no proxy."""

    def __init__(self, deadline: float, *, allow_private: bool) -> None:
        """`deadline` is in the seconds of time.monotonic()."""
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            network_backend=_CheckedBackend(deadline, allow_private=allow_private),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; what goes wrong is raised as httpcore's errors, or as SourceError if refused."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        body = answer.stream if isinstance(answer.stream, Iterable) else ()
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(body), extensions=answer.extensions)

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()
