"""What the parts of the knowledge base say of each other holds together."""

import re
from collections import defaultdict
from itertools import combinations

import pytest

from onrecord.lexicon import load
from onrecord.lexicon.spelling import words

# Offices that one person holds at a time in each state or organisation.
SINGLE = {
    "president", "king", "queen", "emperor", "emir", "sultan", "pope", "supreme-leader", "prime-minister", "chancellor",
    "taoiseach", "foreign-minister", "usa.secretary-of-state", "foreign-secretary", "defence-minister",
    "defence-secretary", "interior-minister", "justice-minister", "treasury-secretary", "security-adviser",
    "security-council-secretary", "central-bank-governor", "commission-president", "council-president",
    "parliament-president", "euu.high-representative", "uno.secretary-general", "nato.secretary-general",
    "vice-president", "chief-of-staff", "crown-prince",
}  # fmt: skip
SEVERAL = {
    ("BIH", "president"),  # a presidency of three
    ("IRN", "vice-president"),  # there are several
    ("UNO", "president"),
}
# Names that two entries have: one is a state's own, the other what every state has.
SHARED = {"ministry of external affairs", "ministry of defence", "treasury", "joint chiefs of staff", "sapo"}


def entries():
    lexicon = load()
    return (*lexicon.states, *lexicon.organisations, *lexicon.institutions, *lexicon.people)


def test_one_holder_at_a_time():
    offices = {office.id: office for office in load().offices}
    held = defaultdict(list)
    for person in load().people:
        for term in person.terms:
            whose = offices[term.office].country or person.country
            if term.office in SINGLE and (whose, term.office) not in SEVERAL and term.since is not None:
                held[whose, term.office].append((term.since, term.until or "9999", person.id))
    overlaps = [
        (*office, one[2], other[2])
        for office, terms in held.items()
        for one, other in combinations(sorted(terms), 2)
        if one[2] != other[2] and _begins_before_end(other[0], one[1])
    ]
    assert overlaps == []


def _begins_before_end(since, until):
    """As precise as both are known: in the month of a change of office either may hold it."""
    precision = min(len(since), len(until))
    return since[:precision] < until[:precision]


def test_nobody_holds_one_office_twice_at_once():
    twice = [
        (person.id, one.office)
        for person in load().people
        for one, other in combinations(sorted(person.terms, key=lambda term: term.since or ""), 2)
        if one.office == other.office
        and one.office in SINGLE
        and _begins_before_end(other.since or "", one.until or "9999")
    ]
    assert twice == []


def test_no_name_is_of_two_without_being_marked():
    owners = defaultdict(set)
    for entry in entries():
        for name in (entry.name, *getattr(entry, "names", ()), *getattr(entry, "aliases", ())):
            owners[" ".join(words(name))].add(entry.id)
    assert {name for name, ids in owners.items() if len(ids) > 1} == SHARED


def test_wikidata_items_are_well_formed_and_of_one_entry():
    items = [entry.wikidata for entry in entries() if entry.wikidata is not None]
    assert [item for item in items if not re.fullmatch(r"Q[1-9]\d*", item)] == []
    assert {item for item in items if items.count(item) > 1} == set()


def test_codes_of_two_letters_are_there_and_different():
    codes = [state.alpha2 for state in load().states]
    assert [code for code in codes if not re.fullmatch("[A-Z]{2}", code or "")] == []
    assert len(set(codes)) == len(codes)


def test_ids_of_institutions_begin_with_a_country_or_belong_to_every_state():
    wrong = [
        body.id
        for body in load().institutions
        if (body.country is None and "." in body.id) or not re.fullmatch(r"[a-z0-9]+([.-][a-z0-9-]+)*", body.id)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Volodymyr Zelensky", "ukr.zelenskyy-volodymyr"),
        ("Volodymyr Zelenskiy", "ukr.zelenskyy-volodymyr"),
        ("Mevlut Cavusoglu", "tur.cavusoglu-mevlut"),
        ("Recep Tayyip Erdogan", "tur.erdogan-recep-tayyip"),
        ("Abu Mohammed al-Jolani", "syr.al-sharaa-ahmed"),
        ("Ahmad al-Sharaa", "syr.al-sharaa-ahmed"),
        ("Hayashi Yoshimasa", "jpn.hayashi-yoshimasa"),
        ("Alexander Lukashenko", "blr.lukashenko-alexander"),
        ("Aliaksandr Lukashenka", "blr.lukashenko-alexander"),
        ("Sergei Lavrov", "rus.lavrov-sergey"),
        ("Rangoon", "Yangon, MMR"),
        ("Quai d'Orsay", "fra.quai-dorsay"),
        ("Itamaraty", "bra.itamaraty"),
        ("Rashtrapati Bhavan", "ind.rashtrapati-bhavan"),
        ("Turtle Bay", "uno.turtle-bay"),
        ("Langley", "usa.langley"),
        ("KCNA", "prk.kcna"),
        ("WAM", "are.wam"),
        ("Kurdistan Workers' Party", "tur.pkk"),
        ("IDF", "isr.idf"),
    ],
)
def test_known_by_this_name(name, id):
    lexicon = load()
    names = {
        words(known): entry.id
        for entry in (*lexicon.institutions, *lexicon.people)
        for known in (entry.name, *getattr(entry, "names", ()), *getattr(entry, "aliases", ()))
    }
    names |= {words(known): f"{place.name}, {place.country}" for place in lexicon.places for known in place.names}
    assert names.get(words(name)) == id


@pytest.mark.parametrize("name", ["The Times", "Conservatives", "Dawn", "Beehive", "Amnesty", "AA", "MENA"])
def test_not_known_by_a_name_that_means_too_much(name):
    bodies = {known for body in load().institutions for known in (body.name, *body.names) if body.country is not None}
    assert name not in bodies
