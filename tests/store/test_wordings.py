"""A formula followed through the store: copies count once, and what people corrected holds."""

import pytest

from onrecord.model import Matter, Verdict
from onrecord.store.actors import asked_for, speaks
from onrecord.store.choosing import documents_wording
from onrecord.store.correct import Teller, correct
from onrecord.views.formulas import formula
from onrecord.views.wanted import Wanted

PHRASE = "sanctions on Kenya must be lifted"
STORY = (
    "President Emmanuel Macron of France spoke at the harbour of Marseille on Tuesday morning before many fishermen. "
    "Macron said that the sanctions on Kenya must be lifted. He said the fleet had waited long enough for its nets, "
    "its boats and its ice, and that the town would have a new market hall by the end of the coming winter.\n"
)
TEXTS = (
    ("a.txt", "2031-05-12", "Macron said that the sanctions on Kenya must be lifted.\n"),
    ("b.txt", "2031-07-12", STORY),
    ("copy.txt", "2031-07-13", STORY),
    ("c.txt", "2031-09-12", "Macron said that all sanctions on Kenya must be lifted now.\n"),
)
ANN = Teller(by="ann", at="2031-10-01T10:00:00+00:00")


@pytest.fixture
def followed(store, keep, record_of):
    """The formula as the store has it by now."""
    keep(*(record_of(text, uri, day) for uri, day, text in TEXTS))

    def followed(actor="FRA"):
        with store.reading() as connection:
            asked = asked_for(connection, actor)
            keys = documents_wording(connection, {"sanction", "kenya", "lift"}, speaks(asked))
        records = [one.record for one in store.corrected(keys)]
        return formula(records, PHRASE, None, Wanted(code=asked.code, names=asked.names), {})

    return followed


def uses(told):
    return [use.statement for kind in told.variants for use in kind.uses]


def test_copies_count_once(followed):
    assert (followed().days, len(uses(followed()))) == (3, 3)
    assert followed("Emmanuel Macron").days == 3


@pytest.mark.parametrize("values", [{Matter.VERDICT: (Verdict.REJECTED,)}, {Matter.SPEAKER: ("KEN",)}])
def test_what_is_not_the_actors_is_no_use(store, followed, values):
    gone = uses(followed())[-1]
    with store.writing() as connection:
        correct(connection, [gone], values, ANN)
    assert followed().days == 2
    assert gone not in uses(followed())
