"""Bodies that act: international organisations; institutions of states, armed groups, parties and media."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.lexicon.files import entries
from onrecord.model import ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An international organisation; `id` is the code that stands where a country's would: "EUU", "NATO"."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    wikidata: str | None = None
    roles: tuple[str, ...] = ("IGO",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """A ministry, parliament, army, armed group, party or news house, or a building that stands for one.

    Without a `country` it is what every state has ("foreign ministry"): the text says whose, and the actor's id
    is then "chn.foreign-ministry".
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    country: str | None = None
    kind: ActorKind = ActorKind.INSTITUTION
    roles: tuple[str, ...] = ("GOV",)
    wikidata: str | None = None


def load_organisations(files: Sequence[Path] = ()) -> tuple[Organisation, ...]:
    """Ours and the user's international organisations. Raises: LexiconError."""
    return entries("organisations", Organisation, lambda organisation: organisation.id, files)


def load_institutions(files: Sequence[Path] = ()) -> tuple[Institution, ...]:
    """Ours and the user's institutions. Raises: LexiconError."""
    return entries("institutions", Institution, lambda institution: institution.id, files)
