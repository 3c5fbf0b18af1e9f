"""Remembers what spaCy's attribute ruler makes of a word: its patterns ask little of a word, and are dear to match."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.attrs import DEP, LOWER, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

ASKED = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})  # what decides a condition; what LOWER is tells IS_SPACE
MOST = 50_000  # kinds of words remembered, some 15 MB; a million words have more, most of them met once
Kind = tuple[int, ...]  # a word in small letters with its tag and its relation
Pattern = list[dict[str, object]]
Match = tuple[int, int, int]  # the rule, the first token, the one after the last


@dataclass(frozen=True, slots=True)
class Rule:
    """The id of a rule of the ruler, and those of the conditions that tokens in a row must meet."""

    id: int
    conditions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Met:
    """What a kind of word meets: conditions, the rules that this alone fulfils, and the longer ones that it begins."""

    conditions: frozenset[int]
    alone: tuple[int, ...]
    begun: tuple[Rule, ...]


def remember(nlp: Language) -> None:
    """Gives the pipeline's attribute ruler a matcher that matches each kind of word once."""
    ruler = nlp.get_pipe("attribute_ruler") if nlp.has_pipe("attribute_ruler") else None
    if isinstance(ruler, AttributeRuler):
        tokens = (token for patterns in _patterns(ruler) for pattern in patterns for token in pattern)
        if all(ASKED.issuperset(token) for token in tokens):
            ruler.matcher = RememberingMatcher(ruler)


class RememberingMatcher(Matcher):
    """Finds what the ruler's own matcher finds, and matches single words only: those of a kind not met before."""

    def __init__(self, ruler: AttributeRuler) -> None:
        super().__init__(ruler.vocab)
        self._rules = list(_rules(ruler, self))
        self._met: dict[Kind, Met] = {}
        self._alike: dict[Met, Met] = {}  # many kinds meet the same

    def __call__(self, doc: Doc, **_: object) -> list[Match]:  # type: ignore[override]  # the ruler asks for no spans
        """The rules that the words of a Doc fulfil, with the places of these words."""
        kinds = [tuple(kind) for kind in doc.to_array([LOWER, TAG, DEP]).tolist()]
        met = [self._met.get(kind) or self._learnt(kind, doc, index) for index, kind in enumerate(kinds)]
        found: list[Match] = []
        for index, one in enumerate(met):
            found.extend((rule, index, index + 1) for rule in one.alone)
            found.extend(
                (rule.id, index, index + len(rule.conditions)) for rule in one.begun if _goes_on(rule, met[index:])
            )
        return found

    def _learnt(self, kind: Kind, doc: Doc, index: int) -> Met:
        """What the token with this number meets."""
        matches = super().__call__(doc[index : index + 1], allow_missing=True)
        conditions = frozenset(condition for condition, _, _ in matches)
        fulfilled = [rule for rule in self._rules if rule.conditions[0] in conditions]
        if len(self._met) >= MOST:
            self._met.clear()
        met = Met(
            conditions=conditions,
            alone=tuple(dict.fromkeys(rule.id for rule in fulfilled if len(rule.conditions) == 1)),
            begun=tuple(rule for rule in fulfilled if len(rule.conditions) > 1),
        )
        self._met[kind] = self._alike.setdefault(met, met)
        return self._met[kind]


def _patterns(ruler: AttributeRuler) -> Iterator[list[Pattern]]:
    """The patterns of each rule of a ruler."""
    return (ruler.matcher.get(str(number))[1] for number in range(len(ruler.attrs)))


def _rules(ruler: AttributeRuler, matcher: Matcher) -> Iterator[Rule]:
    """The rules of a ruler; each of their conditions is added to the matcher."""
    strings = ruler.vocab.strings
    for number, patterns in enumerate(_patterns(ruler)):
        for alternative, pattern in enumerate(patterns):
            names = [f"{number}/{alternative}/{place}" for place in range(len(pattern))]
            for name, condition in zip(names, pattern, strict=True):
                matcher.add(name, [[condition]])
            yield Rule(strings.add(str(number)), tuple(strings.add(name) for name in names))


def _goes_on(rule: Rule, met: Sequence[Met]) -> bool:
    """Whether the first of some words in a row meet the conditions of a rule."""
    pairs = zip(rule.conditions, met, strict=False)
    return len(met) >= len(rule.conditions) and all(condition in one.conditions for condition, one in pairs)
