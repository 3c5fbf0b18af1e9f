"""All that a store holds as lines of JSON, and back: readings with how they are kept, pages that failed, corrections.

A reading is a line of `onrecord read` with one more field, "store"; the others are {"failure": {…}} and
{"correction": {…}}.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from onrecord.errors import SourceError
from onrecord.export.json_text import json_text
from onrecord.export.lines import as_json, parsed, reading, record_from_json
from onrecord.lexicon import Lexicon
from onrecord.model import Correction, Record
from onrecord.store.held import Failure, Held, Kept

STORE, FAILURE, CORRECTION = "store", "failure", "correction"  # the fields that only lines of a store have
KEPT, FAILED, CORRECTED = TypeAdapter(Kept), TypeAdapter(Failure), TypeAdapter(Correction)

OTHERS: Mapping[str, TypeAdapter[Failure] | TypeAdapter[Correction]] = {FAILURE: FAILED, CORRECTION: CORRECTED}


@dataclass(frozen=True, slots=True)
class Restored:
    """What a line gives back: a reading, with how it was kept where the line says so."""

    record: Record
    kept: Kept | None


def held_line(held: Held, lexicon: Lexicon) -> str:
    """A reading as one line of JSON."""
    line = as_json(reading(held.record, lexicon))
    assert isinstance(line, dict)
    return json_text({**line, STORE: KEPT.dump_python(held.kept, mode="json")})


def failure_line(failed: Failure) -> str:
    """A page that could not be read, as one line of JSON."""
    return json_text({FAILURE: FAILED.dump_python(failed, mode="json")})


def correction_line(made: Correction) -> str:
    """What a person said, as one line of JSON."""
    return json_text({CORRECTION: CORRECTED.dump_python(made, mode="json")})


def restored(line: bytes | str) -> Restored | Failure | Correction:
    """What a line holds. Raises: SourceError, EvidenceError for what OnRecord has not written so."""
    other = other_in(line)
    if other is not None:
        return other
    return Restored(record_from_json(line), kept_in(parsed(line)[0]))


def other_in(line: bytes | str) -> Failure | Correction | None:
    """The failure or the correction that a line tells of; None for a line of another kind. Raises: SourceError."""
    try:
        whole = json.loads(line)
    except (ValueError, RecursionError):
        return None  # whoever reads it as a record says what is wrong
    for field, shape in OTHERS.items():
        if isinstance(whole, dict) and set(whole) == {field}:
            try:
                return shape.validate_python(whole[field])
            except ValidationError as error:
                raise _misshapen(error, field) from error
    return None


def kept_in(whole: Mapping[str, object]) -> Kept | None:
    """How the reading of a line was kept; None for a line that does not come from a store. Raises: SourceError."""
    if STORE not in whole:
        return None
    try:
        return KEPT.validate_python(whole[STORE])
    except ValidationError as error:
        raise _misshapen(error, STORE) from error


def _misshapen(error: ValidationError, field: str) -> SourceError:
    first = error.errors()[0]
    place = ".".join(map(str, (field, *first["loc"])))
    return SourceError("this line", f"is not of a store: {place}: {first['msg']}")
