"""The JSON Schema of what OnRecord writes, drawn by pydantic from the dataclasses that it is written from."""

import json
from collections.abc import Mapping

from pydantic import TypeAdapter
from pydantic.json_schema import JsonSchemaValue

from onrecord.export import Output
from onrecord.export.comparisons import COMPARISONS, Compared
from onrecord.export.lines import BRIEFS, PASSAGE, READINGS, Reading
from onrecord.views.brief import Brief

DIALECT = "https://json-schema.org/draft/2020-12/schema"
WRITERS: Mapping[Output, TypeAdapter[Reading] | TypeAdapter[Brief] | TypeAdapter[Compared]] = {
    Output.RECORD: READINGS,
    Output.BRIEF: BRIEFS,
    Output.COMPARISON: COMPARISONS,
}


def schema_json(output: Output) -> str:
    """The JSON Schema of an output, as JSON on several lines."""
    drawn = WRITERS[output].json_schema(mode="serialization")
    for shape in (drawn, *drawn["$defs"].values()):
        if "properties" in shape:
            _close(shape)
            if output is Output.RECORD and shape["properties"].keys() >= PASSAGE:
                _without_document(shape)
    return json.dumps({"$schema": DIALECT, **drawn}, ensure_ascii=False, indent=2)


def _close(shape: JsonSchemaValue) -> None:
    """Every field is written and no other; what pydantic derives from names alone is left out."""
    shape["description"] = shape["description"].partition("\n\n")[0]
    shape["required"] = list(shape["properties"])
    shape["additionalProperties"] = False
    for name, field in shape["properties"].items():
        field.pop("title", None)
        field.pop("default", None)
        if name in ("start", "end") and field.get("type") == "integer":
            field["minimum"] = 0


def _without_document(shape: JsonSchemaValue) -> None:
    """A passage in a line does not name its document, and leaves out what it does not know."""
    del shape["properties"]["doc_id"]
    left_out = [name for name, field in shape["properties"].items() if {"type": "null"} in field.get("anyOf", ())]
    shape["required"] = [name for name in shape["properties"] if name not in left_out]
    for name in left_out:
        [shape["properties"][name]] = [kind for kind in shape["properties"][name]["anyOf"] if kind != {"type": "null"}]
