"""A comparison as JSON, and its schema."""

import json

import pytest
from jsonschema import Draft202012Validator

from onrecord.export import Output
from onrecord.export.comparisons import comparison_json
from onrecord.export.schema import schema_json
from onrecord.model import Page
from onrecord.pipeline import process
from onrecord.views.compare import compare, load_compare_words

OURS = (
    "President Ilse Brandt of Norway spoke with President Mateo Rojas of Chile. President Rojas said that Chile would "
    "lift the tariffs. President Brandt raised concern over ransomware."
)
THEIRS = (
    "President Mateo Rojas of Chile spoke with President Ilse Brandt of Norway. President Rojas raised concern over "
    "ransomware and outlined Chile's position on the border dispute with Peru."
)


@pytest.fixture(scope="module")
def written(tools):
    """Writes a comparison of texts, and reads it back."""

    def comparison(*texts, **more):
        read = [process(Page(uri=f"{n}.txt", content=text.encode()), tools) for n, text in enumerate(texts)]
        return json.loads(comparison_json(compare(read, load_compare_words()), read, **more))

    return comparison


@pytest.fixture(scope="module")
def schema():
    return json.loads(schema_json(Output.COMPARISON))


def test_it_is_a_schema_and_what_is_written_keeps_it(schema, written):
    Draft202012Validator.check_schema(schema)
    for texts in ((OURS, THEIRS), (OURS, THEIRS, OURS), ("x", "y")):
        Draft202012Validator(schema).validate(written(*texts))


def test_what_a_scorer_reads(written):
    made = written(OURS, THEIRS)
    assert (made["a"]["text"], made["b"]["uri"]) == (OURS, "1.txt")
    assert {(topic["issue"], topic["in"]) for topic in made["topics"]} == {
        ("tariffs", "only-a"), ("cyber", "both"), ("border-dispute", "only-b"),
    }  # fmt: skip
    (ascribed,) = [topic for topic in made["topics"] if topic["attributed_to_other"]]
    assert (ascribed["attributed_to_other"], ascribed["confirmed_by_other"]) == ("a", False)
    assert ascribed["attribution"] == {"by": "a", "to": ["b"], "how": "spoken", "verdict": "not-found", "found": {}}
    for topic in made["topics"]:
        for side in ("a", "b"):
            for span in topic[side]:
                assert made[side]["text"][span["start"] : span["end"]] == span["exact"]


def test_a_third_account_stands_under_the_others(written):
    made = written(OURS, THEIRS, THEIRS.replace("Peru", "Bolivia"))
    assert list(made["others"]) == ["c"]
    assert {topic["in"] for topic in made["topics"]} == {"only-a", "all", "b-c"}
    assert any(topic["others"].get("c") for topic in made["topics"])


def test_it_is_one_line_unless_indented(tools):
    read = [process(Page(uri=f"{n}.txt", content=text.encode()), tools) for n, text in enumerate((OURS, THEIRS))]
    made = compare(read, load_compare_words())
    assert "\n" not in comparison_json(made, read)
    assert comparison_json(made, read, indent=2).count("\n") > 50
