"""The values of facets that `onrecord search` is asked for: as the store has them, or what is wrong with them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import typer

from onrecord.cli.remarks import remark
from onrecord.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.lexicon import Lexicon

WHO = ("speaker", "actor")  # facets whose values are asked for by name
MOST_NAMED = 20  # values that are all named where one is not known
SUGGESTED = 5  # of more, those that are spelt alike


def facets_asked(
    connection: "Connection", chosen: Mapping[str, Sequence[str] | None], settings: Settings
) -> Mapping[str, Sequence[str]]:
    """The facets that were chosen; actors by their ids, countries by their codes.

    Raises: SettingsError for a name that nobody has; BadParameter for a value that there cannot be.
    """
    from onrecord.store.actors import asked_for

    facets: dict[str, Sequence[str]] = {}
    for name, values in chosen.items():
        if values and name in WHO:
            facets[name] = list(dict.fromkeys(id for value in values for id in asked_for(connection, value).ids))
        elif values:
            facets[name] = [_value(connection, name, value, settings) for value in values]
    return facets


def _value(connection: "Connection", name: str, value: str, settings: Settings) -> str:
    """A value as entries have it. Raises: BadParameter for one that there cannot be."""
    from onrecord import lexicon
    from onrecord.lexicon.search import country_code
    from onrecord.store.search import Filter, count

    if count(connection, Filter(facets={name: [value]})):
        return value
    known = lexicon.load(settings.knowledge)
    if name == "country":
        if (code := country_code(known, value)) is None:
            raise typer.BadParameter(f"{value!r} is no state or organisation that is known", param_hint="--country")
        return code
    _require(name, value, known)
    if name in ("outlet", "role"):
        _tell_others(connection, name, value)
    return value


def _require(name: str, value: str, known: "Lexicon") -> None:
    """Raises: BadParameter for what is no value of a facet that has but these values."""
    from onrecord.model import Act, EventType, FindingKind, Manner, Status, Verdict
    from onrecord.model.corrections import IS_CORRECTED
    from onrecord.store.facets import facet

    values: Mapping[str, Iterable[str]] = {
        "act": Act,
        "finding": FindingKind,
        "issue": (issue.slug for issue in known.issues),
        "manner": Manner,
        "review": (*Verdict, IS_CORRECTED),
        "occasion": (occasion.kind for occasion in known.occasions),
        "status": Status,
        "type": EventType,
    }
    there = sorted(values.get(name, ()))
    if there and facet(name, value) not in {facet(name, one) for one in there}:
        told = f"there is no {name} {value!r}; {near(value, there)}"
        raise typer.BadParameter(told, param_hint=f"--{name}")


def near(value: str, there: Sequence[str]) -> str:
    """Which values there are: all, or of many those that are spelt alike."""
    from rapidfuzz.process import extract

    if len(there) <= MOST_NAMED:
        return f"there are: {', '.join(there)}"
    alike = extract(value, there, limit=SUGGESTED, processor=str.casefold)
    return f"near are: {', '.join(one for one, _, _ in alike)}"


def _tell_others(connection: "Connection", name: str, value: str) -> None:
    """Say which values the store has of a facet that may have any."""
    from onrecord.store.search import Filter, Owner, facet_counts, outlets

    if name == "outlet":
        there = list(outlets(connection).values())
    else:
        there = list(facet_counts(connection, Filter(owners=(Owner.STATEMENT,))).get(name, ()))
    remark(f"the store has no {name} {value!r}; {near(value, there) if there else 'it has none at all'}")
