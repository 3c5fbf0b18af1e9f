"""What each view over events is called in a list: one entry a happening, engagement, promise, line, or pair."""

from collections.abc import Iterable, Sequence

from onrecord.lexicon.encounters import EncounterKind
from onrecord.model import Status
from onrecord.model.days import in_words
from onrecord.render.entries import Entry, facts, sides
from onrecord.views.cast import listed
from onrecord.views.climate import Characterisation, Climate, Period
from onrecord.views.compare.meetings import Meeting
from onrecord.views.exchanges import Exchange
from onrecord.views.happenings import Happening
from onrecord.views.hotlines import Line, LineReport
from onrecord.views.items import Item
from onrecord.views.occasions import Engagement, PlaceBasis, Reported
from onrecord.views.promises import Promise

PASSAGES = 3  # of one entry, in a list
UNKNOWN_DAY = "day unknown"
CONFIRMED = {True: "said by the actor's own side", False: "said not to have been given", None: "only attributed"}
BY_THE_TEXT = "told by the text itself"


def entry(item: Item) -> Entry:
    """An item of a list, as it is printed."""
    match item:
        case Happening():
            return happening_entry(item)
        case Engagement():
            return engagement_entry(item)
        case Promise():
            return promise_entry(item)
        case Line():
            return line_entry(item)
        case Climate():
            return climate_entry(item)
        case Exchange():
            return exchange_entry(item)
        case Meeting():
            return meeting_entry(item)


def happening_entry(one: Happening) -> Entry:
    """A happening: "Friday 3 May 2030 · CONSULT visit · USA → CHN"."""
    kind = " ".join(filter(None, (one.custom or one.type, one.mode)))
    return Entry(
        head=f"{_when(one)} · {kind} · {sides(one.sources, one.targets)}",
        tags=_tags(one.status, _told(one.mentions, one.documents)),
        facts=facts(
            ("who", _sides_named(one.source_names, one.target_names)),
            ("where", one.place),
            ("reported", _history(one.history)),
            ("on", ", ".join(one.issues)),
        ),
        passages=one.evidence[:PASSAGES],
    )


def engagement_entry(one: Engagement) -> Entry:
    """A visit, a meeting, a call: who took part, when, where, how long, and what became of it."""
    said = f"{len(one.said)} statement{'' if len(one.said) == 1 else 's'}" if one.said else None
    return Entry(
        head=f"{_when(one)} · {one.kind} · {_people(one)}",
        tags=_tags(one.status, " – ".join(one.countries)),
        facts=facts(
            ("where", _where(one)),
            ("how", one.form),
            ("how long", one.duration),
            ("reported", _history(one.history)),
            ("said there", said),
        ),
        passages=one.evidence[:PASSAGES],
    )


def _when(one: Happening | Engagement | Exchange) -> str:
    """The day; where none is known, that of the report, called so."""
    day = in_words(one.day) or UNKNOWN_DAY
    return day if one.date or one.day is None else f"reported {day}"


def _people(one: Engagement) -> str:
    """Who took part, with their offices; who received stands after who came."""
    held = zip(one.participants, one.offices, strict=True)
    people = [(name, f"{name} ({office})" if office else name) for name, office in held]
    came = listed(told for name, told in people if name not in one.received_by)
    hosts = listed(told for name, told in people if name in one.received_by)
    return f"{came}, received by {hosts}" if came and hosts else came or hosts


def _where(one: Engagement) -> str | None:
    """The place; of a call it is only where one side sat."""
    if one.place is None or one.kind in (EncounterKind.CALL, EncounterKind.VIDEO_CALL):
        return None
    if one.place_basis is not PlaceBasis.VISIT:
        return one.place
    return (
        f"{one.place}, as on the visit told before" if one.kind is EncounterKind.VISIT else f"{one.place}, on the visit"
    )


def promise_entry(one: Promise) -> Entry:
    """A promise: who bound himself to what, in whose words, and whether his own side says so."""
    given = one.commitment
    toward = f" towards {given.toward}" if given.toward else ""
    due = one.time_frame.exact + (f" ({in_words(one.due)})" if one.due else "") if one.time_frame else None
    return Entry(
        head=f"{listed(given.actor) or 'unknown'}{toward}",
        tags=_tags(CONFIRMED[given.confirmed_by_actor] if given.said_by else BY_THE_TEXT, in_words(one.date)),
        facts=facts(("said by", listed(given.said_by)), ("by when", due)),
        passages=(given.undertaking,),
        later=tuple(
            (f"{later.bearing} · {in_words(later.date) or UNKNOWN_DAY}", later.evidence) for later in one.later
        ),
    )


def line_entry(one: Line) -> Entry:
    """A line of communication: between whom, how it stands, and how it stood before; of each report a passage."""
    firsts = [report.evidence[0] for report in one.history]
    others = [part for report in one.history for part in report.evidence[1:]]
    day = in_words(one.reported)
    return Entry(
        head=f"{' – '.join(one.parties)} · {listed(one.names)}",
        tags=_tags(one.status or "status unknown", f"reported {day}" if day else UNKNOWN_DAY),
        facts=facts(("history", "; ".join(map(_report, one.history)) if len(one.history) > 1 else None)),
        passages=tuple(dict.fromkeys((*firsts, *others[: max(0, PASSAGES - len(firsts))]))),
    )


def climate_entry(one: Climate) -> Entry:
    """A pair of states: the series, and under it what each side calls it."""
    series = tuple((period.period, _period(period)) for period in one.series)
    left = (("undated", f"{one.undated} happenings in no period"),) if one.undated else ()
    return Entry(head=" – ".join(one.pair), facts=(*series, *left), parts=tuple(map(_called, one.characterisations)))


def exchange_entry(one: Exchange) -> Entry:
    """What somebody said to somebody: "Friday 3 May 2030 · said · Ada Holm to Bo Lind"."""
    by = ", ".join(filter(None, (one.said_by or "unknown", f"by {one.via}" if one.via else None)))
    return Entry(
        head=f"{_when(one)} · said · {by}" + (f" to {listed(one.to)}" if one.to else ""),
        tags=_tags(one.act, ", ".join(one.issues)),
        passages=one.words[:PASSAGES],
    )


def meeting_entry(one: Meeting) -> Entry:
    """A meeting with its accounts: whose each is, and what they share; of each the words that tell of it."""
    accounts = ((a.key, " · ".join(filter(None, (a.side_name, a.basis, a.title, a.uri)))) for a in one.accounts)
    return Entry(
        head=f"{in_words(one.date) or UNKNOWN_DAY} · {one.kind} · {listed(one.participants)}",
        tags=_tags(" – ".join(one.countries), f"{len(one.accounts)} accounts"),
        facts=facts(*accounts, *((reason.ground, reason.text) for reason in one.reasons)),
        passages=tuple(told.evidence[0] for told in one.held),
    )


def _called(one: Characterisation) -> Entry:
    said_by = ", ".join(filter(None, (one.said_by, f"by {one.via}" if one.via else None)))
    return Entry(
        head=f"{one.country} · {in_words(one.date) or UNKNOWN_DAY}",
        tags=_tags(said_by),
        passages=(one.words,),
    )


def _period(one: Period) -> str:
    counted = ", ".join(f"{number} {quad.value}" for quad, number in one.quads.items() if number)
    happenings = f"{one.happenings} happening{'' if one.happenings == 1 else 's'}"
    published = f"; {one.by_publication} by day of publication" if one.by_publication else ""
    return f"{one.mean:+.2f} = {one.total:+.1f} over {happenings} ({counted}{published})"


def _tags(*words: str | None) -> tuple[str, ...]:
    return tuple(word for word in words if word)


def _told(mentions: int, documents: int) -> str | None:
    """How often it is told, where that is more than once."""
    if documents > 1:
        return f"told {mentions} times in {documents} documents"
    return f"told {mentions} times" if mentions > 1 else None


def _sides_named(sources: Sequence[str], targets: Sequence[str]) -> str | None:
    ours, theirs = listed(sources), listed(targets)
    return ours if ours == theirs else " → ".join(filter(None, (ours, theirs))) or None


def _history(history: Iterable[Reported]) -> str | None:
    """What became of it as it was reported, where that changed: "planned 2 May 2030, occurred 4 May 2030"."""
    steps: list[tuple[Status, str | None]] = []
    for one in history:
        if not steps or steps[-1][0] is not one.status:
            steps.append((one.status, one.day))
    told = (f"{status} {in_words(day)}".rstrip() for status, day in steps)
    return ", then ".join(told) if len(steps) > 1 else None


def _report(one: LineReport) -> str:
    return f"{one.status or 'named'} {in_words(one.published)}".rstrip()
