"""Web Annotations, schema.org Quotations and FollowTheMoney entities are what their own rules ask for."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from followthemoney import model as ftm_model
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF

from onrecord.export.annotations import annotations
from onrecord.export.ftm import entities
from onrecord.export.iris import iri, web_address
from onrecord.export.quotations import quotations
from onrecord.model import Page
from onrecord.pipeline import process
from onrecord.store.held import Held, Kept

OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = Namespace("https://schema.org/")
# What the context of the Web Annotation Data Model says of the terms that we use; the model is a W3C Recommendation.
ANNOTATION_CONTEXT = {
    "oa": str(OA),
    "as": "http://www.w3.org/ns/activitystreams#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdf": str(RDF),
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextualBody": "oa:TextualBody",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "Software": "as:Application",
    "describing": "oa:describing",
    "tagging": "oa:tagging",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "generator": {"@type": "@id", "@id": "as:generator"},
    "generated": {"@type": "xsd:dateTime", "@id": "dcterms:issued"},
    "value": "rdf:value",
    "format": "dc:format",
    "language": "dc:language",
    "name": "foaf:name",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
}

TALKS = (
    "Talks in Moscow\n\nFrench President Emmanuel Macron met Russian President Vladimir Putin in Moscow on Monday.\n\n"
    "“We will return,” Macron said. “We always,” he said, “keep our word.”\n\n"
    "NATO rejected the proposal. Foreign Minister Ilse Brandt of Norway said that talks would resume."
)
OF_RDFLIB = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # its own parser
AT = datetime(2031, 5, 13, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def reading(tools):
    page = Page(uri="https://news.example/a b", content=TALKS.encode(), published_otherwise="2031-05-12")
    record = process(page, tools)
    assert len(record.statements) >= 3
    assert record.events
    document = replace(record.document, retrieved=AT, publisher="The Wire", language="en")
    kept = Kept(version=1, current=True, page="sha256:0", reader="onrecord 0", read_at=AT)
    return Held(key=1, record=replace(record, document=document), kept=kept)


def objects(lines):
    return [json.loads(line) for line in lines]


def test_annotations_point_at_their_passages_by_place_and_by_words(reading):
    told = objects(annotations(reading))
    assert len(told) == len(reading.record.statements) + len(reading.record.events)
    text = reading.record.document.text
    for one in told:
        assert one["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert one["target"]
        for target in one["target"]:
            quote, place = target["selector"]
            start, end = place["start"], place["end"]
            assert text[start:end] == quote["exact"]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert text[start - len(quote["prefix"]) : end + len(quote["suffix"])] == around
            assert target["source"] == "https://news.example/a%20b"
    assert len({one["id"] for one in told}) == len(told)
    tags = [body["value"] for one in told for body in one["body"] if body["purpose"] == "tagging"]
    assert "country:fra" in tags
    assert "act:promise" in tags


@OF_RDFLIB
def test_annotations_are_json_ld_that_loses_nothing(reading):
    graph = Graph()
    lines = list(annotations(reading))
    for line in lines:
        told = {**json.loads(line), "@context": ANNOTATION_CONTEXT}
        assert keys(told) - {"@context"} <= set(ANNOTATION_CONTEXT)
        graph.parse(data=json.dumps(told), format="json-ld")
    found = set(graph.subjects(RDF.type, OA.Annotation))
    assert len(found) == len(lines)
    assert all(isinstance(one, URIRef) for one in found)
    for one in found:
        assert (one, OA.motivatedBy, OA.describing) in graph
        for target in graph.objects(one, OA.hasTarget):
            selectors = list(graph.objects(target, OA.hasSelector))
            kinds = {graph.value(selector, RDF.type) for selector in selectors}
            assert kinds == {OA.TextQuoteSelector, OA.TextPositionSelector}
            assert isinstance(graph.value(target, OA.hasSource), URIRef)


def keys(value):
    if isinstance(value, list):
        return {key for one in value for key in keys(one)}
    if isinstance(value, dict):
        return {key for name, one in value.items() if name != "@context" for key in (name, *keys(one))} | (
            {"@context"} & set(value)
        )
    return set()


def test_quotations_name_who_speaks_and_where_it_stands(reading):
    told = objects(quotations(reading))
    assert [one["text"] for one in told][:2] == ["“We will return,”", "“We always,” […] “keep our word.”"]
    first = told[0]
    (speaker,) = first["spokenByCharacter"]
    assert (speaker["@type"], speaker["name"]) == ("Person", "Emmanuel Macron")
    assert first["creator"] == [{"@id": speaker["@id"]}]
    assert (first["datePublished"], first["inLanguage"]) == ("2031-05-12", "en")
    assert first["isPartOf"]["@id"] == first["isPartOf"]["url"] == "https://news.example/a%20b"
    assert first["isPartOf"]["publisher"] == {"@type": "Organization", "name": "The Wire"}
    assert "The Wire, 2031-05-12, https://news.example/a b" in first["citation"]
    assert len(told) == sum(bool(said.quoted) for said in reading.record.statements)


@OF_RDFLIB
def test_quotations_are_json_ld(reading):
    graph = Graph()
    for line in quotations(reading):
        told = {**json.loads(line), "@context": {"@vocab": str(SCHEMA)}}
        graph.parse(data=json.dumps(told), format="json-ld")
    (first,) = graph.subjects(SCHEMA.text, Literal("“We will return,”"))
    assert (first, RDF.type, SCHEMA.Quotation) in graph
    speaker = graph.value(first, SCHEMA.spokenByCharacter)
    assert graph.value(first, SCHEMA.creator) == speaker
    assert graph.value(speaker, SCHEMA.name) == Literal("Emmanuel Macron")


def test_what_is_not_known_is_left_out(record):
    kept = Kept(version=1, current=True, page="p", reader="r", read_at=AT)
    (quotation,) = objects(quotations(Held(key=1, record=record, kept=kept)))
    assert {"dateCreated", "inLanguage"} & set(quotation) == set()
    assert "headline" not in quotation["isPartOf"]
    assert quotation["isPartOf"]["url"].startswith("urn:uuid:")


def test_followthemoney_takes_every_entity(reading, words):
    codes = {state.id: state.alpha2.lower() for state in words.states if state.alpha2}
    told = objects(entities(reading, codes))
    ids = {one["id"]: one["schema"] for one in told}
    for one in told:
        schema = ftm_model.get(one["schema"])
        schema.validate(one)
        assert all(one["properties"].get(name) for name in schema.required), one
        for name, values in one["properties"].items():
            kind = schema.get(name).type
            assert all(kind.clean(value) == value for value in values), (name, values)
            if kind.name == "entity":
                assert all(ftm_model.get(ids[value]).is_a(schema.get(name).range) for value in values), name
        proxy = ftm_model.get_proxy(one)
        assert proxy.to_dict()["properties"].keys() == one["properties"].keys()
    schemata = [one["schema"] for one in told]
    assert schemata[0] == "Article"
    assert schemata.count("Event") == len(reading.record.statements) + len(reading.record.events)
    macron = next(one for one in told if one["properties"].get("name") == ["Emmanuel Macron"])
    assert (macron["schema"], macron["properties"]["country"]) == ("Person", ["fr"])
    assert any(macron["id"] in one["properties"].get("organizer", ()) for one in told)


def test_every_code_of_a_state_is_one_of_followthemoney(words):
    from followthemoney import registry

    assert [
        state.alpha2 for state in words.states if state.alpha2 and not registry.country.validate(state.alpha2.lower())
    ] == []


def test_who_is_known_from_the_text_alone_is_somebody_else_in_another_text(reading, words):
    again = replace(reading, record=replace(reading.record, document=replace(reading.record.document, uri="b.txt")))
    people = [
        {one["properties"]["name"][0]: one["id"] for one in objects(entities(held, {})) if one["schema"] == "Person"}
        for held in (reading, again)
    ]
    assert people[0].keys() == people[1].keys()
    assert people[0]["Emmanuel Macron"] == people[1]["Emmanuel Macron"]
    assert people[0]["Ilse Brandt"] != people[1]["Ilse Brandt"]


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("https://ex.org/a", "https://ex.org/a"),
        ("https://ex.org/a b?c=d&e=%20#f", "https://ex.org/a%20b?c=d&e=%20#f"),
        ("https://ex.org/é\n<x>", "https://ex.org/%C3%A9%0A%3Cx%3E"),
        ("/srv/a b.txt", "file:///srv/a%20b.txt"),
        ("C:\\docs\\a.txt", "file:///C:/docs/a.txt"),
    ],
)
def test_addresses(uri, address):
    assert iri(uri) == address


def test_a_name_that_is_no_address_becomes_one():
    assert iri("-").startswith("urn:uuid:")
    assert iri("a.txt") != iri("b.txt")
    assert web_address("a.txt") is None
    assert web_address("javascript:alert(1)") is None
