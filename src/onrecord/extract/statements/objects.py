"""What a cue verb's object says: "stressed the importance of X", "described X as Y"."""

from spacy.tokens import Token

from onrecord.annotate.grammar import child, children, is_passive, subject, subtree
from onrecord.extract.statements.cues import CueVerb
from onrecord.extract.statements.nouns import noun_clause
from onrecord.extract.statements.report import Reading
from onrecord.extract.statements.speakers import is_date
from onrecord.extract.statements.tails import reaching_on
from onrecord.model import Act

# Prepositions that tell of the saying and not of what was said: "stressed X in Geneva". Any other right after an object
# carries it on though the parser hangs it on the verb: "expressed concern | over X".
CIRCUMSTANCES = frozenset({"in", "at", "during", "with", "by", "to", "via", "through", "after", "before", "from"})
APOSTROPHES = ("’", "'")
Content = set[int]


def object_content(found: CueVerb, reading: Reading) -> Content:
    """The object of a cue verb, or of the preposition that completes it, with what carries it on."""
    verb = found.verb
    if found.rest and found.rest[-1].pos_ in ("ADP", "SCONJ", "PART"):
        final = found.rest[-1]
        last = final.head if final.dep_ == "mark" else child(final, "pobj", "pcomp")
        if last is None or last.i < verb.i or last.pos_ == "PRON":
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
    if found.cue.objects and thing.lemma_.lower() not in found.cue.objects:
        return set()
    if (
        thing.lemma_.lower() in reading.nouns
        and verb.lemma_.lower() in reading.light
        and noun_clause(thing) is not None
    ):
        return set()  # "expressed the hope that ...": the noun reports
    return reaching_on(_owner(verb, thing) | subtree(thing) | _object_tails(verb, thing), verb, reading)


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
        is_infinitive = tail.dep_ in ("xcomp", "advcl", "ccomp") and tail.tag_ == "VB" and tail.left_edge.i == end + 1
        if tail.i > thing.i and (is_prep or is_infinitive):
            end = max(end, tail.right_edge.i)
    return set(range(thing.right_edge.i + 1, end + 1))


def _is_compound(prep: Token) -> bool:
    """Whether a preposition is the first word of a longer one: "in favour of", "in exchange for"."""
    noun = child(prep, "pobj")
    is_plain = noun is not None and noun.pos_ == "NOUN" and noun.left_edge == noun
    return is_plain and noun is not None and child(noun, "prep") is not None


def named_content(found: CueVerb, _: Reading) -> Content:
    """ "described X as Y", "called X Y": X and Y; where X stands before the verb, Y alone."""
    verb = found.verb
    content: Content = set()
    for part in verb.children:
        is_as = part.dep_ == "prep" and part.lower_ == "as"
        if part.i > verb.i and (is_as or part.dep_ in ("oprd", "attr", "acomp")):
            content |= subtree(part) - ({part.i} if is_as else set())
        elif part.dep_ == "ccomp" and part.pos_ not in ("VERB", "AUX") and subject(part) is not None:
            content |= subtree(part)
    if not content:
        return content
    thing = child(verb, "dobj")
    return content | subtree(thing) if thing is not None and thing.i > verb.i else content
