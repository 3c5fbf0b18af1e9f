"""Where an actor's statements have a phrase, in its words or in near ones."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import partial_ratio_alignment

from onrecord.model import Evidence, Record, Statement
from onrecord.store.saying import NEAR
from onrecord.store.words import places, words
from onrecord.views.cast import Cast
from onrecord.views.uses import Use, is_said_by, use_of
from onrecord.views.wanted import Wanted
from onrecord.views.wordings import ALIKE, LEAST, NEARLY, Wording, wording

Stretch = tuple[float, Evidence]  # how near its words are to the phrase


@dataclass(frozen=True, slots=True)
class Phrased:
    """The uses of a phrase, by the stretches of statements that have it; what comes near; and what they are about."""

    uses: tuple[Use, ...]
    near: tuple[Use, ...]
    issue: str | None


def phrased(records: Iterable[Record], phrase: str, issue: str | None, actor: Wanted, cast: Cast) -> Phrased:
    """The statements of an actor that have a phrase. `issue` is None where they may be on any.

    Words are the same by their stems and in their order. A stretch that names somebody or something in place of words
    of the phrase is not the phrase, but near to it.
    """
    wanted, told = words(phrase), wording(phrase)
    uses, near = [], []
    issues: Counter[str] = Counter()
    for record in records:
        for statement in record.statements:
            if not is_said_by(statement, issue, actor, cast):
                continue
            likeness, stretch = max(_stretches(statement, wanted), key=lambda one: one[0], default=(0.0, None))
            if stretch is None or likeness < NEARLY:
                continue
            use = use_of(statement, record, cast, (stretch,))
            if likeness >= NEAR and _is_alike(use.wording, told) and not _names_another(stretch.exact, use, told):
                uses.append(use)
                issues.update(statement.issues)
            else:
                near.append(use)
    first = max(issues, key=lambda slug: (issues[slug], slug), default=None)
    return Phrased(tuple(uses), tuple(near), issue or first)


def _stretches(statement: Statement, wanted: Sequence[str]) -> Iterator[Stretch]:
    """Of each passage of a statement the stretch that is nearest to a phrase."""
    for part in statement.content:
        known = list(places(part.exact))
        stems = [stem for stem, _, _ in known]
        first, last = _nearest(stems, wanted)
        if first < last:
            likeness = Indel.normalized_similarity(wanted, stems[first:last])
            first, last = _whole(stems, wanted, first, last)
            start, end = known[first][1], known[last - 1][2]
            yield likeness, Evidence(part.doc_id, part.start + start, part.start + end, part.exact[start:end])


def _nearest(stems: Sequence[str], wanted: Sequence[str]) -> tuple[int, int]:
    """From where to where the words of a passage are nearest to a phrase; both ends are words of the phrase."""
    around = len(wanted) // 2
    found = partial_ratio_alignment(wanted, stems) if len(stems) > len(wanted) else None
    start, end = (max(0, found.dest_start - around), found.dest_end + around) if found else (0, len(stems))
    own = set(wanted)
    shared = [place for place in range(start, min(end, len(stems))) if stems[place] in own]
    if not shared:
        return 0, 0
    ends = [(first, shared[-1] + 1) for first in shared]
    first, _ = max(ends, key=lambda one: Indel.normalized_similarity(wanted, stems[slice(*one)]))
    ends = [(first, last + 1) for last in shared if last >= first]
    return max(ends, key=lambda one: Indel.normalized_similarity(wanted, stems[slice(*one)]))


def _whole(stems: Sequence[str], wanted: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """The same with the words that stand in place of those with which the phrase begins and ends."""
    before = wanted.index(stems[first])
    after = list(reversed(wanted)).index(stems[last - 1])
    return max(0, first - before), min(len(stems), last + after)


def _is_alike(one: Wording, phrase: Wording) -> bool:
    """Whether a stretch has enough telling words of a phrase: of few it has all."""
    shared = len(one.telling & phrase.telling)
    has_most = 2 * shared >= ALIKE * (len(one.telling) + len(phrase.telling))
    return one.words == phrase.words or (has_most and shared >= min(LEAST, len(phrase.telling)))


def _names_another(stretch: str, use: Use, phrase: Wording) -> bool:
    """Whether a stretch lacks words of the phrase and has a name that the phrase has not."""
    named = {stem for stem, start, _ in places(stretch) if stretch[start].isupper()}
    return bool(use.wording.names and named - phrase.telling and phrase.telling - use.wording.telling)
