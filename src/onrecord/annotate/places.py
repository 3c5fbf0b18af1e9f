"""Which state a name means that places of several states bear: "Tripoli", "Georgia"."""

from collections.abc import Iterable, Mapping, Sequence

# What names a state or a place in it, the first of these where a name is two things.
PLACES = ("state", "demonym", "capital", "city")
SITES = 2  # other places of a state that show that it is meant by a name that is another state's own

Name = str
Reading = tuple[str, str]  # label, id of a state


def settled(names: Mapping[Name, Sequence[Reading]]) -> dict[Name, Reading]:
    """The one reading of each name in a text, by what else the text names; id "" where none is nearer.

    A place is of the one state that the text names otherwise. A state's name is the state's, unless nothing else
    names it and the text has other places of the state that has a place of that name.
    """
    certain = {name: readings[0] for name, readings in names.items() if len({id for _, id in readings}) == 1}
    named = {id for _, id in certain.values()}
    sites = [id for label, id in certain.values() if label == "city"]
    several = {id for id in sites if sites.count(id) >= SITES}
    return {name: certain.get(name) or _nearest(readings, named, several) for name, readings in names.items()}


def _nearest(readings: Iterable[Reading], named: set[str], several: set[str]) -> Reading:
    first, *others = sorted(readings, key=lambda reading: PLACES.index(reading[0]))
    label, id = first
    same = [id, *(other for other_label, other in others if other_label == label)]
    if len(same) == 1:
        elsewhere = [reading for reading in others if reading[1] in several]
        return elsewhere[0] if id not in named and len(elsewhere) == 1 else first
    meant = [id for id in same if id in named]
    return label, meant[0] if len(meant) == 1 else ""
