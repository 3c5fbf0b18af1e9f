"""The words in what was said that tell what a speaker does by saying it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.lexicon.files import entries
from onrecord.model import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class ActTerms:
    """The words of one act, by what they are in what was said; an act that comes first decides.

    `terms` settle it wherever they stand, `traits` where they are said of another or of a thing; both are written as
    `lexicon.terms` tells. The others are lemmas, further words after a blank being what completes them: `verbs` are
    what the speaker does ("thank"), `wills` what he will do, `wonts` what he will not or cannot, `nots` what he does
    not do, `offers` what he is ready or hopes to do, `nouns` head what is expressed ("gratitude"), and `refused` head
    what is rejected or denied by it ("accusation" is denied, "request" declined). `topics` are cues that only name
    what was talked about, `claims` cues of a clause that say less than the same cue of a deed: "agreed that".
    In `nots`, what stands after "there" is what there is not ("there was no call"). `failings` are what another does
    not do ("has not kept its word"), `results` what joins a deed to what would come of it and `ills` what that is
    ("would be a disaster").
    """

    act: Act
    terms: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    wills: tuple[str, ...] = ()
    wonts: tuple[str, ...] = ()
    nots: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    failings: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    ills: tuple[str, ...] = ()


def load_acts(files: Sequence[Path] = ()) -> tuple[ActTerms, ...]:
    """Ours and the user's acts, the one that decides first. Raises: LexiconError."""
    return entries("acts", ActTerms, lambda entry: entry.act, files)
