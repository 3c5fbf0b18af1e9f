import re

import pytest
from pydantic import TypeAdapter

from onrecord.lexicon import load
from onrecord.lexicon.offices import by_name, numbers
from onrecord.lexicon.people import Person, Term

DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def test_states_have_iso_codes_and_wikidata_ids():
    assert [state.id for state in load().states if not re.fullmatch("[A-Z]{3}", state.id)] == []
    assert [state.id for state in load().states if not re.fullmatch(r"Q\d+", state.wikidata or "")] == []


def test_no_name_of_a_state_is_another_states_too():
    names = [name for state in load().states for name in {state.name, *state.names, *state.capitals}]
    assert {name for name in names if names.count(name) > 1} == set()


def test_places_are_of_known_states_and_no_states_themselves():
    lexicon = load()
    states = {name for state in lexicon.states for name in (state.name, *state.names, *state.capitals, *state.peoples)}
    assert {place.country for place in lexicon.places} <= {state.id for state in lexicon.states}
    places = {name for place in lexicon.places for name in (place.name, *place.names)}
    assert places & states == {"Georgia"}  # a state of the United States too


def test_no_place_is_a_surname_that_news_uses_alone():
    families = {person.family for person in load().people}
    assert [place.name for place in load().places if place.name in families] == []


def test_no_name_of_a_place_stands_twice_for_one_state():
    names = [(name, place.country) for place in load().places for name in (place.name, *place.names)]
    assert {name for name in names if names.count(name) > 1} == set()


def test_everybody_is_of_a_known_country():
    lexicon = load()
    known = {entry.id for entry in (*lexicon.states, *lexicon.organisations)}
    owned = (*lexicon.people, *lexicon.institutions, *lexicon.offices)
    assert [entry.id for entry in owned if entry.country is not None and entry.country not in known] == []


def test_ids_are_plain_and_begin_with_the_country():
    wrong = [person.id for person in load().people if not re.fullmatch(r"[a-z0-9]+\.[a-z0-9-]+", person.id)]
    foreign = [person.id for person in load().people if not person.id.startswith(f"{person.country.lower()}.")]
    assert wrong == foreign == []


def test_a_family_name_is_part_of_the_name():
    assert [person.id for person in load().people if person.family not in person.name] == []


def test_terms_are_of_known_offices_and_in_order():
    offices = {office.id for office in load().offices}
    terms = [(person.id, term) for person in load().people for term in person.terms]
    assert [id for id, term in terms if term.office not in offices] == []
    assert [id for id, term in terms if term.since and term.until and term.since > term.until] == []
    days = [day for _, term in terms for day in (term.since, term.until) if day is not None]
    assert [day for day in days if not DAY.fullmatch(day)] == []


@pytest.mark.parametrize(
    ("written", "since", "until"),
    [
        ("mayor 2031-01-02/2033", "2031-01-02", "2033"),
        ("mayor 2031-01/", "2031-01", None),
        ("mayor 2031/..", "2031", None),
        ("mayor /2033", None, "2033"),
    ],
)
def test_term_as_written(written, since, until):
    person = {"id": "xxx.lee-sam", "name": "Sam Lee", "family": "Lee", "country": "XXX", "terms": [written]}
    [term] = TypeAdapter(Person).validate_python(person).terms
    assert (term.office, term.since, term.until) == ("mayor", since, until)


@pytest.mark.parametrize(
    ("day", "covered"),
    [("2031-01-01", False), ("2031-01-02", True), ("2031", True), ("2033-05-05", True), ("2034-01-01", False)],
)
def test_term_covers_days_as_precise_as_known(day, covered):
    assert Term(office="mayor", since="2031-01-02", until="2033").covers(day) is covered


@pytest.mark.parametrize(
    ("name", "plural"),
    [
        ("minister of finance", "ministers of finance"),
        ("deputy", "deputies"),
        ("spokeswoman", "spokeswomen"),
        ("attorney general", "attorney generals"),
    ],
)
def test_plurals_of_offices(name, plural):
    assert list(numbers([name])) == [name, plural]


def test_an_office_is_found_by_any_name():
    offices = by_name(load().offices)
    assert offices["top diplomat"].duty == offices["secretary of state"].duty == "foreign-minister"
    assert "receptionist" not in offices


@pytest.mark.parametrize(
    ("name", "country"),
    [("pentagon chief", "USA"), ("fed chair", "USA"), ("knesset speaker", "ISR"), ("defence secretary", None)],
)
def test_an_office_that_names_a_states_own_body_is_of_that_state(name, country):
    assert by_name(load().offices)[name].country == country
