"""The noun phrases of a text that point at somebody, and the parts of joined ones."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from onrecord.annotate.actors import actor_at, actor_matcher, actor_places, actors_in
from onrecord.annotate.columns import Columns, below, columns, hanging
from onrecord.annotate.grammar import subtree

PERSONAL = frozenset({"PRP", "PRP$"})  # tags of pronouns
TITLES = frozenset({"office", "demonym", "state", "institution", "organisation"})  # what stands before a name
BODIES = frozenset({"institution", "organisation", "group"})
OWNING = frozenset({"of", "from", "for", "by", "at", "in"})  # "a statement from the ministry"
REMARKS = frozenset({"relcl", "acl"})  # clauses that only remark on a noun
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
HEADING = frozenset(
    {"oprd", "nsubj", "dobj", "nsubjpass", "pcomp", "pobj", "dative", "appos", "attr", "ROOT"}
)  # relations of phrases to the rest of their sentence
BRACKETS = ("(", ")")
JOINING = frozenset({"and", "or", "including"})
LEAST = 3  # actors in "the Secretary and Minister Lind": an office, and a title with a name
PARTED = "groups"  # where a Doc keeps the phrases of it that were parted


def phrases(doc: Doc) -> Iterator[Span]:
    """Every noun phrase that points at somebody, in reading order; a joined one before its parts."""
    chunks = {chunk.end - 1: chunk for chunk in noun_chunks(doc)}  # by the number of the noun that heads it
    found = [phrase for chunk in chunks.values() if _points(chunk) for phrase in _whole(chunk, chunks)]
    covered = {index for phrase in found if _people(phrase) == 1 for index in _places(phrase)}
    people = (actor for actor in doc.spans["actors"] if actor.label_ == "person" and actor.start not in covered)
    found.extend(_titled(person) for person in people)
    spoken = {index for phrase in found for index in _places(phrase)}
    bodies = (actor for actor in doc.spans["actors"] if actor.label_ in BODIES and spoken.isdisjoint(_places(actor)))
    found.extend(_owned(body) for body in bodies)
    found.extend(_possessors(doc))
    places = {(phrase.start, phrase.end): phrase for phrase in found}
    for place in sorted(places, key=lambda place: (place[0], -place[1])):
        yield places[place]


def noun_chunks(doc: Doc) -> Iterator[Span]:
    """What spaCy's `doc.noun_chunks` gives for English."""
    read = columns(doc)
    last = -1
    for index, pos in enumerate(read.pos):
        if pos in NOMINAL and _heads_chunk(index, read) and (start := read.tokens[index].left_edge.i) > last:
            last = index
            yield Span(doc, start, index + 1)


def _heads_chunk(index: int, read: Columns) -> bool:
    """Whether a noun heads a phrase of its own, or is joined to one that does."""
    deps, heads = read.deps, read.heads
    if deps[index] == "conj":
        index = heads[index]
        while deps[index] == "conj" and heads[index] < index:
            index = heads[index]
    return deps[index] in HEADING


def _possessors(doc: Doc) -> Iterator[Span]:
    """Who owns something without being a phrase of its own: "its" of "its envoy", "the kingdom" of "the kingdom's"."""
    read = columns(doc)
    for index, dep in enumerate(read.deps):
        if dep != "poss":
            continue
        token = read.tokens[index]
        actor = actor_at(token)
        if token.tag_ in PERSONAL:
            yield Span(doc, token.i, token.i + 1)
        elif actor is not None and actor.label_ == "person":
            yield _titled(actor)
        elif token.pos_ == "NOUN" and (actor is not None or token.lemma_.lower() in actor_matcher(doc).referents):
            yield Span(doc, token.left_edge.i, token.i + 1)


def groups(span: Span) -> list[Span]:
    """The parts of a joined phrase: "Blinken and Wang" gives two; one that is not joined is its own part."""
    known: dict[tuple[int, int], list[Span]] = span.doc.user_data.setdefault(PARTED, {})
    place = (span.start, span.end)
    found = known.get(place)
    if found is None:
        found = known[place] = _groups(span)
    return found


def _groups(span: Span) -> list[Span]:
    head = span.root
    further = (token for token in (*_conjuncts(head), *_included(span)) if head.i < token.i < span.end)
    heads = [head, *sorted(set(further), key=lambda token: token.i)]
    if len(heads) == 1:
        return _listed(_trimmed(span))
    starts = [max(token.left_edge.i, before.i + 1) for before, token in pairwise(heads)]
    ends = [*starts, span.end]
    parts = [_trimmed(Span(span.doc, start, end)) for start, end in zip([span.start, *starts], ends, strict=True)]
    return [piece for part in parts for piece in _listed(part)]


def _conjuncts(head: Token) -> Sequence[Token]:
    """All that a token is joined with."""
    is_joined = head.dep_ == "conj" or hanging(head, ("conj",))
    return head.conjuncts if is_joined else ()


def _listed(part: Span) -> list[Span]:
    """The people of a list that the parse takes for one name: "officials, Director Smith and Minister Poe"."""
    found = [actor for actor in actors_in(part) if actor.label_ == "person"]
    if len(found) < 2:
        return _office_and_name(part) or [part]
    people = [_titled(actor) for actor in found]
    between = [token for one, other in pairwise(people) for token in part.doc[one.end : other.start]]
    is_list = all(token.is_punct or token.lower_ in JOINING for token in between)
    return people if is_list else [part]


def _office_and_name(part: Span) -> list[Span]:
    """The two of "The Secretary and Foreign Minister Lind": under its article an office stands for another person than
    the title with the name; not so "the director and actor Lind". Empty where it is anything else."""
    actors = actors_in(part)
    if len(actors) < LEAST or part[0].lower_ != "the" or actors[-1].label_ != "person" or actors[-1].end != part.end:
        return []
    office, title = actors[0], actors[1]
    is_joined = office.end < part.end and part.doc[office.end].lower_ == "and" and title.start > office.end
    if office.label_ != "office" or office.start != part.start + 1 or not office.text.istitle() or not is_joined:
        return []
    first = part.doc[part.start : office.end]
    return [first if first.root in office else office, part.doc[office.end + 1 : part.end]]


def _included(span: Span) -> Iterator[Token]:
    """Who is named after "including": "senior officials, including Smith"."""
    read = columns(span.doc)
    if "including" in read.words[span.start : span.end]:
        for index in range(span.start, span.end):
            if read.words[index] == "including":
                yield from hanging(read.tokens[index], ("pobj", "dobj"))


def _trimmed(span: Span) -> Span:
    """A part without the comma and conjunction that join it to the next, and without a bracket at its end."""
    doc, start, end = span.doc, span.start, span.end
    words = columns(doc).words
    while end > start + 1 and (words[end - 1] in JOINING or doc[end - 1].is_punct):
        end -= 1
    opened = next((index for index in range(end - 1, start, -1) if words[index] in BRACKETS), start)
    end = opened if opened > start and words[opened] == "(" else end
    return span if end == span.end else Span(doc, start, end)


def _points(chunk: Span) -> bool:
    """Whether a noun chunk points at somebody; a piece of a longer name does not."""
    root, actor = chunk.root, actor_at(chunk.root)
    if root.tag_ in PERSONAL:
        return root.lower_ not in ("it", "itself")
    if actor is not None and root != actor.root:
        return False
    known = root.lemma_.lower() in actor_matcher(chunk.doc).referents
    return known or bool(actors_in(chunk))


def _whole(chunk: Span, chunks: Mapping[int, Span]) -> Iterator[Span]:
    """A chunk with what belongs to it, after the joined phrase that it opens."""
    root = chunk.root
    joined = [chunks[token.i] for token in _conjuncts(root) if token.i in chunks] if root.dep_ != "conj" else []
    if joined and all(_points(other) and other.start > chunk.start for other in joined):
        yield Span(chunk.doc, chunk.start, _extended(joined[-1]).end)
    extended = _extended(chunk)
    yield extended
    parts = groups(extended)
    if len(parts) > 1:
        yield from parts


def _extended(chunk: Span) -> Span:
    """The chunk with its apposition and the name that it belongs to, unless several people stand in it then."""
    root = chunk.root
    actor = actor_at(root)
    last = max(chunk.end, actor.end if actor is not None else 0)
    for dep, child in below(root):
        if child.i >= last and (dep == "appos" or (dep == "prep" and _owns(child, last))):
            last = max(last, _end(child))
    if last == chunk.end:
        return _trimmed(chunk)
    phrase = _trimmed(Span(chunk.doc, chunk.start, last))
    return phrase if _people(phrase) <= max(1, _people(chunk)) else chunk


def _owns(preposition: Token, end: int) -> bool:
    """Whether a preposition right after a phrase tells whose it is."""
    if preposition.i != end or preposition.lower_ not in OWNING:
        return False
    at = actor_places(preposition.doc)
    return any(index in at for index in subtree(preposition) if index != preposition.i)


def _end(token: Token) -> int:
    """Where a noun's phrase ends, before a clause that remarks on it."""
    read = columns(token.doc)
    clauses = (read.tokens[index] for index in subtree(token) if index != token.i and read.deps[index] in REMARKS)
    first = min((clause.left_edge.i for clause in clauses if clause.left_edge.i > token.i), default=None)
    return first if first is not None else token.right_edge.i + 1


def _people(span: Span) -> int:
    return sum(actor.label_ == "person" for actor in actors_in(span))


def _places(span: Span) -> range:
    return range(span.start, span.end)


def _owned(body: Span) -> Span:
    """A body that the parse puts in no phrase, with whose it is: "China's Ministry of Foreign Affairs"."""
    doc, before = body.doc, body.start - 1
    if before >= 0 and doc[before].tag_ == "POS":
        before -= 1
    owner = actor_at(doc[before]) if before >= 0 else None
    return Span(doc, owner.start, body.end) if owner is not None and owner.label_ in TITLES else body


def _titled(person: Span) -> Span:
    """A name with the titles and the nationality before it."""
    start = person.start
    honorifics = actor_matcher(person.doc).book.honorifics
    while start > 0:
        before = person.doc[start - 1]
        actor = actor_at(before)
        if before.lower_ in honorifics:
            start -= 1
        elif actor is not None and actor.label_ in TITLES:
            start = actor.start
        else:
            break
    return Span(person.doc, start, person.end)
