"""Knows the characters that no store keeps, NUL and halves of surrogate pairs, and what stands in their place."""

import re

LOST = "\ufffd"  # stands where a character could not be read or kept

UNKEPT = "\0\ud800-\udfff"  # as a regular expression names them between brackets
_UNKEPT = re.compile(f"[{UNKEPT}]")


def escaped(told: str) -> str:
    r"""An address or a remark with each of them written as an escape (`\udce9`): names that differ still do."""
    return _UNKEPT.sub(lambda found: found[0].encode("unicode_escape").decode(), told)


def replaced(text: str) -> str:
    """A text with U+FFFD for each of them: every other character stays where it stands."""
    return _UNKEPT.sub(LOST, text)
