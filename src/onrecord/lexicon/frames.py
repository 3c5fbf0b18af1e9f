"""The words by which events are told, with their PLOVER types, and the words that bear on them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from onrecord.lexicon.files import entries
from onrecord.model import EventType


class Form(StrEnum):
    """What part of speech a trigger is."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    MODAL = "modal"  # "must"; what it asks of its subject is asked by whoever is reported to say it


class Need(StrEnum):
    """What a frame is no event without."""

    SOURCE = "source"  # an actor who does it
    TARGET = "target"  # an actor to whom it is done
    PARTY = "party"  # either
    NAMED = "named"  # a target, or a source told by the name of a state, whose known deed it is: "the Norlandic attack"
    PERSON = "person"  # a target who is a person or several, not a state nor a thing
    ENVOY = "envoy"  # a source who is named or holds an office, not an army or a thing
    ABROAD = "abroad"  # a target of another state than the source
    ADDRESSED = "addressed"  # nobody named, said to the other side of a talk; or a target
    NEAR = "near"  # a target that a preposition leads to, or whose thing it leads to
    OWN = "own"  # a clause about what the source itself does: "warned that it would"
    ALONE = "alone"  # one side, which does it with nobody
    OBJECT = "object"  # something that it is done to, actor or not
    PLAIN = "plain"  # nothing said of the object: "called him", not "called him a liar"
    DEED = "deed"  # something hostile that it tells of: "claimed that the army had attacked"
    INFINITIVE = "infinitive"  # "agreed with him to leave", not "agreed with him that it was late"
    COMPLEMENT = "complement"  # something that is agreed, refused, asked for
    SUPPORT = "support"  # a noun: a verb such as "hold" or "launch" that makes it happen


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A word that tells of an event, with where its parties stand.

    `word` is a lemma, with the particle or preposition that it needs: "call for". `objects` are lemmas of which
    one must be its object or infinitive ("lift" a "curfew") or, of a noun, stand before it ("hunger" strike);
    `by` names the group of nouns that its subject must belong to. Without a `type` it is no event, and nothing
    that it governs is one. `source` and `target` are places in the sentence: "subject", "object", "dative",
    "reporter" (who is reported to say it), "earlier" (who acts in the clause before), "place" (a known place in or
    at which it happens), "owner" (a possessor, or a name or adjective before a noun), "complement" (what it governs),
    "clause" (who does what it governs), "condition" (who acts in its if-clause), "purpose" (what it is done for),
    "answered" (who did before what this pays back), or a preposition; the first that holds an actor is taken. A frame
    that `governs` covers what its complement tells: "refused to deploy" is a refusal and no deployment. `mutual` events
    have no direction. `custom` is a type of the user's own, a finer one within `type`.
    `cameo` is the code where it is sure, `intensity`
    Goldstein's, and `example` a sentence that yields it.
    """

    word: str
    form: Form
    type: EventType | None = None
    example: str = ""
    objects: tuple[str, ...] = ()
    by: str = ""
    mode: str | None = None
    custom: str = ""
    source: tuple[str, ...] = ("subject",)
    target: tuple[str, ...] = ("object",)
    needs: tuple[Need, ...] = (Need.SOURCE,)
    governs: bool = False
    mutual: bool = False
    cameo: str = ""
    intensity: float | None = None

    @property
    def lets_go(self) -> bool:
        """Whether what it governs stands for itself where it is no event: "told him that they had met"."""
        return self.governs and ("clause" in self.target or Need.INFINITIVE in self.needs)

    def key(self) -> str:
        """What no two frames of a file share."""
        return f"{self.form}:{self.word}:{','.join(self.objects)}:{self.by}"


class Effect(StrEnum):
    """What a word above an event's word says of the event."""

    THROUGH = "through"  # it happens: "begin to", "hold" talks
    ONGOING = "ongoing"  # "continue to"
    FUTURE = "future"  # "plan to", "will"
    REPORTED = "reported"  # "would": future if somebody said so, else only thought of
    POSSIBLE = "possible"  # "may", "if"
    WANTED = "wanted"  # "hope to", "consider"
    TOPIC = "topic"  # "discuss": of a deed, that it happens; of a meeting or a deal, nothing
    NOT = "not"  # "fail to"
    DENIED = "denied"  # "deny"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """A word above an event's word; `form` says what it is, see data/operators.csv."""

    word: str
    form: str
    effect: Effect


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Nouns for those who do some things only they do: crowds, forces, courts."""

    name: str
    nouns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameTable:
    """Frames by form and first word, the most demanding first; operators by form and word; groups by name.

    `words` are the first words of all frames.
    """

    frames: Mapping[Form, Mapping[str, Sequence[Frame]]]
    operators: Mapping[str, Mapping[str, Operator]]
    groups: Mapping[str, frozenset[str]]
    words: frozenset[str]

    def of(self, form: Form, lemma: str) -> Sequence[Frame]:
        """The frames that begin with this word."""
        return self.frames[form].get(lemma, ())

    def effect(self, form: str, lemma: str) -> Effect | None:
        """What a word says of the event below it, None for a word that we do not know."""
        found = self.operators.get(form, {}).get(lemma)
        return found.effect if found is not None else None


def frame_table(frames: Iterable[Frame], operators: Iterable[Operator], groups: Iterable[Group]) -> FrameTable:
    """The entries, ready to be asked by lemma."""
    by_form: dict[Form, dict[str, list[Frame]]] = {form: defaultdict(list) for form in Form}
    for frame in sorted(frames, key=_demands, reverse=True):
        by_form[frame.form][frame.word.split()[0]].append(frame)
    by_word: dict[str, dict[str, Operator]] = defaultdict(dict)
    for operator in operators:
        by_word[operator.form][operator.word] = operator
    names = {group.name: frozenset(group.nouns) for group in groups}
    words = frozenset().union(*by_form.values())
    return FrameTable(frames=by_form, operators=by_word, groups=names, words=words)


def load_frames(files: Sequence[Path] = ()) -> tuple[Frame, ...]:
    """Ours and the user's frames. Raises: LexiconError."""
    return entries("frames", Frame, Frame.key, files)


def load_operators(files: Sequence[Path] = ()) -> tuple[Operator, ...]:
    """Ours and the user's operators. Raises: LexiconError."""
    return entries("operators", Operator, lambda operator: f"{operator.form}:{operator.word}", files)


def load_groups(files: Sequence[Path] = ()) -> tuple[Group, ...]:
    """Ours and the user's groups of nouns. Raises: LexiconError."""
    return entries("groups", Group, lambda group: group.name, files)


def _demands(frame: Frame) -> tuple[int, bool, bool]:
    return len(frame.word.split()), bool(frame.objects), bool(frame.by)
