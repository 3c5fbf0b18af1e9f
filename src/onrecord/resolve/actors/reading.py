"""What a mention was resolved to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Whom a mention means: ids of actors, the country where there is one, and the rule that chose.

    Without actors the rule says why nobody was chosen; `country` may be known all the same.
    """

    rule: str
    actors: tuple[str, ...] = ()
    country: str | None = None
