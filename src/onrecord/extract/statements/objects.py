"""What a cue verb's object says: "stressed the importance of X", "described X as Y"."""

from collections.abc import Collection

from spacy.tokens import Token

from onrecord.annotate.actors import actor_at, actor_matcher
from onrecord.annotate.grammar import child, children, is_passive, subject, subtree
from onrecord.extract.statements.cues import CueVerb
from onrecord.extract.statements.nouns import noun_clause
from onrecord.extract.statements.report import Reading
from onrecord.extract.statements.speakers import is_date
from onrecord.extract.statements.tails import reaching_on
from onrecord.lexicon.cues import Complement
from onrecord.model import Act

# Prepositions that tell of the saying and not of what was said: "stressed X in Geneva". Any other right after an object
# carries it on though the parser hangs it on the verb: "expressed concern | over X".
CIRCUMSTANCES = frozenset({"in", "at", "during", "with", "by", "to", "via", "through", "after", "before", "from"})
APOSTROPHES = ("’", "'")
NOUNS = ("NOUN", "PROPN")
Content = set[int]


def object_content(found: CueVerb, reading: Reading) -> Content:
    """The object of a cue verb, or of the preposition that completes it, with what carries it on."""
    verb = found.verb
    final = found.rest[-1] if found.rest else verb
    if final.pos_ in ("ADP", "SCONJ", "PART") and not _is_particle(final):
        last = final.head if final.dep_ == "mark" else child(final, "pobj", "pcomp")
        if last is None or last.i < verb.i or last.pos_ == "PRON" or not _is_allowed(last, found):
            return set()
        whole = last if final.dep_ == "mark" else final
        content = subtree(whole) - {final.i} | _object_tails(verb, last) | _joined_gerunds(verb, last)
        return reaching_on(content, verb, reading)
    if is_passive(verb):
        own = child(verb, "nsubjpass")
        return subtree(own) if own is not None and child(verb, "agent") is not None and own.pos_ != "PRON" else set()
    things = (part for part in children(verb, "dobj", "xcomp") if part not in found.rest)
    thing = next((part for part in things if part.dep_ == "dobj" or part.tag_ == "VBG"), None)
    if thing is None or thing.i < verb.i or (thing.pos_ == "PRON" and found.cue.act is Act.ASSERT):
        return set()
    if not _is_allowed(thing, found):
        return set()
    if (
        thing.lemma_.lower() in reading.nouns
        and verb.lemma_.lower() in reading.light
        and noun_clause(thing) is not None
    ):
        return set()  # "expressed the hope that ...": the noun reports
    return reaching_on(_owner(verb, thing) | subtree(thing) | _object_tails(verb, thing), verb, reading)


def _is_allowed(thing: Token, found: CueVerb) -> bool:
    """Whether a thing is one that its cue can speak of."""
    return not found.cue.objects or thing.lemma_.lower() in found.cue.objects


def _is_particle(word: Token) -> bool:
    """Whether a word only completes its verb, which has the object: "ruled out a deal", "put a plan forward"."""
    return word.dep_ in ("prt", "advmod") and child(word, "pobj", "pcomp") is None


def _joined_gerunds(verb: Token, thing: Token) -> Content:
    """What else is spoken of though the parser joins it to the verb: "warned against deals and | using products"."""
    joined = (part for part in children(verb, "conj") if part.tag_ == "VBG" and part.i > thing.i)
    return {index for part in joined if child(part, "aux", "nsubj") is None for index in subtree(part)}


def _owner(verb: Token, thing: Token) -> Content:
    """The owner that a parser takes for a receiver: "reaffirmed [the States’] commitment"."""
    whom = child(verb, "dative")
    if whom is None or whom.i > thing.i or verb.doc[whom.i + 1].text not in APOSTROPHES:
        return set()
    return set(range(whom.left_edge.i, thing.left_edge.i))


def _object_tails(verb: Token, thing: Token) -> Content:
    """What carries on an object though it hangs on its verb: "expressed concern | over X", "calls | to do X"."""
    end = thing.right_edge.i
    for tail in verb.children:
        is_prep = tail.dep_ == "prep" and not is_date(tail) and (tail.lower_ not in CIRCUMSTANCES or _is_compound(tail))
        is_prep = is_prep or (tail.i == end + 1 and _is_to_a_thing(tail))
        is_infinitive = tail.dep_ in ("xcomp", "advcl", "ccomp") and tail.tag_ == "VB" and tail.left_edge.i == end + 1
        if tail.i > thing.i and (is_prep or is_infinitive):
            end = max(end, tail.right_edge.i)
    return set(range(thing.right_edge.i + 1, end + 1))


def _is_to_a_thing(tail: Token) -> bool:
    """Whether "to" leads to a thing: "reaffirmed its openness | to talks"; not to somebody who is told it."""
    whom = child(tail, "pobj") if tail.dep_ in ("prep", "dative") and tail.lower_ == "to" else None
    if whom is None or whom.pos_ != "NOUN" or actor_at(whom) is not None:
        return False
    return whom.lemma_.lower() not in actor_matcher(whom.doc).referents


def _is_compound(prep: Token) -> bool:
    """Whether a preposition is the first word of a longer one: "in favour of", "in exchange for"."""
    noun = child(prep, "pobj")
    is_plain = noun is not None and noun.pos_ == "NOUN" and noun.left_edge == noun
    return is_plain and noun is not None and child(noun, "prep") is not None


def named_content(found: CueVerb, _: Reading) -> Content:
    """ "described X as Y", "likened X to Y", "called X Y": X and Y; where X stands before the verb, Y alone."""
    verb = found.verb
    thing = child(verb, "dobj", "dative")
    to = found.rest[-1:] if Complement.OBJECT not in found.cue.takes else ()
    if to and thing is None:
        return set()  # "compared to last year"
    content = {index for part in verb.children for index in _name(part, verb, to)}
    if thing is None or thing.i < verb.i:
        return content
    if Complement.OBJECT not in found.cue.takes:
        content = content or _name_beside(thing)
    if not content:
        return content
    between = (part for part in children(verb, "prep") if part.lower_ != "as" and part not in to)
    between = (part for part in between if thing.i < part.i < min(content))
    later = children(verb, "ccomp") if thing.lower_ == "it" else ()  # "called it wrong that the port is closed"
    return content | subtree(thing) | {index for part in (*between, *later) for index in subtree(part)}


def _name(part: Token, verb: Token, to: Collection[Token]) -> Content:
    """What a part of the verb's clause says that something is, or is like."""
    if part.dep_ == "ccomp" and part.pos_ not in ("VERB", "AUX") and subject(part) is not None:
        return subtree(part)
    is_as = part.dep_ == "prep" and (part.lower_ == "as" or part in to)
    is_name = part.dep_ in ("oprd", "attr", "acomp") or (part.dep_ == "xcomp" and part.pos_ in NOUNS)
    if part.i < verb.i or not (is_as or is_name):
        return set()
    return subtree(part) - ({part.i} if is_as else set())


def _name_beside(thing: Token) -> Content:
    """What a thing is called though a parser takes it for a remark on it: "called her deputy | her friend"."""
    name = child(thing, "appos") or next((part for part in children(thing.head, "dobj") if part.i > thing.i), None)
    if name is None or name.i < thing.i:
        return set()
    before = thing.doc[name.left_edge.i - 1]
    return subtree(name) if before.is_quote or not before.is_punct else set()
