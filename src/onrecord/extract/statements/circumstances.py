"""When something was said and on what occasion, by the words around its cue: "told reporters in Ankara on Monday"."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from onrecord.annotate.columns import columns, hanging
from onrecord.annotate.dates import DATE, anchor, names_time, time_at, times_beside
from onrecord.annotate.grammar import child, children, subtree, words_at
from onrecord.extract.statements.report import Report
from onrecord.lexicon.occasions import OccasionWords
from onrecord.model.rules import StatementRule

LEADS = frozenset({"at", "in", "during", "on", "over", "via", "through", "following"})
PLATFORM_LEAD = "on"
REMARKS = frozenset({"relcl", "acl", "advcl", "appos", "punct", "cc", "conj"})
TELLING = (StatementRule.CLAUSE, StatementRule.QUOTATION)
LONGEST = 14  # tokens of an occasion's words


@dataclass(frozen=True, slots=True)
class Occasion:
    """A kind of occasion with the words that tell of it."""

    kind: str
    span: Span


class OccasionTable:
    """The words of occasions, ready to be asked."""

    def __init__(self, occasions: Iterable[OccasionWords]) -> None:
        known = tuple(occasions)
        self._nouns = _by_word((entry.kind, entry.nouns) for entry in known)
        self._platforms = _by_word((entry.kind, entry.platforms) for entry in known)
        self._documents = _by_word((entry.kind, entry.documents) for entry in known)
        self._recipients = _by_word((entry.kind, entry.recipients) for entry in known)
        self._verbs = _by_word((entry.kind, entry.verbs) for entry in known)
        self._leading = frozenset(verb for entry in known for verb in entry.leading)

    def occasion_of(self, doc: Doc, report: Report) -> Occasion | None:
        """The occasion that the words around a cue tell of; None where they tell none."""
        verb = cue_verb(doc, report)
        if verb is None:
            return None
        content = frozenset(report.content)
        found = next(self._after_prepositions(verb, report, content), None)
        return found or self._of_recipient(verb, report, content) or self._of_words(verb, report)

    def _after_prepositions(self, verb: Token, report: Report, content: frozenset[int]) -> Iterator[Occasion]:
        read = columns(verb.doc)
        for host in self._hosts(verb, report):
            for place in read.children[host]:
                if read.deps[place] != "prep" or read.words[place] not in LEADS or place in content:
                    continue
                thing = child(verb.doc[place], "pobj")
                if thing is None or thing.i in content:
                    continue
                is_platform = read.words[place] == PLATFORM_LEAD and (thing.is_title or thing.lower_ == "media")
                kind = _kind(self._platforms, thing) if is_platform else None
                kind = kind or _kind(self._nouns, thing)
                if kind is not None:
                    yield Occasion(kind, _words(thing, content))

    def date_of(self, doc: Doc, report: Report, occasion: Occasion | None) -> Span | None:
        """The expression of time that tells when it was said, and not when what was said is to be."""
        verb = cue_verb(doc, report)
        if verb is None:
            return None
        spans = times_beside(verb, "dates")
        if not spans:
            return None
        content = frozenset(report.content)
        hosts = {token.i for token in self._speaking(verb, report)}
        if occasion is not None:
            hosts |= set(range(occasion.span.start, occasion.span.end))
            issued = (part for part in children(occasion.span.root, "acl") if part.tag_ == "VBN")
            hosts |= {part.i for part in issued}  # "a statement issued on Monday"
        shared = {token.i for token in _before(verb)}
        named = range(report.speaker.start, report.speaker.root.i) if report.speaker is not None else range(0)
        told = [
            span
            for span in spans
            if content.isdisjoint(range(span.start, span.end)) and span.start not in named and names_time(span)
        ]
        own = (span for span in told if anchor(span).i in hosts)
        led = (span for span in told if anchor(span).i in shared and span.start < anchor(span).i)
        return next(own, None) or next(led, None)

    def _hosts(self, verb: Token, report: Report) -> Iterator[int]:
        """The numbers of the words that an occasion may hang on."""
        yield from (token.i for token in self._speaking(verb, report))
        for preposition in children(verb, "prep"):
            heads = (head.i for head in hanging(preposition, ("pobj", "pcomp")))
            yield from (place for place in heads if place not in report.content)
        yield from report.content  # "voiced concern over X | in a call", parsed as of X

    def _speaking(self, verb: Token, report: Report) -> Iterator[Token]:
        """The words for the saying itself and for those who take part in it."""
        yield verb
        for clause in children(verb, "advcl", "xcomp"):
            if clause.lemma_.lower() in self._leading and clause.i not in report.content:
                yield clause
                yield from children(clause, "dobj")
        yield from (span.root for span in (report.addressee, report.speaker) if span is not None)

    def _of_recipient(self, verb: Token, report: Report, content: Collection[int]) -> Occasion | None:
        """ "told reporters", "told a briefing", "in comments to CNN"."""
        deps = ("dative", "dobj") if report.rule in TELLING else ("dative",)  # "told a briefing that"
        whom = report.addressee.root if report.addressee is not None else child(verb, *deps)
        if whom is not None and whom.pos_ == "ADP":
            whom = child(whom, "pobj")
        if whom is None or whom.i in content:
            return None
        kind = _kind(self._recipients, whom) or _kind(self._nouns, whom)
        return Occasion(kind, _words(whom, content)) if kind is not None else None

    def _of_words(self, verb: Token, report: Report) -> Occasion | None:
        """A cue or a speaker that is an occasion itself: "tweeted", "the statement said"."""
        for word in (verb, *children(verb, "advcl")):
            kind = self._verbs.get(word.lemma_.lower())
            if kind is not None and word.i not in report.content:
                return Occasion(kind, verb.doc[word.i : word.i + 1])
        for span in (report.speaker, report.via):
            is_common = span is not None and span.root.pos_ == "NOUN"  # "the post", not "the Washington Post"
            kind = _kind(self._documents, span.root) if span is not None and is_common else None
            if span is not None and kind is not None:
                return Occasion(kind, span)
        return None


def cue_verb(doc: Doc, report: Report) -> Token | None:
    """The word that a report's cue hangs on: its verb; of a noun cue the verb that it hangs on."""
    verbs = [doc[index] for index in report.cue if doc[index].pos_ == "VERB"]
    if verbs:
        return verbs[-1]
    return next((doc[index] for index in report.cue if doc[index].pos_ in ("AUX", "NOUN", "ADP")), None)


def _before(verb: Token) -> Iterator[Token]:
    """The verbs that a cue is joined to: "On Monday he met Orlen and said"."""
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
        yield verb


def _by_word(lists: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, str]:
    return {word: kind for kind, words in lists for word in words}


def _kind(words: Mapping[str, str], noun: Token) -> str | None:
    """The kind of a noun with what stands before it, the most words first: "a joint news conference"."""
    start = min([noun.i, *(token.i for token in children(noun, "compound", "amod", "poss", "nmod", "punct"))])
    for first in range(start, noun.i + 1):
        before = words_at(noun.doc, range(first, noun.i)).lower()
        kind = words.get(before + noun.lower_) or words.get(before + noun.lemma_.lower())
        if kind is not None:
            return kind
    return None


def _words(noun: Token, content: Collection[int]) -> Span:
    """An occasion's words: its noun with what belongs to it, but no clause about it and no date at its end."""
    left_out: set[int] = set()
    for token in noun.subtree:
        if token.dep_ in REMARKS and token.head in noun.subtree and token != noun:
            left_out |= subtree(token)
    end = noun.i + 1
    while (
        end < noun.right_edge.i + 1 and end not in left_out and end not in content and end - noun.left_edge.i < LONGEST
    ):
        end += 1
    while end > noun.i + 1 and (
        time_at(noun.doc[end - 1]) == DATE or noun.doc[end - 1].pos_ in ("ADP", "PUNCT", "SPACE")
    ):
        end -= 1
    return noun.doc[noun.left_edge.i : end]
