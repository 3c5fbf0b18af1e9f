"""What is known of spelling before a text is read: the names of the lexicon, and the pipeline's common words."""

from collections.abc import Iterator
from itertools import chain

from spacy.language import Language

from onrecord.annotate.casing import Casing, names_by_word
from onrecord.lexicon import Lexicon
from onrecord.lexicon.bodies import Institution, Organisation
from onrecord.lexicon.dates import DateKind, load_date_words
from onrecord.lexicon.offices import Office
from onrecord.lexicon.places import Place
from onrecord.lexicon.referents import Referent
from onrecord.lexicon.spelling import plain

ALWAYS_CAPITAL = "i"  # the one small word of English that never stands in small letters
SHORTEST_TIME = 4  # letters of a month or weekday; "Mar" and "Sun" are other words oftener
INDEX, RULES = "lemma_index", "lemma_rules"  # tables of spaCy's rule lemmatizer: words by part of speech, and endings


def spelling(nlp: Language, lexicon: Lexicon) -> Casing:
    """The names of a lexicon and the words of a pipeline; one without a rule lemmatizer knows only the small words."""
    small = frozenset(nlp.Defaults.stop_words - {ALWAYS_CAPITAL})
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if "lemmatizer" in nlp.pipe_names else None
    words: frozenset[str] = frozenset()
    endings: tuple[tuple[str, str], ...] = ()
    if lookups is not None and lookups.has_table(INDEX):
        words = frozenset(word for group in lookups.get_table(INDEX).values() for word in group if len(word) > 1)
        rules = chain.from_iterable(lookups.get_table(RULES).values())
        endings = tuple(dict.fromkeys((ending, bare) for ending, bare in rules))
    return Casing(
        names=names_by_word(_names(lexicon, small)),
        common=words,
        small=small,
        months=frozenset(word for word, entry in load_date_words().items() if entry.kind is DateKind.MONTH),
        endings=endings,
    )


def _names(lexicon: Lexicon, small: frozenset[str]) -> Iterator[str]:
    """Every name in every spelling; a state's stands though it is a small word too ("US"), another's does not."""
    for state in lexicon.states:
        names = (state.name, *state.names, *state.adjectives, *state.peoples, *state.capitals)
        yield from (spelled for name in names for spelled in (name, plain(name)))
    for name in chain(_bodies(lexicon), _people(lexicon), _times()):
        yield from (spelled for spelled in (name, plain(name)) if spelled.lower() not in small)


def _bodies(lexicon: Lexicon) -> Iterator[str]:
    named: tuple[Organisation | Institution | Office | Place, ...] = (
        *lexicon.organisations,
        *lexicon.institutions,
        *lexicon.offices,
        *lexicon.places,
    )
    for entry in named:
        yield from (entry.name, *entry.names)


def _people(lexicon: Lexicon) -> Iterator[str]:
    """Full names, and surnames and given names that are no common words too."""
    words = {entry.noun for entry in lexicon.referents if entry.points_at is Referent.WORD_NAME}
    for person in lexicon.people:
        full = [name for name in (person.name, *person.aliases) if " " in name]
        yield from full
        yield from {person.family, *(name.split()[0] for name in full)} - words


def _times() -> Iterator[str]:
    """Weekdays and months by their full names."""
    for word, entry in load_date_words().items():
        if entry.kind in (DateKind.MONTH, DateKind.WEEKDAY) and len(word) >= SHORTEST_TIME and word.isalpha():
            yield word.capitalize()
