"""What comparing takes: the words, and each record with its side and what is known of its people."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.lexicon.accounts import AccountRole, Naming, load_account_words, load_namings, load_near_words
from onrecord.lexicon.bodies import load_institutions
from onrecord.lexicon.issues import Issue, load_issues
from onrecord.lexicon.phrases import Phrase
from onrecord.lexicon.states import State, load_states
from onrecord.lexicon.terms import TermIndex, term_index
from onrecord.model import Actor, ActorKind, Record
from onrecord.resolve.issues import IssueMatcher, issue_matcher
from onrecord.store.words import words as stems
from onrecord.views.cast import Cast, cast_of
from onrecord.views.compare.comparison import Account
from onrecord.views.key_points.reading import BriefWords, load_brief_words

NESTED = 4  # mentions that can stand in one another
GENERAL = "bilateral-relations"  # what everything between two states is about; another issue says more
WIDE = (GENERAL, "regional-security")  # issues that stand only where there is none of narrower reach


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareWords:
    """The words that a comparison needs beside its records. Loaded once by `load_compare_words`."""

    brief: BriefWords
    issues: Mapping[str, Issue]
    matcher: IssueMatcher
    roles: Mapping[AccountRole, TermIndex[AccountRole]]
    namings: tuple[Naming, ...]
    states: tuple[State, ...]
    bodies: TermIndex[str]  # names of states, and of bodies that are one state's own, to its code
    state_stems: frozenset[str]
    links: frozenset[str]  # words with which no new point begins
    near: Mapping[str, str]  # the stem of a word to that of the plainest one that says nearly the same

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """The diplomatic phrases."""
        return self.brief.phrases

    def has(self, role: AccountRole, text: str) -> bool:
        """Whether words of a role stand in a text."""
        return next(self.roles[role].found(text), None) is not None


def load_compare_words(files: Sequence[Path] = ()) -> CompareWords:
    """Ours and the user's words. Raises: LexiconError."""
    issues, states = load_issues(files), load_states(files)
    roles = {words.role: words.forms for words in load_account_words(files)}
    names = [
        (name, state.id)
        for state in states
        for name in (state.name, *state.names, *state.adjectives, *state.peoples, *state.capitals)
    ]
    own = [(name, one.country) for one in load_institutions(files) if one.country for name in (one.name, *one.names)]
    return CompareWords(
        brief=load_brief_words(files),
        issues={issue.slug: issue for issue in issues},
        matcher=issue_matcher(issues),
        roles={role: term_index((form, role) for form in roles.get(role, ())) for role in AccountRole},
        namings=load_namings(files),
        states=states,
        bodies=term_index([*names, *own]),
        links=frozenset(roles.get(AccountRole.LINK, ())),
        near={
            stem: stems(group.word)[0]
            for group in load_near_words(files)
            for word in (group.word, *group.words)
            for stem in stems(word)[:1]
        },
        state_stems=frozenset(stem for name, _ in names for stem in stems(name)),
    )


@dataclass(frozen=True, slots=True)
class Scene:
    """One record in a comparison: whose account it is, who its people are, and which sides took part."""

    account: Account
    record: Record
    cast: Cast
    sides: frozenset[str]
    words: CompareWords
    is_military: bool = False  # those who met command armed forces
    is_author: bool = False  # who writes it took part: "we discussed"
    titles: tuple[tuple[int, int], ...] = ()  # where people are named with their offices, in order

    def is_in_title(self, start: int, end: int) -> bool:
        """Whether a stretch lies in the words that name somebody: "the Secretary of Trade"."""
        place = bisect_right(self.titles, start, key=lambda title: title[0])
        return any(first <= start and end <= last for first, last in self.titles[max(0, place - NESTED) : place])


def cast_for(record: Record, words: CompareWords) -> Cast:
    """Who is in a record."""
    return cast_of((record,), words.brief.countries)


def titles_of(record: Record) -> tuple[tuple[int, int], ...]:
    """Where the people of a record are named."""
    return tuple(sorted((mention.start, mention.end) for actor in _people(record) for mention in actor.mentions))


def name_stems(record: Record) -> frozenset[str]:
    """The stems of the words by which a record names people."""
    return frozenset(stem for actor in _people(record) for mention in actor.mentions for stem in stems(mention.exact))


def _people(record: Record) -> list[Actor]:
    return [actor for actor in record.actors if actor.kind in (ActorKind.PERSON, ActorKind.OFFICE)]
