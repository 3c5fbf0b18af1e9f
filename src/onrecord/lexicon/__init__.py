"""What OnRecord knows before it reads: the parts of the lexicon, and all of them as one."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from onrecord.errors import LexiconError
from onrecord.lexicon.accounts import (
    AccountWords,
    Naming,
    NearWords,
    load_account_words,
    load_namings,
    load_near_words,
)
from onrecord.lexicon.acts import ActTerms, load_acts
from onrecord.lexicon.attitudes import AttitudeCues, load_attitudes
from onrecord.lexicon.bodies import Institution, Organisation, load_institutions, load_organisations
from onrecord.lexicon.channels import ChannelWord, load_channel_words
from onrecord.lexicon.cues import Cue, load_cues
from onrecord.lexicon.encounters import Copula, Encounter, load_copulas, load_encounters
from onrecord.lexicon.files import user_tables
from onrecord.lexicon.frames import Frame, Group, Operator, load_frames, load_groups, load_operators
from onrecord.lexicon.furniture import Furniture, load_furniture
from onrecord.lexicon.issues import Issue, load_issues
from onrecord.lexicon.modals import Modal, load_modals
from onrecord.lexicon.occasions import OccasionWords, load_occasions
from onrecord.lexicon.offices import Office, load_offices
from onrecord.lexicon.people import Person, load_people
from onrecord.lexicon.phrases import Phrase, load_phrases
from onrecord.lexicon.places import Place, load_places
from onrecord.lexicon.plain_cues import PlainCue, load_plain_cues
from onrecord.lexicon.plover import CameoCode, PloverType, load_cameo, load_plover
from onrecord.lexicon.referents import ReferentNoun, load_referents
from onrecord.lexicon.states import State, load_states
from onrecord.lexicon.undertakings import Undertaking, load_undertakings


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All that a run knows, ours and the user's. A field is named as its table in a knowledge file."""

    states: tuple[State, ...]
    places: tuple[Place, ...]
    organisations: tuple[Organisation, ...]
    institutions: tuple[Institution, ...]
    offices: tuple[Office, ...]
    people: tuple[Person, ...]
    referents: tuple[ReferentNoun, ...]
    cues: tuple[Cue, ...]
    acts: tuple[ActTerms, ...]
    modals: tuple[Modal, ...]
    attitudes: tuple[AttitudeCues, ...]
    occasions: tuple[OccasionWords, ...]
    plain_cues: tuple[PlainCue, ...]
    frames: tuple[Frame, ...]
    operators: tuple[Operator, ...]
    plover: tuple[PloverType, ...]
    cameo: tuple[CameoCode, ...]
    groups: tuple[Group, ...]
    encounters: tuple[Encounter, ...]
    copulas: tuple[Copula, ...]
    undertakings: tuple[Undertaking, ...]
    channels: tuple[ChannelWord, ...]
    issues: tuple[Issue, ...]
    phrases: tuple[Phrase, ...]
    furniture: tuple[Furniture, ...]
    account_words: tuple[AccountWords, ...]
    namings: tuple[Naming, ...]
    near_words: tuple[NearWords, ...]


@functools.cache
def load(files: tuple[Path, ...] = ()) -> Lexicon:
    """Our knowledge with the user's, a later file overriding an earlier one. Loaded once for the same files.

    Raises: LexiconError for a file that is unreadable or malformed, or that has a table we do not know.
    """
    _check_tables(files)
    return Lexicon(
        states=load_states(files),
        places=load_places(files),
        organisations=load_organisations(files),
        institutions=load_institutions(files),
        offices=load_offices(files),
        people=load_people(files),
        referents=load_referents(files),
        cues=load_cues(files),
        acts=load_acts(files),
        modals=load_modals(files),
        attitudes=load_attitudes(files),
        occasions=load_occasions(files),
        plain_cues=load_plain_cues(files),
        frames=load_frames(files),
        operators=load_operators(files),
        plover=load_plover(files),
        cameo=load_cameo(files),
        groups=load_groups(files),
        encounters=load_encounters(files),
        copulas=load_copulas(files),
        undertakings=load_undertakings(files),
        channels=load_channel_words(files),
        issues=load_issues(files),
        phrases=load_phrases(files),
        furniture=load_furniture(files),
        account_words=load_account_words(files),
        namings=load_namings(files),
        near_words=load_near_words(files),
    )


def _check_tables(files: Iterable[Path]) -> None:
    known = [field.name for field in fields(Lexicon)]
    for file in files:
        if unknown := [name for name in user_tables(file) if name not in known]:
            problem = f"there is no such table; there are: {', '.join(sorted(known))}"
            raise LexiconError(str(file), unknown[0], problem)
