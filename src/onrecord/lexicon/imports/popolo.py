"""Popolo's lists of people, organizations, memberships and posts, as rows of one shape."""

from collections.abc import Iterator, Mapping
from itertools import chain

from onrecord.lexicon.imports.rows import Cells, Popolo

Thing = Mapping[str, object]
PARTY = "party"  # the class of organizations in which a membership is no office


def popolo_rows(popolo: Popolo) -> Iterator[tuple[str, Cells]]:
    """The name of each place in the file, with a row: one a membership, and one for who has none."""
    posts, bodies = _by_id(popolo, "posts"), _by_id(popolo, "organizations")
    periods = _by_id(popolo, "events")
    memberships: dict[str, list[Thing]] = {}
    for membership in _things(popolo.lists.get("memberships")):
        memberships.setdefault(_text(membership, "person_id"), []).append(membership)
    for number, person in enumerate(_things(popolo.lists.get("persons")), 1):
        own = [*memberships.get(_text(person, "id"), ()), *_things(person.get("memberships"))]
        for held in own or [{}]:
            period = periods.get(_text(held, "legislative_period_id"), {})
            office = _office(
                held, posts.get(_text(held, "post_id"), {}), bodies.get(_text(held, "organization_id"), {})
            )
            since = _text(held, "start_date") or _text(period, "start_date")
            until = _text(held, "end_date") or _text(period, "end_date")
            yield f"person {number}", {**_person(person), "office": office, "since": since, "until": until}


def _by_id(popolo: Popolo, name: str) -> dict[str, Thing]:
    return {_text(thing, "id"): thing for thing in _things(popolo.lists.get(name))}


def _things(found: object) -> list[Thing]:
    return [thing for thing in found if isinstance(thing, dict)] if isinstance(found, list) else []


def _text(thing: Thing, key: str) -> str:
    found = thing.get(key)
    return found if isinstance(found, str) else ""


def _office(held: Thing, post: Thing, body: Thing) -> str:
    """What somebody is there: the post, else the role, which for a mere "member" is one of the body."""
    if _text(body, "classification").lower() == PARTY:
        return ""
    role = _text(held, "role") or _text(post, "role")
    label = _text(post, "label")
    if label and (not role or role.lower() in label.lower()):
        return label
    name = _text(body, "name")
    return f"member of the {name}" if name and role.lower() in ("", "member") else role


def _person(person: Thing) -> dict[str, str]:
    identifiers = _things(person.get("identifiers"))
    ids = [_text(one, "identifier") for one in identifiers if _text(one, "scheme").lower() == "wikidata"]
    others = (_text(one, "name") for one in _things(person.get("other_names")))
    divisions = chain((_text(person, "division_id"),), (_text(one, "identifier") for one in identifiers))
    codes = [one.partition("country:")[2][:2] for one in divisions if one.startswith("ocd-division/country:")]
    return {
        "wikidata": next(iter(ids), ""),
        "name": _text(person, "name"),
        "family": _text(person, "family_name"),
        "aliases": "|".join(filter(None, others)),
        "gender": _text(person, "gender"),
        "country": _text(person, "country") or next(iter(codes), ""),
    }
