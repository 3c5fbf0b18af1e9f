"""What a whole text is about: the matter that its title, its lead and most of what is said in it share."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.resolve.issues import Sign, Strength

TITLE, LEAD = 3.0, 2.0  # how much the title and a first paragraph count; a statement counts 1
BY_STRENGTH = {Strength.TERM: 1.0, Strength.HINT: 0.5}
REIGNING = 0.4  # share of all that is told, from which on one matter stands for what has weak words alone
PAIRED = 0.5  # share of the main issue's weight from which on its companion is of the same matter

Part = tuple[float, Sequence[Sign]]  # how much a passage counts, and its signs


def main_matters(parts: Iterable[Part]) -> tuple[tuple[str, ...], bool]:
    """The issue that weighs most, with its companion where that weighs nearly as much, and whether they reign.

    They reign in a text on one matter. In a text on many weak words count as much: it is mostly about relations.
    """
    known = list(parts)
    weighed = _folded(known)
    main = max(weighed, key=weighed.__getitem__, default=None)
    if main is not None and weighed[main] >= REIGNING * sum(weighed.values()):
        return (main, *_beside(main, known, weighed)), True
    weighed = _weighed(known, BY_STRENGTH | {Strength.FALLBACK: 1.0})
    most = max(weighed, key=weighed.__getitem__, default=None)
    return (most,) if most is not None else (), False


def _beside(main: str, parts: Sequence[Part], weighed: Mapping[str, float]) -> tuple[str, ...]:
    """The companion of the main issue that weighs most, if it weighs enough."""
    companions = {sign.issue.slug for _, signs in parts for sign in signs if main in sign.issue.companions}
    second = max(companions, key=lambda slug: weighed.get(slug, 0.0), default=None)
    return (second,) if second is not None and weighed.get(second, 0.0) >= PAIRED * weighed[main] else ()


def _folded(parts: Sequence[Part]) -> dict[str, float]:
    """The issues' weights; what hints at a general issue counts for the special case that terms settle most."""
    weighed = _weighed(parts, BY_STRENGTH)
    settled = _weighed(parts, {Strength.TERM: 1.0})
    general = {sign.issue.slug: sign.issue.special_cases for _, signs in parts for sign in signs}
    for slug, cases in general.items():
        special = max(cases, key=lambda case: settled.get(case, 0.0), default=None)
        if special is not None and settled.get(special, 0.0) > settled.get(slug, 0.0):
            kept = settled.get(slug, 0.0)
            weighed[special] += weighed[slug] - kept
            weighed[slug] = kept
    return weighed


def _weighed(parts: Iterable[Part], by_strength: dict[Strength, float]) -> dict[str, float]:
    """Each part counts for the issues that its signs tell, an issue once, shared among them."""
    weighed: dict[str, float] = defaultdict(float)
    for weight, signs in parts:
        best: dict[str, float] = {}
        for sign in signs:
            if sign.strength in by_strength:
                best[sign.issue.slug] = max(best.get(sign.issue.slug, 0.0), by_strength[sign.strength])
        for slug, strength in best.items():
            weighed[slug] += weight * strength / len(best)
    return weighed
