"""Which figures of a scorer's report are shown, what is aimed at, and what other systems reach."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.errors import SourceError
from onrecord.evaluate.tables import Table
from onrecord.lexicon.files import entries

UNKNOWN = "-"

Report = Mapping[str, object]  # what a scorer says, as JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A share in a scorer's report. `key` is "set/name", `path` leads to it, `short` heads a column.

    `reach` is the aim for each of the first columns, `agreement` what two people reach; both in percent.
    """

    key: str
    name: str
    path: str
    short: str = ""
    reach: tuple[float, ...] = ()
    agreement: float | None = None
    less_is_better: bool = False

    @property
    def figure(self) -> str:
        """What a peer's figure of it is called."""
        return self.key.partition("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Another system, and its figures on one set, in percent."""

    set: str
    name: str
    figures: Mapping[str, float]


def measures_of(name: str) -> list[Measure]:
    """The measures of a set, in the order in which they are shown."""
    known = entries("measures", Measure, lambda measure: measure.key)
    return [measure for measure in known if measure.key.startswith(f"{name}/")]


def peers_of(name: str) -> list[Peer]:
    """The systems that were measured on a set."""
    return [peer for peer in entries("peers", Peer, lambda peer: f"{peer.set}/{peer.name}") if peer.set == name]


def goals(name: str, title: str, reports: Mapping[str, Report]) -> Table:
    """A line for each measure of a set: our figure in each report, the aim, the best peer, what people agree on."""
    measures, peers = measures_of(name), peers_of(name)
    peer_heads = ("best peer", "which") if peers else ()
    return Table(
        title=title,
        head=("measure", *reports, "to reach", *peer_heads, "two people"),
        rows=tuple(
            (
                measure.name,
                *(percent(found(report, measure.path)) for report in reports.values()),
                " / ".join(f"{aim:g}" for aim in dict.fromkeys(measure.reach)) or UNKNOWN,
                *(_best(measure, peers) if peers else ()),
                UNKNOWN if measure.agreement is None else f"{measure.agreement:.1f}",
            )
            for measure in measures
        ),
    )


def comparison(name: str, title: str, report: Report) -> Table:
    """A line for each system that was measured on a set, ours first."""
    shown = [measure for measure in measures_of(name) if measure.short]
    ours = ("OnRecord", *(percent(found(report, measure.path)) for measure in shown))
    theirs = ((peer.name, *(_figure(peer, measure) for measure in shown)) for peer in peers_of(name))
    return Table(title=title, head=("system", *(measure.short for measure in shown)), rows=(ours, *theirs))


def found(report: Report, path: str) -> float | None:
    """The share at the end of a path; None where there was nothing to measure.

    A step that ends in "?" is in a report only where the data has such entries.
    Raises: SourceError for a path that the report does not have.
    """
    here: object = report
    for step in path.split("."):
        name = step.removesuffix("?")
        match here:
            case {} if isinstance(here, Mapping) and name in here:
                here = here[name]
            case {} if name != step:
                return None
            case [*_] if step.isdigit() and int(step) < len(here):
                here = here[int(step)]
            case _:
                raise SourceError("the scorer", f"reports no {path}", "it may be of another version")
    return float(here) if isinstance(here, int | float) else None


def percent(share: float | None) -> str:
    """A share as a percentage with one decimal."""
    return UNKNOWN if share is None else f"{100 * share:.1f}"


def _best(measure: Measure, peers: Sequence[Peer]) -> tuple[str, str]:
    known = [peer for peer in peers if measure.figure in peer.figures]
    if not known:
        return UNKNOWN, UNKNOWN
    choose = min if measure.less_is_better else max
    best = choose(known, key=lambda peer: peer.figures[measure.figure])
    return _figure(best, measure), best.name


def _figure(peer: Peer, measure: Measure) -> str:
    figure = peer.figures.get(measure.figure)
    return UNKNOWN if figure is None else f"{figure:.1f}"
