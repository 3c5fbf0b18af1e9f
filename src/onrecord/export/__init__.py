"""Records on their way out, and back: JSON Lines, their JSON Schema, and the check of a file of them."""

from enum import StrEnum


class Output(StrEnum):
    """What is written as JSON."""

    RECORD = "record"  # a line of `onrecord read`
    BRIEF = "brief"  # `onrecord brief --format json`
    COMPARISON = "comparison"  # `onrecord compare --json`
