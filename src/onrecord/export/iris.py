"""Names on the web for what a store holds: addresses of documents, and names for what is in them."""

import re
import uuid
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import quote

from onrecord.model import Actor
from onrecord.model.rules import ActorRule
from onrecord.store.held import Held

SCHEME = re.compile(r"[a-z][a-z0-9+.\-]+:", re.IGNORECASE)  # two letters at least: "C:" is a drive
KEPT = "%/:?#[]@!$&'()*+,;=~"  # characters with a meaning in an address


def iri(uri: str) -> str:
    """The address of a document as an IRI: a path becomes a file's address, and any other name a URN."""
    if SCHEME.match(uri):
        return quote(uri, safe=KEPT)
    if PurePosixPath(uri).is_absolute():
        return f"file://{quote(uri)}"
    if PureWindowsPath(uri).is_absolute():
        return PureWindowsPath(uri).as_uri()
    return named("document", uri)


def web_address(uri: str) -> str | None:
    """The address of a document if it is one on the web."""
    return quote(uri, safe=KEPT) if re.match(r"https?://", uri, re.IGNORECASE) else None


def name_of(held: Held, id: str) -> str:
    """The name of something that a reading yields: the same in every store that holds this reading."""
    return named(held.record.document.uri, str(held.kept.version), id)


def actor_parts(held: Held, actor: Actor) -> tuple[str, ...]:
    """What tells an actor from all others: its id, and its document where only that knows it."""
    if actor.basis == ActorRule.KNOWN:
        return (actor.id,)
    return (held.record.document.uri, str(held.kept.version), actor.id)


def named(*parts: str) -> str:
    """A name made of parts: the same parts always give the same."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(parts)).urn
