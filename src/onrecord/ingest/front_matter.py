"""Reads the lines between two "---" at the head of a text, where its metadata stands."""

import re
from collections.abc import Mapping

from onrecord.ingest.metadata import Metadata, stated

LONGEST = 65_536  # characters; a "---" farther on is a rule in the text and closes no front matter

_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"^([\w-]+):[ \t]*(.*)$", re.MULTILINE)


def front_matter_end(text: str) -> int:
    """Where the text goes on after its front matter; 0 if it has none."""
    opening = _FENCE.match(text)
    if opening is None or not text.startswith("---"):
        return 0
    closing = _FENCE.search(text, opening.end(), LONGEST)
    inside = text[opening.end() : closing.start()] if closing else ""
    return closing.end() if closing and _KEY.search(inside) else 0


def front_matter(text: str) -> Metadata:
    """What the front matter at the head of this text says."""
    return stated("front matter", _values(text[3 : front_matter_end(text)].strip().rstrip("-.")))


def _values(inside: str) -> Mapping[str, str]:
    import yaml  # most texts have no front matter and need not wait for it

    try:
        # the base loader builds strings alone: no objects, and an alias is never spelled out
        loaded = yaml.load(inside, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        # "title: Talks: the third day" is no YAML and yet says what the title is
        loaded = {key: value.strip().strip("'\"") for key, value in _KEY.findall(inside)}
    pairs = loaded.items() if isinstance(loaded, dict) else ()
    return {key.lower(): value for key, value in pairs if isinstance(key, str) and isinstance(value, str)}
