"""What our self-contained pages have alike: their templates, and style and script as their policy names them."""

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from onrecord.model.days import in_words
from onrecord.render import wording


@cache
def template(name: str) -> Template:
    """A template, in which every word is escaped."""
    environment = Environment(
        loader=PackageLoader("onrecord.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        flat=wording.flat, bare=wording.bare, days=in_words, sides=wording.sides, parts=wording.parts
    )
    environment.globals.update(
        attribution=wording.attribution,
        tag=wording.tag,
        place=wording.place,
        counts=wording.counts,
        left_out=wording.left_out,
        link=link,
    )
    return environment.get_template(name)


def assets(name: str, rules: str = "") -> Mapping[str, str]:
    """The style and the script of a page, with their hashes; `rules` of ours are added to the style."""
    style, script = _beside("base.css") + _beside(f"{name}.css") + rules, _beside(f"{name}.js")
    return {
        "style": Markup(style),  # our own file, not a document's word
        "script": Markup(script),  # likewise
        "style_hash": _hash(style),
        "script_hash": _hash(script),
    }


def link(uri: str) -> str | None:
    """An address that a browser may be sent to, if it is one and hides nothing."""
    is_plain = uri == wording.flat(uri)
    return uri if is_plain and uri.lower().startswith(("http://", "https://")) else None


@cache
def _beside(name: str) -> str:
    return (resources.files("onrecord.render") / "templates" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """The text as a content security policy names it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
