"""Values as JSON that can be written as UTF-8."""

import json


def json_text(value: object, indent: int | None = None) -> str:
    """The value as JSON: half of a surrogate pair, which no UTF-8 can hold, is written as its escape."""
    return json.dumps(value, ensure_ascii=False, indent=indent).encode("utf-8", "backslashreplace").decode()
