"""Finds people's names: surnames that are known, and strangers whom the words around them introduce."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from onrecord.annotate.days import is_month_of_day
from onrecord.lexicon import Lexicon
from onrecord.lexicon.dates import DateKind, load_date_words
from onrecord.lexicon.referents import Referent

# Small words inside names: "Ursula von der Leyen", "Salman bin Abdulaziz".
PARTICLES = frozenset(
    ("de", "da", "do", "dos", "di", "du", "del", "der", "den", "van", "von", "la", "le", "el", "al", "bin", "ben")
)
HYPHENS = frozenset("-‐‑–")
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
INITIAL = 2  # letters of "J." and of the particles inside names


@dataclass(frozen=True, slots=True, kw_only=True)
class NameBook:
    """What is known of names: surnames and given names of people in the knowledge base, and the words about them.

    `words` are surnames that are common words too; `honorifics` and `body_nouns` are nouns in small letters;
    `citizens` are peoples of many origins.
    """

    families: Mapping[str, Sequence[str]]
    words: Set[str]
    given: Set[str]
    honorifics: Set[str]
    body_nouns: Set[str]
    citizens: Set[str]
    cues: Set[str]


def name_book(lexicon: Lexicon) -> NameBook:
    """The names of a lexicon's people, with the nouns that go with names."""
    families: dict[str, list[str]] = {}
    for person in lexicon.people:
        for name in {person.family, *(alias for alias in person.aliases if " " not in alias)}:
            families.setdefault(name, []).append(person.id)
    given = {name.split()[0] for person in lexicon.people for name in (person.name, *person.aliases) if " " in name}
    nouns = {kind: {word.lower() for word in _words(lexicon, kind)} for kind in Referent}
    return NameBook(
        families=families,
        words=_words(lexicon, Referent.WORD_NAME),
        given=(given - families.keys()) | _words(lexicon, Referent.GIVEN_NAME),
        honorifics=nouns[Referent.HONORIFIC],
        citizens=_words(lexicon, Referent.CITIZENS),
        body_nouns=nouns[Referent.BODY] | nouns[Referent.DOCUMENT],
        cues={cue.lemma for cue in lexicon.cues},
    )


def _words(lexicon: Lexicon, kind: Referent) -> set[str]:
    return {entry.noun for entry in lexicon.referents if entry.points_at is kind}


def person_spans(doc: Doc, known: Iterable[Span], book: NameBook) -> Iterator[Span]:
    """Names of people that the knowledge base has not by their full name."""
    known = list(known)
    labels = {token.i: span.label_ for span in known for token in span}
    runs = [run for run in _runs(doc, labels, book) if not _is_body(run, book) and not _is_pair(run, book)]
    introduced = {run[-1].text for run in runs if _is_introduced(run, labels, book) or _speaks(run, book)}
    introduced.update(
        token.text for run in runs if run[-1].text in introduced for token in run[1:-1] if len(token) > INITIAL
    )
    introduced.update(token.text for span in known if span.label_ == "person" for token in (span[0], span[-1]))
    for run in runs:
        name = run.text.title() if _is_label(run[-1]) else run.text
        is_family = name in book.families and name not in book.words
        if run[-1].text in introduced or name.split()[-1] in introduced or is_family:
            yield Span(doc, run.start, run.end, label="person")


def _runs(doc: Doc, labels: Mapping[int, str], book: NameBook) -> Iterator[Span]:
    """Maximal runs of proper nouns that are nothing else, with the particles and hyphens inside them."""
    start = None
    for token in doc:
        if _is_name(token, labels, book):
            start = token.i if start is None else start
        elif start is not None and not _joins(token, labels, book):
            yield doc[start : token.i]
            start = None
    if start is not None:
        yield doc[start : len(doc)]


def _is_name(token: Token, labels: Mapping[int, str], book: NameBook) -> bool:
    if token.i in labels or not token.text[:1].isupper() or token.lower_ in book.honorifics:
        return False
    if is_weekday(token) or is_month_of_day(token):
        return False
    return token.pos_ == "PROPN" or token.text in book.families or _is_addressed(token, book) or _is_label(token)


def _is_label(token: Token) -> bool:
    """Whether a word in capitals labels what is said after it, as in transcripts: "MACRON: We will go on"."""
    doc, place = token.doc, token.i
    if not token.is_upper or len(token) <= INITIAL or place + 1 >= len(doc) or doc[place + 1].text != ":":
        return False
    return place == 0 or bool(token.is_sent_start) or doc[place - 1].is_space


def is_weekday(token: Token) -> bool:
    """Whether a word is a day of the week, which agencies put beside a name: "Norland Friday closed its border"."""
    word = load_date_words().get(token.lower_)
    return word is not None and word.kind is DateKind.WEEKDAY


def _is_addressed(token: Token, book: NameBook) -> bool:
    """Whether an honorific stands before a word: "MR PRICE", "MS. LONG"."""
    place = token.i - 1
    if place > 0 and token.doc[place].text == ".":
        place -= 1
    return place >= 0 and token.doc[place].lower_ in book.honorifics


def _joins(token: Token, labels: Mapping[int, str], book: NameBook) -> bool:
    """Whether the token goes on with the name that was begun before it."""
    if token.i + 1 >= len(token.doc) or token.is_sent_start:
        return False
    if token.text in HYPHENS or token.nbor(-1).text in HYPHENS:
        return not token.nbor(-1).whitespace_ and token.i not in labels
    following = token.nbor()
    if following.text in HYPHENS and not token.whitespace_ and following.i + 1 < len(token.doc):
        following = following.nbor()  # "al-Saud"
    return token.lower_ in PARTICLES and _is_name(following, labels, book)


def _is_body(run: Span, book: NameBook) -> bool:
    return any(token.lower_ in book.body_nouns for token in run)


def _is_pair(run: Span, book: NameBook) -> bool:
    """Whether hyphens join the surnames of several people: "the Merkel-Macron plan"."""
    names = [token.text for token in run if token.text not in HYPHENS]
    is_joined = len(run) == 2 * len(names) - 1 and len(names) > 1
    return is_joined and all(name in book.families for name in names)


def _is_introduced(run: Span, labels: Mapping[int, str], book: NameBook) -> bool:
    """Whether a title, an office beside it, or a known given name tells that this names a person."""
    before = run[0].nbor(-1) if run.start > 0 and not run[0].is_sent_start else None
    if before is not None and labels.get(before.i) == "office":
        return True
    if _is_addressed(run[0], book):
        return True
    if len(run) > 1 and run[0].text in book.given:
        return True
    if len(run) > 1 and run.root.dep_ == "appos" and labels.get(run.root.head.i) == "office":
        return before is not None and before.text == ","  # "the Danish mayor, Ada Holm"
    return any(labels.get(token.i) == "office" for token in run.root.children if token.dep_ == "appos")


def _speaks(run: Span, book: NameBook) -> bool:
    root = run.root
    return root.dep_ in SUBJECTS and root.head.lemma_ in book.cues
