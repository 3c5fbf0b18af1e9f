import json
import tomllib

import pytest

from onrecord import lexicon
from onrecord.errors import SourceError
from onrecord.lexicon.imports import import_people, knowledge_toml
from onrecord.lexicon.imports.dates import day

ITEM = "http://www.wikidata.org/entity/"
PERSON = {"person": f"{ITEM}Q901", "personLabel": "Ilke Sorum", "iso3": "NOR"}
POPOLO = {
    "persons": [
        {
            "id": "p1",
            "name": "Ilke Sorum",
            "family_name": "Sorum",
            "other_names": [{"name": "Ilke Marie Sorum"}, {"name": 4}],
            "gender": "female",
            "identifiers": [{"scheme": "wikidata", "identifier": "Q901"}],
        },
        {"id": "p2", "name": "Bero Tann", "memberships": [{"role": "chair", "organization_id": "o1"}]},
        {"id": "p3"},
        "no person",
    ],
    "organizations": [
        {"id": "o1", "name": "Fisheries Council", "classification": "legislature"},
        {"id": "o2", "name": "Net Party", "classification": "party"},
    ],
    "posts": [{"id": "s1", "label": "Minister of Finance", "role": "minister"}],
    "events": [{"id": "term/9", "start_date": "2031-10-01", "end_date": "2035"}],
    "memberships": [
        {"person_id": "p1", "post_id": "s1", "start_date": "2033-02-01"},
        {"person_id": "p1", "organization_id": "o1", "role": "member", "legislative_period_id": "term/9"},
        {"person_id": "p1", "organization_id": "o2", "role": "member"},
    ],
}


@pytest.fixture
def imported(tmp_path):
    """Imports a text, or anything as JSON."""

    def read(content, name="file.json", country=None):
        file = tmp_path / name
        file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return import_people(file, lexicon.load(), country)

    return read


def terms(collected):
    return {
        person.name: [f"{term.office} {term.since or ''}/{term.until or ''}" for term in person.terms]
        for person in collected.people.values()
    }


def bindings(*rows):
    """SPARQL's JSON of plain values."""
    return {
        "head": {"vars": list(rows[0])},
        "results": {
            "bindings": [{key: {"type": "literal", "value": value} for key, value in row.items()} for row in rows]
        },
    }


OFFICE = {
    **PERSON,
    "officeLabel": "Minister of Finance",
    "start": "2031-03-04T00:00:00Z",
    "end": "2033-01-01T00:00:00Z",
}


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (bindings(OFFICE), "query.json"),
        ([OFFICE], "query.json"),
        ([{**OFFICE, "person": {"value": "Q901", "label": "Ilke Sorum"}}], "query.json"),
        (",".join(OFFICE) + "\n" + ",".join(OFFICE.values()) + "\n", "query.csv"),
        ("\ufeff" + ";".join(OFFICE) + "\r\n" + ";".join(OFFICE.values()) + "\r\n", "query.csv"),
        ("\t".join(OFFICE) + "\n" + "\t".join(OFFICE.values()) + "\n", "query.tsv"),
        (
            "?person\t?personLabel\t?iso3\t?officeLabel\t?start\t?end\n"
            f'<{ITEM}Q901>\t"Ilke Sorum"@en\t"NOR"\t"Minister of Finance"@en\t'
            '"2031-03-04T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>\t"2033-01-01T00:00:00Z"^^<x>\n',
            "query.tsv",
        ),
    ],
)
def test_every_shape_of_query_results(imported, content, name):
    found = imported(content, name)
    assert found.bad == []
    [person] = found.people.values()
    assert (person.id, person.family, person.country, person.wikidata) == ("nor.sorum-ilke", "Sorum", "NOR", "Q901")
    assert terms(found) == {"Ilke Sorum": ["finance-minister 2031-03-04/2033"]}


def test_popolo(imported):
    found = imported(POPOLO, country="NOR")
    assert terms(found) == {
        "Ilke Sorum": ["finance-minister 2033-02-01/", "member-of-the-fisheries-council 2031-10-01/2035"],
        "Bero Tann": ["chairman /"],
    }
    person = found.people["nor.sorum-ilke"]
    assert (person.gender, person.wikidata, person.aliases) == ("f", "Q901", ("Ilke Marie Sorum",))
    assert [(bad.place, bad.problem) for bad in found.bad] == [("person 3", "has no name; add a column name")]


def test_a_list_of_popolo_people(imported):
    person = {"name": "Ilke Sorum", "memberships": [{"role": "Foreign Minister", "start_date": "2031"}]}
    assert terms(imported([person], country="NOR")) == {"Ilke Sorum": ["foreign-minister 2031/"]}


@pytest.mark.parametrize(
    ("written", "precision", "read"),
    [
        ("+1999-00-00T00:00:00Z", "", "1999"),
        ("+1999-03-00T00:00:00Z", "", "1999-03"),
        ("1999-03-04T00:00:00Z", "", "1999-03-04"),
        ("1999-03-01T00:00:00Z", "10", "1999-03"),
        ("1999-01-01T00:00:00Z", "9", "1999"),
        ("1999-01-01T00:00:00Z", "11", "1999-01-01"),
        ("1999-01-01T00:00:00Z", "", "1999"),  # what Wikidata makes of a year
        ("1999-01-01", "", "1999-01-01"),
        ("1999", "", "1999"),
        (" ", "", None),
        ("t1234567", "", None),
        ("http://www.wikidata.org/.well-known/genid/0a1b", "", None),
    ],
)
def test_day(written, precision, read):
    assert day(written, precision) == read


@pytest.mark.parametrize(
    "written", ["-0044-03-15T00:00:00Z", "2031-02-30", "2031-13", "March 2031", "31", "2031-1-2", "=1+1"]
)
def test_no_day(written):
    with pytest.raises(ValueError):  # noqa: PT011 - the calendar's own words, too
        day(written)


@pytest.mark.parametrize(
    ("country", "code"),
    [({"iso3": "NOR"}, "NOR"), ({"iso": "NO"}, "NOR"), ({"countryLabel": "Kingdom of Norway"}, "NOR"), ({}, "SWE")],
)
def test_the_country_by_code_or_name_or_as_said(imported, country, code):
    [person] = imported([{"name": "Ilke Sorum", **country}], country="SWE").people.values()
    assert person.country == code


@pytest.mark.parametrize(
    ("office", "id"),
    [
        ("Minister of Foreign Affairs", "foreign-minister"),
        ("Minister of Foreign Affairs of Norway", "foreign-minister"),
        ("Norwegian Minister of Foreign Affairs", "foreign-minister"),
        ("Prime Minister of the Kingdom of Norway", "prime-minister"),
        ("Minister of Nets of Norway", "minister-of-nets"),
        ("Minister of Foreign Affairs of Sweden", "minister-of-foreign-affairs-of-sweden"),  # not of hers
    ],
)
def test_an_office_is_ours_where_we_have_it(imported, office, id):
    found = imported([{**PERSON, "officeLabel": office}])
    assert [term.office for person in found.people.values() for term in person.terms] == [id]
    assert list(found.offices) == ([] if id in {office.id for office in lexicon.load().offices} else [id])


def test_rows_of_one_person_are_one_entry_and_terms_are_told_once(imported):
    start = {"officeLabel": "Minister of Finance", "start": "2031-03-04"}
    rows = [
        {**PERSON, "officeLabel": "Minister of Finance", "start": "2031"},
        {**PERSON, **start, "aliases": "Ilke Marie Sorum|Sorum"},
        {**PERSON, **start, "end": "2033"},
        {**PERSON, **start, "start": "2035"},
    ]
    found = imported(rows)
    assert terms(found) == {"Ilke Sorum": ["finance-minister 2031-03-04/2033", "finance-minister 2035/"]}
    assert [person.aliases for person in found.people.values()] == [("Ilke Marie Sorum",)]


def test_two_people_of_one_name_stay_two(imported):
    found = imported([PERSON, {**PERSON, "person": f"{ITEM}Q902"}])
    assert sorted(found.people) == ["nor.sorum-ilke", "nor.sorum-ilke-q902"]


def test_who_is_in_the_knowledge_base_keeps_the_entry(imported):
    known = next(person for person in lexicon.load().people if person.wikidata and person.aliases and person.terms)
    row = {"person": known.wikidata, "name": "Quite Otherwise", "iso3": known.country, "office": "Minister of Nets"}
    [person] = imported([row]).people.values()
    assert person.id == known.id
    assert person.terms[: len(known.terms)] == known.terms
    assert person.aliases == (*known.aliases, "Quite Otherwise")


@pytest.mark.parametrize(("country", "family"), [("KOR", "Bae"), ("NOR", "Soo")])
def test_where_the_family_name_stands(imported, country, family):
    [person] = imported([{"name": "Bae Min Soo", "iso3": country}]).people.values()
    assert person.family == family


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"iso3": "NOR"}, "has no name; add a column name"),
        ({**PERSON, "personLabel": "Q901"}, "Q901 has no name in English"),
        ({**PERSON, "personLabel": "=\u202e\u0000"}, "has no name"),
        ({**PERSON, "personLabel": "x" * 5000}, "has a name of 5000 characters; shorten it"),
        ({**PERSON, "iso3": "Atlantis"}, "'Atlantis' is no country that is known; add a column iso3"),
        (
            {"name": "Ilke Sorum"},
            "has no country; add a column iso3 with its ISO 3166-1 alpha-3 code, or say --country",
        ),
        ({**OFFICE, "start": "soon"}, "'soon' is no date; write it as 2014, 2014-05 or 2014-05-26"),
        ({**OFFICE, "start": "2034"}, "ends before it begins (2034/2033); put the dates right"),
        ({"name": ["Ilke"], "iso3": {"value": []}}, "has no country"),
        ([1, 2], "has no name"),
        (None, "has no name"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_goes_on(imported, row, problem):
    found = imported([row, {**PERSON, "personLabel": "Bero Tann", "person": "Q902"}])
    assert list(found.people) == ["nor.tann-bero"]
    [bad] = found.bad
    assert bad.place == "row 1"
    assert problem in bad.problem


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("[" * 100_000, "is nested too deeply to be read"),
        ('{"results": ', "is not JSON"),
        ('{"a": 1}', "holds no rows that are known"),
        ("", "has one column only"),
        ("name\nIlke", "has one column only"),
        ('name,iso3\n"' + "x" * 2_000_000, "is no CSV"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(imported, content, problem):
    with pytest.raises(SourceError, match=problem):
        imported(content)


def test_what_is_no_utf8_is_told(tmp_path):
    file = tmp_path / "latin.csv"
    file.write_bytes(b"name,iso3\nJos\xe9 Tann,NOR\n")
    with pytest.raises(SourceError, match=r"is not UTF-8 \(save it with that encoding\)"):
        import_people(file, lexicon.load())


def test_what_is_written_is_read_again(imported, tmp_path):
    name = 'Ilke "Ike" O\\Brien\u007f\u202e \n =cmd()'
    found = imported(
        [{**OFFICE, "personLabel": name, "officeLabel": 'Minister of "Nets"\n[[states]]', "aliases": "Ö Ä"}]
    )
    mine = tmp_path / "mine.toml"
    mine.write_text("\n".join(knowledge_toml(found.people.values(), found.offices.values(), "a\ntest")), "utf-8")
    assert set(tomllib.loads(mine.read_text("utf-8"))) == {"source", "offices", "people"}
    known = lexicon.load((mine,))
    [person] = [person for person in known.people if person.wikidata == "Q901"]
    assert person == next(iter(found.people.values()))
    assert person.name == 'Ilke "Ike" O\\Brien =cmd()'
    assert next(iter(found.offices.values())) in known.offices
