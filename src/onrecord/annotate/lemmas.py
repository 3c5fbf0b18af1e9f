"""Which verb a form belongs to where its spelling could be two: "hoped" is of "hope", "hopped" of "hop"."""

from spacy.language import Language
from spacy.pipeline import Lemmatizer

VOWELS = "aeiou"
UNDOUBLED = "wxy"  # final consonants that no ending doubles
SIBILANTS = "sxz"  # after these "-es" is the ending of a verb without a final "e" too
ENDINGS = ("ed", "ing")


def part_lookalikes(nlp: Language) -> None:
    """Tells the pipeline's lemmatizer that a short verb without a final "e" doubles its consonant before an ending.

    Of two verbs that a form could be of, the lemmatizer takes the one without; so that one leaves its index, and its
    doubled forms are told to it.
    """
    if not nlp.has_pipe("lemmatizer"):
        return
    lemmatizer = nlp.get_pipe("lemmatizer")
    if not isinstance(lemmatizer, Lemmatizer) or not lemmatizer.lookups.has_table("lemma_index"):
        return
    index = lemmatizer.lookups.get_table("lemma_index")
    exceptions = lemmatizer.lookups.get_table("lemma_exc")["verb"]
    verbs = set(index["verb"])
    short = {verb for verb in verbs if f"{verb}e" in verbs and _doubles(verb)}
    index["verb"] = [verb for verb in index["verb"] if verb not in short]
    for verb in short:
        for ending in ENDINGS:
            exceptions.setdefault(f"{verb}{verb[-1]}{ending}", [verb])


def _doubles(verb: str) -> bool:
    """Whether a verb is one syllable with one vowel before one consonant: "hop", not "sing" or "breath"."""
    ends_so = len(verb) > 2 and verb[-1] not in VOWELS + UNDOUBLED + SIBILANTS and verb[-2] in VOWELS
    return ends_so and sum(letter in VOWELS for letter in verb) == 1
